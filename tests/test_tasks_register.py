"""Tasks: groups, who leads and co-operates, by when, and which targets are served."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.targets import targets
from drafter.analyses.tasks import tasks
from drafter.language.agencies import duty, split_agencies
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
