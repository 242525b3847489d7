"""Merge: reviewers' copies of one draft as one redline; nobody's words are lost, disagreement is told."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from drafter.model import Consolidated, Plan, View
from drafter.opc import name
from tests.commands import ROOT, run, sample
from tests.docx_builder import cell, docx, p, r, row, table
from tests.inputs import consolidated, open_package, read_docx
from tests.redline_cases import printed

DRAFTS = sorted((ROOT / "drafts").glob("*.docx"))
FINANCE, JUSTICE, HEALTH = "Sở Tài chính", "Sở Tư pháp", "Sở Y tế"


class Merged:
    """`copies`: agency → body of its copy, consolidated on the body `base`."""

    def __init__(self, folder: Path, base: str, copies: dict[str, str], **parts: str) -> None:
        self.base = docx(folder / "base.docx", base, **parts)
        files = [
            (docx(folder / f"{number}.docx", body, **parts), agency, Plan())
            for number, (agency, body) in enumerate(copies.items())
        ]
        self.made: Consolidated = consolidated(self.base, files)
        self.path = folder / "merged.docx"
        self.path.write_bytes(self.made.data)

    def texts(self, view: View) -> list[str]:
        return [q.text for q in read_docx(self.path, view=view).paragraphs if q.text.strip()]

    def words(self, tag: str, author: str) -> list[str]:
        """The words of every mark of one author, in order."""
        root = open_package(self.path).xml("word/document.xml")
        marks = [one for one in root.iter(name(f"w:{tag}")) if one.get(name("w:author")) == author]
        texts = ["".join(t.text or "" for t in one.iter(name("w:t"), name("w:delText"))) for one in marks]
        return [text for text in texts if text]


def test_each_agency_is_the_author_of_its_own_edits(tmp_path: Path) -> None:
    base = p("Thời hạn là 5 ngày.") + p("Kinh phí do tỉnh cấp.")
    merged = Merged(
        tmp_path,
        base,
        {
            JUSTICE: p("Thời hạn là 7 ngày.") + p("Kinh phí do tỉnh cấp."),
            FINANCE: p("Thời hạn là 5 ngày.") + p("Kinh phí do ngân sách tỉnh cấp."),
        },
    )
    assert merged.words("del", JUSTICE) == ["5"]
    assert merged.words("ins", JUSTICE) == ["7"]
    assert [one.strip() for one in merged.words("ins", FINANCE)] == ["ngân sách"]
    assert merged.made.conflicts == ()
    assert merged.texts(View.ORIGINAL) == printed(merged.base)
    assert merged.texts(View.ACCEPTED) == ["Thời hạn là 7 ngày.", "Kinh phí do ngân sách tỉnh cấp."]


def test_different_wishes_for_the_same_words_stand_side_by_side_and_are_listed(tmp_path: Path) -> None:
    merged = Merged(
        tmp_path,
        p("Mở đầu.") + p("Thời hạn là 5 ngày."),
        {
            JUSTICE: p("Mở đầu.") + p("Thời hạn là 7 ngày."),
            FINANCE: p("Mở đầu.") + p("Thời hạn là 10 ngày."),
        },
    )
    (conflict,) = merged.made.conflicts
    assert (conflict.paragraph, conflict.old) == (1, "5")
    assert {(one.author, one.text) for one in conflict.proposals} == {(JUSTICE, "7"), (FINANCE, "10")}
    assert merged.words("ins", JUSTICE) == ["7"]
    assert merged.words("ins", FINANCE) == ["10"]
    deleted = merged.words("del", JUSTICE) + merged.words("del", FINANCE)
    assert deleted == ["5"]
    assert merged.texts(View.ORIGINAL) == printed(merged.base)


def test_overlapping_edits_are_one_conflict_and_lose_no_word_of_either(tmp_path: Path) -> None:
    merged = Merged(
        tmp_path,
        p("Giao Sở Nội vụ chủ trì thực hiện hằng năm."),
        {
            JUSTICE: p("Giao Sở Nội vụ phối hợp triển khai hằng năm."),
            FINANCE: p("Giao Sở Nội vụ chủ trì tổ chức hằng quý."),
        },
    )
    assert len(merged.made.conflicts) >= 1
    accepted = merged.texts(View.ACCEPTED)[0]
    for word in ("phối hợp", "triển khai", "tổ chức", "quý"):
        assert word in accepted
    assert merged.texts(View.ORIGINAL) == printed(merged.base)


def test_the_same_edit_of_two_agencies_is_written_once_and_told(tmp_path: Path) -> None:
    edited = p("Thời hạn là 7 ngày.")
    merged = Merged(tmp_path, p("Thời hạn là 5 ngày."), {JUSTICE: edited, FINANCE: edited})
    assert merged.texts(View.ACCEPTED) == ["Thời hạn là 7 ngày."]
    (agreed,) = merged.made.agreed
    assert [one.author for one in agreed.proposals] == [JUSTICE, FINANCE]
    assert merged.made.conflicts == ()


def test_paragraphs_that_several_agencies_add_in_one_place_all_stand_there(tmp_path: Path) -> None:
    first, last = p("Điều 1. Phạm vi."), p("Điều 2. Hiệu lực.")
    merged = Merged(
        tmp_path,
        first + last,
        {
            JUSTICE: first + p("Áp dụng trên toàn tỉnh.") + last,
            FINANCE: first + p("Không áp dụng cho các dự án cũ.") + last,
            HEALTH: first + last + p("Giao ngành y tế hướng dẫn."),
        },
    )
    assert merged.texts(View.ACCEPTED) == [
        "Điều 1. Phạm vi.",
        "Áp dụng trên toàn tỉnh.",
        "Không áp dụng cho các dự án cũ.",
        "Điều 2. Hiệu lực.",
        "Giao ngành y tế hướng dẫn.",
    ]
    assert merged.texts(View.ORIGINAL) == printed(merged.base)


def test_a_row_that_one_deletes_and_another_edits_is_a_conflict(tmp_path: Path) -> None:
    rows = [row(cell(p(str(n))), cell(p(f"Chỉ tiêu số {n} về hạ tầng"))) for n in (1, 2, 3)]
    edited = row(cell(p("2")), cell(p("Chỉ tiêu số 2 về dữ liệu")))
    after = p("Hết.")
    merged = Merged(
        tmp_path,
        table(*rows) + after,
        {
            JUSTICE: table(rows[0], rows[2]) + after,
            FINANCE: table(rows[0], edited, rows[2]) + after,
        },
    )
    (conflict,) = merged.made.conflicts
    assert [one.author for one in conflict.proposals] == [JUSTICE, FINANCE]
    assert merged.texts(View.ORIGINAL) == printed(merged.base)
    root = open_package(merged.path).xml("word/document.xml")
    gone = [one for pr in root.iter(name("w:trPr")) for one in pr.iter(name("w:del"))]
    assert [one.get(name("w:author")) for one in gone] == [JUSTICE]


def test_tracked_and_silent_copies_count_alike(tmp_path: Path) -> None:
    mark = 'w:id="7" w:author="Nguyễn" w:date="2021-03-01T00:00:00Z"'
    tracked = (
        '<w:p><w:r><w:t xml:space="preserve">Đạt </w:t></w:r>'
        f"<w:del {mark}><w:r><w:delText>5</w:delText></w:r></w:del>"
        f"<w:ins {mark.replace('7', '8', 1)}><w:r><w:t>6</w:t></w:r></w:ins>"
        '<w:r><w:t xml:space="preserve"> điểm.</w:t></w:r></w:p>'
    )
    merged = Merged(tmp_path, p("Đạt 5 điểm."), {JUSTICE: tracked})
    assert merged.words("ins", JUSTICE) == ["6"]
    assert merged.texts(View.ORIGINAL) == ["Đạt 5 điểm."]


def test_margin_comments_come_along_with_their_authors(tmp_path: Path) -> None:
    said = f'<w:comment w:id="0" w:author="{JUSTICE}">{p("Đề nghị làm rõ.")}</w:comment>'
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Đạt 5 điểm.</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    base = docx(tmp_path / "base.docx", p("Đạt 5 điểm."))
    copies = [
        (docx(tmp_path / f"{agency}.docx", body, comments=said.replace(JUSTICE, agency)), agency, Plan())
        for agency in (JUSTICE, FINANCE)
    ]
    made = consolidated(base, copies)
    (tmp_path / "merged.docx").write_bytes(made.data)
    notes = read_docx(tmp_path / "merged.docx").annotations
    assert sorted((one.author, one.text, one.quote) for one in notes) == [
        (FINANCE, "Đề nghị làm rõ.", "Đạt 5 điểm."),
        (JUSTICE, "Đề nghị làm rõ.", "Đạt 5 điểm."),
    ]
    assert [share.comments for share in made.shares] == [1, 1]


def test_notes_that_agencies_edit_add_and_remove_are_marked(tmp_path: Path) -> None:
    def note(words: str) -> str:
        return f'<w:footnote w:id="2">{p(words)}</w:footnote>'

    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    base = docx(tmp_path / "base.docx", p(r("Đạt 8 %."), reference), footnotes=note("Theo Nghị quyết 52."))
    edited = docx(tmp_path / "a.docx", p(r("Đạt 8 %."), reference), footnotes=note("Theo Nghị quyết 57."))
    without = docx(tmp_path / "b.docx", p("Đạt 8 %."))
    for other, accepted in ((edited, ["Theo Nghị quyết 57."]), (without, [])):
        made = consolidated(base, [(other, JUSTICE, Plan())])
        path = tmp_path / "merged.docx"
        path.write_bytes(made.data)
        assert [n.text for n in read_docx(path).paragraphs[0].notes] == accepted
        rejected = read_docx(path, view=View.ORIGINAL).paragraphs[0].notes
        assert [n.text for n in rejected] == ["Theo Nghị quyết 52."]
    gaining = consolidated(without, [(edited, JUSTICE, Plan()), (base, FINANCE, Plan())])
    path.write_bytes(gaining.data)
    words = {n.text for n in read_docx(path).paragraphs[0].notes}
    assert words == {"Theo Nghị quyết 52.", "Theo Nghị quyết 57."}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("base", "copy"), [(0, 1), *(pytest.param(*pair, marks=pytest.mark.slow) for pair in ((1, 2), (2, 0)))]
)
def test_one_copy_merged_gives_the_copy_accepted_and_the_base_rejected(
    tmp_path: Path, base: int, copy: int
) -> None:
    made = consolidated(DRAFTS[base], [(DRAFTS[copy], JUSTICE, Plan())])
    path = tmp_path / "merged.docx"
    path.write_bytes(made.data)
    for view, draft in ((View.ACCEPTED, copy), (View.ORIGINAL, base)):
        lines = [q.text for q in read_docx(path, view=view).paragraphs if q.text.strip()]
        assert _composed(lines) == _composed(printed(DRAFTS[draft]))


def _composed(texts: list[str]) -> list[str]:
    """Canonically equal spelling is equal and never marked."""
    return [unicodedata.normalize("NFC", text) for text in texts]


# --- the command ---------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return sample(tmp_path)


@pytest.mark.slow
def test_the_command_reads_the_agencies_off_the_copies(workspace: Path) -> None:
    copies = sorted(str(one) for one in (workspace / "comments").glob("*du-thao-lan-2.docx"))
    assert copies
    out = workspace / "hop nhat.docx"
    result = run(workspace, "merge", "2", *copies, "--docx", str(out), "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert {one["agency"] for one in told["copies"]} == {
        "Ủy ban nhân dân thành phố Hà Tĩnh",
        "Ủy ban nhân dân thị xã Kỳ Anh",
    }
    base = next((workspace / "drafts").glob("*2.docx"))
    rejected = read_docx(out, view=View.ORIGINAL).paragraphs
    assert [q.text for q in rejected if q.text.strip()] == printed(base)


def test_conflicts_are_told_with_clause_and_both_wishes(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    for number, days in enumerate((7, 5, 10), 1):
        docx(tmp_path / "drafts" / f"{number}.docx", p("Điều 1. Thời hạn") + p(f"Thời hạn là {days} ngày."))
    out = str(tmp_path / "m.docx")
    command = ["merge", "drafts/2.docx", "drafts/1.docx", "drafts/3.docx"]
    command += ["--author", JUSTICE, "--author", FINANCE, "--docx", out]
    told = json.loads(run(tmp_path, *command, "--json").stdout)
    assert told["conflicts"]
    assert all({"clause", "old", "proposals"} == one.keys() for one in told["conflicts"])
    shown = run(tmp_path, *command).stdout
    assert JUSTICE in shown and FINANCE in shown


def test_an_input_as_output_and_a_damaged_copy_are_refused_with_one_line(workspace: Path) -> None:
    target = next((workspace / "drafts").glob("*3.docx"))
    before = target.read_bytes()
    result = run(workspace, "merge", "2", "3", "--docx", str(target), "--force")
    assert result.exit_code == 3
    assert target.read_bytes() == before
    broken = workspace / "broken.docx"
    broken.write_bytes(before[: len(before) // 2])
    result = run(workspace, "merge", "2", str(broken), "--docx", str(workspace / "m.docx"))
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (workspace / "m.docx").exists()


def test_more_authors_than_copies_is_wrong_usage(workspace: Path) -> None:
    command = ["merge", "2", "3", "--docx", str(workspace / "m.docx"), "--author", "A", "--author", "B"]
    assert run(workspace, *command).exit_code == 2


LETTER = ("SỞ TÀI CHÍNH", "Kính gửi: Ban soạn thảo", "1. Tại Điều 1, đề nghị thay “5 ngày” bằng “7 ngày”.")
DRAFT = tuple(
    f"{no}. Cơ quan {name} chủ trì, phối hợp với các đơn vị thực hiện nội dung {no * 7} của kế hoạch."
    for no, name in enumerate("abcdeghiklm", 1)
)
OTHER = tuple(
    f"{no}. Trường {name} bảo đảm số phòng học, bàn ghế và thiết bị cho {no * 35} học sinh trong năm học mới."
    for no, name in enumerate("abcdeghiklm", 1)
)


def edited(lines: tuple[str, ...]) -> list[str]:
    """Heavily: a third rewritten, a third gone over, two lines more."""
    return [
        *(OTHER[at] if at % 3 == 0 else line.replace("chủ trì", "đầu mối") for at, line in enumerate(lines)),
        "12. Sở Tài chính cân đối kinh phí.",
        "13. Báo cáo kết quả trước ngày 15 tháng 12 hằng năm.",
    ]


@pytest.mark.parametrize("author", [[], ["--author", "Sở Tài chính"]])
@pytest.mark.parametrize("kind", ["letter", "another document", "form"])
def test_what_is_no_copy_is_refused_with_its_likeness(tmp_path: Path, kind: str, author: list[str]) -> None:
    base = docx(tmp_path / "gốc.docx", *map(p, DRAFT))
    match kind:
        case "letter":
            blocks = [*map(p, LETTER)]
        case "another document":
            blocks = [*map(p, OTHER)]
        case _:
            rows = (row(cell(p(line)), cell(p("Nhất trí")), cell(p(""))) for line in DRAFT)
            blocks = [p("PHIẾU GÓP Ý"), table(*rows)]
    other = docx(tmp_path / "so-tai-chinh.docx", *blocks)
    target = tmp_path / "ra.docx"
    result = run(tmp_path, "merge", str(base), str(other), "--docx", str(target), *author)
    assert result.exit_code == 3 and not target.exists()
    (line,) = result.stderr.strip().splitlines()
    assert "so-tai-chinh.docx" in line and "%" in line and "gốc.docx" in line


def test_beside_a_true_copy_that_was_heavily_edited_what_is_no_copy_is_left_out(tmp_path: Path) -> None:
    base = docx(tmp_path / "gốc.docx", *map(p, DRAFT))
    letter = docx(tmp_path / "thư.docx", *map(p, LETTER))
    copy = docx(tmp_path / "bản sao.docx", *map(p, edited(DRAFT)))
    target = tmp_path / "ra.docx"
    result = run(
        tmp_path, "merge", str(base), str(letter), str(copy), "--docx", str(target),
        "--author", "Sở Tài chính", "--author", "Sở Y tế",
    )  # fmt: skip
    assert result.exit_code == 3 and "thư.docx" in result.stderr
    written = open_package(target).read("word/document.xml").decode()
    assert "Sở Y tế" in written and "Sở Tài chính" not in written.replace("Sở Tài chính cân đối", "")
    assert "đầu mối" in written
