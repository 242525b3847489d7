"""The verdict on one comment, linked as it would be, of two drafts as they are typed; no workspace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.analyses.alignment import align
from drafter.analyses.answers import Material, answered
from drafter.analyses.citations.resolve import resolved
from drafter.analyses.comments.reading import comment_of
from drafter.analyses.disposition import disposition
from drafter.analyses.evidence import evidence
from drafter.analyses.evidence.clashes import clashes
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.analyses.outline import outline
from drafter.analyses.targets import targets
from drafter.model import Comment, Correspondence, Draft, Evidence, Letter, Position, Rounds, Stance
from drafter.wording.answers import answer_words
from tests.docx_builder import docx, p
from tests.inputs import read_docx

DRAFT = """NGHỊ QUYẾT
Về chuyển đổi số của tỉnh
Điều 1. Mục tiêu
1. Đến năm 2025, kinh tế số chiếm 15% GRDP.
2. Xây dựng 100 mô hình sản xuất an toàn.
3. Phát triển kinh tế số:
a) Tỷ lệ hồ sơ trực tuyến đạt 60%. Mức đãi ngộ chuyên gia tăng 30%.
b) Số doanh nghiệp công nghệ số đạt 120 doanh nghiệp.
c) Tổ chức sơ kết hằng năm.
Điều 2. Nhiệm vụ, giải pháp
1. Sở Nội vụ chủ trì, phối hợp với Công an tỉnh đào tạo cán bộ; hoàn thành trong năm 2022.
2. Đầu tư mạng truyền dẫn đến các xã; doanh nghiệp viễn thông dùng chung hạ tầng.
3. Các cơ quan báo cáo kết quả định kỳ 6 tháng. Xử lý vi phạm theo quy định. Người dân gửi phản ánh.
"""


@cache
def typed(text: str, number: int = 1) -> Draft:
    """A draft of which each line is a paragraph; its path is its number."""
    with TemporaryDirectory() as folder:
        path = docx(
            Path(folder) / "draft.docx", p(f"Dự thảo lần {number}"), *map(p, text.strip().split("\n"))
        )
        made = outline(read_docx(path))
    return replace(made, path=str(number), number=number, sha256=str(number))


def comment(text: str, agency: str = "Sở Y tế", path: str = "a") -> Comment:
    """One comment of a letter `path` on the first draft."""
    return comment_of(
        id=f"{path}#1", agency=agency, dated=None, draft="1", path=path, position=Position(), text=text
    )


def answers_on(wishes: Mapping[str, str], *edits: tuple[str, str], of: str = DRAFT) -> dict[str, str]:
    """What is proposed to answer each agency, in Vietnamese, where `wishes` are what they ask for of the
    draft `of`, and the newest is that with `edits`."""
    rounds, made = Rounds((typed(of), typed(edited(of, edits), 2)), align), index(typed(of))
    letters = []
    for number, (agency, text) in enumerate(wishes.items()):
        said = comment_of(
            id=f"{number}#1",
            agency=agency,
            dated=None,
            draft="1",
            path=f"{number}",
            position=Position(),
            text=text,
        )
        letters.append(
            Letter(f"{number}", agency, None, None, Stance.REQUEST, (resolved(said, made.places),))
        )
    comments = [one for letter in letters for one in letter.comments]
    links = dict(zip((one.id for one in comments), link(comments, made), strict=True))
    read = Correspondence(tuple(letters), (), (), {letter.path: "0" * 64 for letter in letters})
    found = evidence(comments, links, rounds, targets)
    material = Material(links, found, clashes(comments, links, rounds))
    rows = answered(disposition(read, links, rounds), rounds, read, material).rows
    return {
        name: answer_words(row.answer, "vi")
        for row in rows
        if row.answer is not None
        for name in row.agencies
    }


def edited(text: str, edits: Iterable[tuple[str, str]]) -> str:
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def evidence_on(text: str, *edits: tuple[str, str], of: str = DRAFT) -> Evidence:
    """What the draft `of` with `edits`, each made once, did about a comment `text` on the one without."""
    old, later = typed(of), typed(edited(of, edits), 2)
    made = index(old)
    said = resolved(comment(text), made.places)
    (linked,) = link([said], made)
    (found,) = evidence([said], {said.id: linked}, Rounds((old, later), align), targets)
    return found
