"""Tasks: groups, who leads and co-operates, by when, and which targets are served."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.targets import targets
from drafter.analyses.tasks import tasks
from drafter.language.agencies import cell_duty, duty, headed_by, split_agencies
from drafter.model import Draft, Task, TaskRegister

from .target_drafts import draft

FILE = Path(__file__).parent / "data" / "targets" / "tasks.txt"
PROVINCE = draft(FILE.read_text(encoding="utf-8"))


def register(found: Draft = PROVINCE) -> TaskRegister:
    return tasks(found, targets(found))


def task(clause: str) -> Task:
    (found,) = [one for group in register().groups for one in group.tasks if one.clause == clause]
    return found


def test_annex_groups_join_the_groups_of_the_body_that_they_repeat() -> None:
    assert [group.clause for group in register().groups] == ["III.1", "III.2", "III.3"]


def test_the_sentence_that_opens_a_list_is_no_task() -> None:
    assert [one.clause for one in register().groups[2].tasks] == ["III.3.-1", "III.3.-2"]


def test_lead_and_partners_come_out_of_the_sentence() -> None:
    one = task("III.2.a")
    assert one.lead == ("Sở Thông tin và Truyền thông",)
    assert one.partners == (
        "Sở Kế hoạch và Đầu tư",
        "Sở Văn hóa, Thể thao và Du lịch",
        "UBND các huyện, thành phố, thị xã",
    )
    assert one.deadline is not None and one.deadline.endswith("31/12/2023")


def test_a_line_of_labels_belongs_to_the_task_above_it() -> None:
    one = task("III.2.b")
    assert one.lead == ("Sở Thông tin và Truyền thông",)
    assert one.partners == ("VNPT", "Viettel")
    assert one.deadline == "2022 - 2024"


def test_giving_autonomy_is_no_lead() -> None:
    assert task("III.2.c").lead == ()


def test_giving_the_lead_to_an_office_is() -> None:
    one = task("III.1.-2")
    assert one.lead == ("Ban Tuyên giáo Tỉnh ủy",)
    assert one.partners == ("Sở Thông tin và Truyền thông", "Báo Hà Tĩnh")
    assert one.deadline == "trong quý II/2021"


def test_an_annex_row_fills_what_the_body_leaves_open() -> None:
    assert task("III.1.-1").lead == ("Ban Tuyên giáo Tỉnh ủy",)
    assert task("III.1.-1").deadline == "Thường xuyên"
    assert task("III.3.-1").lead == ("Sở Kế hoạch và Đầu tư",)
    assert task("III.3.-1").partners == ("Hiệp hội Doanh nghiệp tỉnh",)


def test_a_row_that_the_body_does_not_tell_is_a_task_of_its_group() -> None:
    one = task("pl-II.t1r4")
    assert one in register().groups[1].tasks
    assert one.partners == ("Công an tỉnh", "Văn phòng UBND tỉnh")


def test_tasks_serve_the_targets_whose_words_they_share_or_name() -> None:
    found = {t.id: t.indicator for t in targets(PROVINCE).targets}
    assert [found[id] for id in task("III.2.a").targets] == [
        "Tỷ lệ hộ gia đình có internet băng rộng cáp quang"
    ]
    assert [found[id] for id in task("pl-II.t1r4").targets] == [
        "Tỷ lệ hộ gia đình có internet băng rộng cáp quang"
    ]
    assert "Kinh tế số" in [found[id] for id in register().groups[2].targets]


def test_a_target_that_no_task_serves_is_named() -> None:
    found = {t.id: t.indicator for t in targets(PROVINCE).targets}
    assert [found[id] for id in register().unserved] == ["Tỷ lệ che phủ rừng"]


def test_without_a_task_section_the_annex_gives_the_groups() -> None:
    annex = FILE.read_text(encoding="utf-8").split("[annex]", 1)[1]
    groups = register(draft(f"[annex]{annex}")).groups
    assert [(group.title, len(group.tasks)) for group in groups] == [
        ("Nâng cao nhận thức và hoàn thiện chính sách", 1),
        ("Hạ tầng số", 1),
        ("Kinh tế số", 1),
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Bộ Tài chính; các bộ, ngành, địa phương; VTV, VOV",
            ("Bộ Tài chính", "các bộ, ngành, địa phương", "VTV", "VOV"),
        ),
        (
            "Sở Nông nghiệp và Phát triển nông thôn và Sở Tài chính",
            ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài chính"),
        ),
        (
            "Sở Lao động - Thương binh và Xã hội, Tỉnh đoàn",
            ("Sở Lao động - Thương binh và Xã hội", "Tỉnh đoàn"),
        ),
        ("UBND các huyện, thị xã, thành phố", ("UBND các huyện, thị xã, thành phố",)),
        ("- Sở TT&TT\n- Văn phòng UBND tỉnh", ("Sở TT&TT", "Văn phòng UBND tỉnh")),
        ("", ()),
    ],
)
def test_names_of_agencies_stay_whole(cell: str, names: tuple[str, ...]) -> None:
    assert split_agencies(cell) == names


@pytest.mark.parametrize(
    ("text", "lead", "partners", "deadline"),
    [
        (
            "Chủ trì: Sở Nội vụ. Phối hợp: Sở Tài chính. Thời gian: Quý III/2022.",
            ("Sở Nội vụ",),
            ("Sở Tài chính",),
            "Quý III/2022",
        ),
        (
            "Công an tỉnh chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh bảo đảm an ninh mạng.",
            ("Công an tỉnh",),
            ("Bộ Chỉ huy Quân sự tỉnh",),
            None,
        ),
        ("Sở Tài chính hoàn thành trong quý II năm 2021.", ("Sở Tài chính",), (), "trong quý II năm 2021"),
        ("Sở Tư pháp rà soát văn bản trước ngày 30/6/2022.", ("Sở Tư pháp",), (), "trước ngày 30/6/2022"),
        ("Đẩy mạnh tuyên truyền trên báo chí.", (), (), None),
        ("Thực hiện Chiến lược phát triển kinh tế số đến năm 2030.", (), (), None),
    ],
)
def test_a_duty_is_read_off_a_sentence(
    text: str, lead: tuple[str, ...], partners: tuple[str, ...], deadline: str | None
) -> None:
    found = duty(text)
    assert (found.lead, found.partners, found.deadline) == (lead, partners, deadline)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Mỗi cơ quan cử cán bộ đầu mối. Sở Nội vụ chủ trì.", ("Sở Nội vụ",)),
        (
            "Mỗi xã có một đầu mối; do Công an tỉnh chủ trì, phối hợp với Sở Nội vụ thực hiện.",
            ("Công an tỉnh",),
        ),
        ("Sở Tài chính là cơ quan đầu mối tổng hợp kinh phí.", ("Sở Tài chính",)),
        ("Sở Nội vụ đầu mối theo dõi, tổng hợp.", ("Sở Nội vụ",)),
        ("Sở Nội vụ thường xuyên đôn đốc các cơ quan.", ("Sở Nội vụ",)),
        ("Công an tỉnh chủ động, kịp thời xử lý sự cố.", ("Công an tỉnh",)),
        ("Sở Y tế khẩn trương rà soát danh mục.", ("Sở Y tế",)),
        ("Sở Xây dựng tổ chức lấy ý kiến.", ("Sở Xây dựng",)),
        ("Sở Tư pháp có trách nhiệm thẩm định dự thảo.", ("Sở Tư pháp",)),
        ("Giao Sở Nội vụ: hướng dẫn xếp loại hằng năm.", ("Sở Nội vụ",)),
        ("Giao Sở Tài chính chủ động cân đối kinh phí.", ("Sở Tài chính",)),
        ("Tổng hợp, gửi cơ quan chủ trì trước ngày 15.", ()),
        ("Công khai thủ tục; các sở, ngành thực hiện.", ("các sở, ngành",)),
        ("Rà soát hồ sơ trước khi thực hiện.", ()),
        ("Các đơn vị cử đầu mối; Sở Tài chính được giao chủ trì cân đối nguồn.", ("Sở Tài chính",)),
    ],
)
def test_the_lead_is_who_is_in_charge_by_name_alone(sentence: str, lead: tuple[str, ...]) -> None:
    assert duty(sentence).lead == lead


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("SỞ NỘI VỤ", ("SỞ NỘI VỤ",)),
        ("Giao Sở Nội vụ:", ("Sở Nội vụ",)),
        ("Trách nhiệm của Sở Tư pháp", ("Sở Tư pháp",)),
        ("Đối với Công an tỉnh", ("Công an tỉnh",)),
        ("Sở Tài chính có trách nhiệm:", ("Sở Tài chính",)),
        ("Chi cục Văn thư - Lưu trữ", ("Chi cục Văn thư - Lưu trữ",)),
        ("Ủy ban nhân dân các huyện, thành phố", ("Ủy ban nhân dân các huyện, thành phố",)),
        ("Các sở, ban, ngành", ("Các sở, ban, ngành",)),
        ("Hội nhập quốc tế", ()),
        ("Ban hành chính sách", ()),
        ("Các nhiệm vụ trọng tâm", ()),
        ("Phòng, chống thiên tai", ()),
        ("Trung tâm dữ liệu tỉnh", ()),
        ("HỘI NHẬP QUỐC TẾ", ()),
        ("Bộ máy tinh gọn", ()),
        ("Sở Nội vụ theo dõi việc thực hiện", ()),
    ],
)
def test_a_heading_names_an_agency_or_something_else(heading: str, lead: tuple[str, ...]) -> None:
    assert headed_by(heading) == lead


def test_items_under_the_name_of_an_agency_are_led_by_it() -> None:
    found = draft(
        """
