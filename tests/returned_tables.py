"""Small tables that go out, are edited by the libraries that write Office files, and come back."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn

from drafter.analyses.returned import returned
from drafter.analyses.settled import settled
from drafter.jobs.import_table import known_rows
from drafter.model import (
    Answer,
    Author,
    Balance,
    Claim,
    Comment,
    Decision,
    Disposition,
    EditedTable,
    KnownTable,
    Layout,
    Op,
    Position,
    Respondent,
    Returned,
    Row,
    Source,
    Table,
    Verdict,
    Via,
)
from drafter.opc import open_package, packed
from drafter.readers.tables import read_edited_table
from drafter.record.part import NAMESPACE
from drafter.wording.answers import blank_words
from drafter.writers.table import Format, table_bytes

AUTHOR = Author("Lan", "2021-03-01T08:00:00+07:00", Via.TABLE, 3)
OFFICE = (".docx", ".xlsx")
AGENCIES = ("Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Công an tỉnh")
WISHES = (
    "Đề nghị bỏ cụm từ “hiện đại” ở mục tiêu tổng quát.",
    "Đề nghị bổ sung chỉ tiêu về an toàn thông tin mạng.",
    "Đề nghị rút gọn phần thực trạng cho dễ theo dõi.",
    "=Đề nghị xem lại số liệu dân số năm 2020.",
    "Đề nghị nêu rõ nguồn kinh phí hằng năm.",
    "-Đề nghị giữ nguyên thời hạn đã nêu.",
)
DONE = Answer(
    Verdict.ADDRESSED,
    draft_number=3,
    proposes=Disposition.ACCEPTED,
    places=("mục II",),
    claims=(Claim(Op.DELETE, old="hiện đại", places=("mục II",)),),
)
OPEN = Answer(Verdict.UNCLEAR, draft_number=3)


def key(at: int) -> str:
    """The key of the comment in row `at`, counted from 0."""
    return f"{at:012x}"


def comments(count: int = len(WISHES)) -> tuple[Comment, ...]:
    """One comment for each row."""
    return tuple(
        Comment(
            id=f"thu-{at}.docx#1", agency=AGENCIES[at % len(AGENCIES)], date=None, draft="drafts/1.docx",
            path=f"thu-{at}.docx", position=Position("paragraph", at, 0, 1), text=WISHES[at % len(WISHES)],
            key=key(at), no=at + 1,
        )
        for at in range(count)
    )  # fmt: skip


def made(decisions: Mapping[str, Decision] | None = None, count: int = len(WISHES)) -> Table:
    """A table of `count` rows, every other one with an answer proposed, with what was decided."""
    rows = tuple(
        Row(
            no=at, clause=f"II.{at}", heading="II- MỤC TIÊU", places=(f"khoản {at}, mục II",),
            agencies=(comment.agency,), comments=(comment.id,), text=comment.text, draft=comment.draft,
            draft_number=1, draft_text="Văn bản của dự thảo.", answer=DONE if at % 2 else OPEN,
            keys=(comment.key,),
        )
        for at, comment in enumerate(comments(count), 1)
    )  # fmt: skip
    balance = Balance(count, count, 0, count, count, 0, 4, 4, 0, 0, True)
    said = tuple(map(Respondent, AGENCIES))
    table = Table("NGHỊ QUYẾT về A", 3, None, rows, (), said, (), balance, (("drafts/1.docx", "0" * 64),))
    return settled(table, comments(count), decisions or {})


def written(table: Table, suffix: str, layout: Layout = Layout.CLAUSE, lang: str = "vi") -> bytes:
    """The table as it goes out."""
    return table_bytes(table, Format(suffix), layout, lang)


def read(data: bytes, suffix: str) -> EditedTable:
    """The table as it comes back."""
    return read_edited_table(Source(data, f"bang{suffix}", hashlib.sha256(data).hexdigest()))


def known(
    decisions: Mapping[str, Decision] | None = None, count: int = len(WISHES), **other: Any
) -> KnownTable:
    """What is known of the table where it was made."""
    rows = known_rows(made(decisions, count))
    facts: dict[str, Any] = {
        "rows": rows,
        "composition": {},
        "expected": tuple(row.key for row in rows),
        "decisions": decisions or {},
        "comments": frozenset(comment.key for comment in comments(count)),
        "marks": {},
        "blanks": (*blank_words("vi"), *blank_words("en")),
    }
    return KnownTable(**{**facts, **other})


def taken(data: bytes, suffix: str, decisions: Mapping[str, Decision] | None = None) -> Returned:
    """What becomes of an edited table where these decisions stand."""
    return returned(read(data, suffix), known(decisions), AUTHOR)


def saved(found: Returned) -> dict[int, tuple[str, str]]:
    """What is saved: row, counted from 0 → disposition and response."""
    return {
        int(save.key, 16): (save.decision.disposition.value, save.decision.response) for save in found.saves
    }


def decided(disposition: str, response: str = "", **other: Any) -> Decision:
    """A decision that was saved once."""
    return Decision(Disposition(disposition), response=response, decided_by="Hoa", version=1, **other)


# --- editing ------------------------------------------------------------------------------------------------


class Edited:
    """A table in an editor: its rows counted from 0, cells by what stands in the header's sentences."""

    def __init__(self, data: bytes, suffix: str) -> None:
        self.suffix = suffix
        if suffix == ".docx":
            self.document = docx.Document(io.BytesIO(data))
            self.table = next(t for t in self.document.tables if len(t.columns) >= 4)
        else:
            self.book = openpyxl.load_workbook(io.BytesIO(data))
            self.sheet: Any = self.book.worksheets[0]

    @property
    def rows(self) -> list[Any]:
        """Rows of comments: `w:tr` elements, or numbers of a sheet."""
        if self.suffix == ".docx":
            return [tr for tr in self.table._tbl.tr_lst[1:] if len(tr.tc_lst) > 1]
        filled = (
            (at, [cell.value for cell in row if cell.value]) for at, row in enumerate(self.sheet.rows, 1)
        )
        return [at for at, values in filled if at > 1 and len(values) > 1]

    def column(self, *names: str) -> int:
        """The column of this name, from 0."""
        if self.suffix == ".docx":
            header = [cell.text for cell in self.table.rows[0].cells]
        else:
            header = [str(cell.value) for cell in self.sheet[1]]
        return next(at for at, text in enumerate(header) if any(name in text for name in names))

    @property
    def answers(self) -> int:
        return self.column("iếp thu, giải trình", "giải trình, tiếp thu", "cơ quan soạn thảo")

    def get(self, at: int, column: int) -> str:
        if self.suffix == ".docx":
            lines = (
                "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in self.rows[at].tc_lst[column].p_lst
            )
            return "\n".join(lines).replace("\u00a0", " ")
        return str(self.sheet.cell(self.rows[at], column + 1).value or "")

    def put(self, at: int, column: int, text: str) -> None:
        """Retype a cell."""
        if self.suffix == ".docx":
            tc = self.rows[at].tc_lst[column]
            for p in tc.p_lst[1:]:
                tc.remove(p)
            for child in list(tc.p_lst[0]):
                if child.tag != qn("w:pPr"):
                    tc.p_lst[0].remove(child)
            tc.p_lst[0].add_r().text = text
        else:
            cell = self.sheet.cell(self.rows[at], column + 1)
            cell.value, cell.data_type = text, "s"

    def answer(self, at: int, text: str) -> None:
        self.put(at, self.answers, text)

    def choose(self, at: int, disposition: str) -> None:
        self.put(at, self.column("Kết quả xử lý"), disposition)

    def delete(self, at: int) -> None:
        if self.suffix == ".docx":
            self.table._tbl.remove(self.rows[at])
        else:
            self.sheet.delete_rows(self.rows[at])

    def order(self, places: list[int]) -> None:
        """The rows in another order, below all headings."""
        rows = self.rows
        if self.suffix == ".docx":
            for at in places:
                self.table._tbl.append(rows[at])
            return
        values = [[cell.value for cell in self.sheet[row]] for row in rows]
        for row, at in zip(rows, places, strict=True):
            for column, value in enumerate(values[at], 1):
                cell = self.sheet.cell(row, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"

    @property
    def data(self) -> bytes:
        out = io.BytesIO()
        (self.document if self.suffix == ".docx" else self.book).save(out)
        return out.getvalue()


def without_record(data: bytes) -> bytes:
    """The file without what the table remembers: another program has put its own words there."""
    package = open_package(data, shown="a")
    parts = {name: package.read(name) for name in package.in_order}
    return packed({name: part.replace(NAMESPACE.encode(), b"urn:other") for name, part in parts.items()})
