"""A workspace of two drafts and one letter of one comment: what the second draft is said to have done."""

from __future__ import annotations

from pathlib import Path

from drafter.model import Verdict
from drafter.workspace import Stages, Workspace
from tests.docx_builder import docx, p

Edits = tuple[tuple[str, str], ...]  # words of the first draft → what the second has for them

RESOLUTION = """NGHỊ QUYẾT
Về phát triển kinh tế tập thể và chuyển đổi số của tỉnh
Điều 1. Mục tiêu
1. Đến năm 2025, kinh tế số chiếm 15% GRDP; tỷ lệ hộ gia đình có Internet đạt 80%.
2. Xây dựng 100 mô hình sản xuất an toàn; hỗ trợ Liên minh Hợp tác xã tỉnh tổ chức tập huấn.
3. Tỷ lệ hồ sơ trực tuyến đạt 60% và mức đãi ngộ chuyên gia tăng 30%.
Điều 2. Nhiệm vụ, giải pháp
1. Sở Nội vụ chủ trì, phối hợp với Công an tỉnh, Sở Tài chính đào tạo cán bộ; hoàn thành trong năm 2022.
2. Phát triển hạ tầng số, gồm:
a) Đầu tư mạng truyền dẫn đến các xã; doanh nghiệp viễn thông dùng chung hạ tầng.
b) Xây dựng trung tâm dữ liệu; ưu tiên vùng sâu, vùng xa.
c) Bảo đảm an toàn thông tin cho hệ thống của các cơ quan.
3. Các cơ quan báo cáo kết quả định kỳ 6 tháng; xử lý vi phạm theo quy định.
4. Phát triển dữ liệu dùng chung theo Luật Giao dịch điện tử số 20/2023/QH15.
Điều 5. Tổ chức thực hiện
1. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết; bố trí kinh phí hằng năm.
2. Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết."""


def verdicts(folder: Path, request: str, edits: Edits, text: str = RESOLUTION) -> set[Verdict]:
    """The verdicts on what a letter on `text` asks, the second draft being `text` with `edits`."""
    new = text
    for before, after in edits:
        assert before in new
        new = new.replace(before, after, 1)
    for name in ("drafts", "comments"):
        (folder / name).mkdir()
    for number, one in enumerate((text, new), 1):
        lines = [f"Dự thảo lần {number}", *one.split("\n")]
        docx(folder / "drafts" / f"du-thao-{number}.docx", *map(p, lines))
    letter = f"SỞ Y TẾ\n\nSở Y tế có ý kiến về dự thảo lần 1 như sau:\n\n1. {request}\n"
    (folder / "comments" / "so-y-te.txt").write_text(letter, encoding="utf-8")

    def refuse(error: Exception) -> None:
        raise error

    workspace = Workspace(folder, report=refuse, stages=Stages())
    return {one.verdict for one in workspace.evidence(workspace.correspondence(answered=True))}
