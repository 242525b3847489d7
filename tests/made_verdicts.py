"""The verdict on one comment, linked as it would be, of two drafts as they are typed; no workspace."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.analyses.alignment import align
from drafter.analyses.citations.resolve import resolved
from drafter.analyses.comments.reading import comment_of
from drafter.analyses.evidence import evidence
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.analyses.outline import outline
from drafter.analyses.targets import targets
from drafter.model import Draft, Evidence, Position, Rounds
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


def evidence_on(text: str, *edits: tuple[str, str], of: str = DRAFT) -> Evidence:
    """What the draft `of` with `edits`, each made once, did about a comment `text` on the one without."""
    new = of
    for before, after in edits:
        assert before in new
        new = new.replace(before, after, 1)
    old, later = typed(of), typed(new, 2)
    made = index(old)
    said = comment_of(
        id="a#1", agency="Sở Y tế", dated=None, draft="1", path="a", position=Position(), text=text
    )
    said = resolved(said, made.places)
    (linked,) = link([said], made)
    (found,) = evidence([said], {said.id: linked}, Rounds((old, later), align), targets)
    return found