[tasks] II. NHIỆM VỤ CỦA CÁC CƠ QUAN
  1. Trách nhiệm của Sở Nội vụ/
    a) Hướng dẫn xếp loại hằng năm.
    b) Mở lớp bồi dưỡng; Sở Tài chính chủ trì việc cấp kinh phí.
  2. Giao Công an tỉnh:
    - Diễn tập ứng cứu sự cố.
  3. Chuyển đổi số/
    - Xây dựng kho dữ liệu.
"""
    )
    leads = [one.lead for group in register(found).groups for one in group.tasks]
    assert leads == [("Sở Nội vụ",), ("Sở Tài chính",), ("Công an tỉnh",), ()]


@pytest.mark.parametrize(
    ("cell", "lead"),
    [
        ("Sở Nội vụ (chủ trì)", ("Sở Nội vụ",)),
        ("Sở Nội vụ chủ trì", ("Sở Nội vụ",)),
        ("Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính", ("Sở Nội vụ",)),
        ("Sở Nội vụ; các sở, ngành", ("Sở Nội vụ", "các sở, ngành")),
    ],
)
def test_a_cell_names_who_leads(cell: str, lead: tuple[str, ...]) -> None:
    assert cell_duty(cell).lead == lead


def test_a_row_that_tells_a_task_of_another_group_in_fewer_words_is_that_task() -> None:
    found = draft(
        """
[tasks] II. NHIỆM VỤ
  1. Hạ tầng/
    a) Nâng cấp Trung tâm dữ liệu của tỉnh theo hướng điện toán đám mây, làm nơi đặt các hệ thống dùng chung.
  2. Nhân lực/
    a) Bồi dưỡng kỹ năng số.
[annex] PHỤ LỤC I NHIỆM VỤ
  | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Chỉ tiêu liên quan
  | I | Nhân lực
  | 1 | Nâng cấp Trung tâm dữ liệu của tỉnh | Sở Thông tin và Truyền thông | 2023 |
"""
    )
    (first, second) = register(found).groups
    assert [(one.clause, one.lead, one.deadline) for one in first.tasks] == [
        ("II.1.a", ("Sở Thông tin và Truyền thông",), "2023")
    ]
    assert [one.clause for one in second.tasks] == ["II.2.a"]


def test_a_row_may_name_the_target_that_it_serves() -> None:
    found = draft(
        """
[targets] I. MỤC TIÊU ĐẾN NĂM 2025
  - Tỷ lệ hộ gia đình có cáp quang đạt 85%.
  - Tỷ lệ hồ sơ trực tuyến đạt 60%.
[annex] PHỤ LỤC I NHIỆM VỤ
  | TT | Nhiệm vụ | Cơ quan chủ trì | Phục vụ chỉ tiêu
  | 1 | Nâng cấp Cổng dịch vụ công | Sở Nội vụ | Tỷ lệ hồ sơ trực tuyến
"""
    )
    assert [one.targets for group in register(found).groups for one in group.tasks] == [("t2",)]
