"""Whose an edit is: an agency has the words that its comment asked for, the drafting office the rest."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.plans.commented import commented
from drafter.model import Ask, Draft, MarginComment, Op, Verdict
from drafter.model.draft import Place
from drafter.writers.redline.merging.asked import AskedHere, owners
from drafter.writers.redline.reading.atoms import Atom
from tests.test_evidence_rules import comment, drafts, judged


def atoms(text: str) -> list[Atom]:
    return [Atom(each, each, []) for each in re.findall(r"\w+|\s+|[^\w\s]", text)]


def owned(lost: str, gained: str, *asked: MarginComment) -> list[str]:
    """The words of an edit that belong to an agency, lost and gained."""
    sides = atoms(lost), atoms(gained)
    held = owners(*sides, [AskedHere(each, f"p{n}") for n, each in enumerate(asked)])
    return [
        "".join(atom.text for atom, owner in zip(side, found, strict=True) if owner).strip()
        for side, found in zip(sides, held, strict=True)
    ]


def margin(
    gone: tuple[str, ...] = (), come: tuple[str, ...] = (), text: str = "", *, freely: bool = False
) -> MarginComment:
    return MarginComment("Sở A", text, None, (0,), gone, come, freely)


FIGURES = margin(("80%",), ("85%",))
NAMED = margin((), ("Cục Quản lý đường bộ",))
FREE = margin(text="Đề nghị bổ sung quy định về kiểm tra định kỳ hằng quý của sở.", freely=True)


@pytest.mark.parametrize(
    ("lost", "gained", "asked", "wanted"),
    [
        ("80", "85", FIGURES, ["80", "85"]),
        ("mức độ 4", "toàn trình", FIGURES, ["", ""]),
        ("80% hồ sơ mức độ 4", "85% hồ sơ toàn trình", FIGURES, ["80", "85"]),
        ("", "kịp thời, Cục Quản lý đường bộ", NAMED, ["", "Cục Quản lý đường bộ"]),
        ("", "và", NAMED, ["", ""]),
        ("", "; kiểm tra định kỳ hằng quý", FREE, ["", "; kiểm tra định kỳ hằng quý"]),
        ("", "theo khả năng cân đối ngân sách", FREE, ["", ""]),
        ("báo cáo hằng năm", "", FREE, ["", ""]),
        ("10", "15", margin((), ("15%",)), ["10", "15"]),
        ("10", "15", margin(("12%",), ("15%",)), ["", "15"]),
    ],
)
def test_an_agency_owns_the_words_it_asked_for_and_no_others(
    lost: str, gained: str, asked: MarginComment, wanted: list[str]
) -> None:
    assert owned(lost, gained, asked) == wanted


def test_each_of_two_agencies_has_its_own_words() -> None:
    first, second = margin((), ("địa phương",)), margin((), ("hợp tác xã",))
    held = owners([], atoms("địa phương, hợp tác xã"), [AskedHere(first, "a"), AskedHere(second, "b")])[1]
    assert [owner.spot if owner else "" for owner in held] == ["a", "a", "a", "", "", "b", "b", "b", "b", "b"]


def test_nothing_is_done_for_a_comment_where_the_draft_before_did_it_already() -> None:
    before = "Thời hạn báo cáo của các sở, ngành là 5 ngày làm việc kể từ ngày nhận văn bản."
    after = before.replace("5 ngày", "7 ngày")
    three = [_placed(each) for each in drafts([before], [after], [f"{after} Báo cáo gửi qua mạng."])]
    said = comment("Đề nghị sửa.", Ask(Op.REPLACE, "5 ngày", "7 ngày"))
    found = judged(three, said, "III.1")
    assert [each.verdict for each in found] == [Verdict.ADDRESSED, Verdict.ADDRESSED]
    steps = [(three[0], three[1]), (three[1], three[2])]
    made = [
        commented(changes(old, new, align(old, new)), old, new, {said.id: said}, found) for old, new in steps
    ]
    assert [len(each) for each in made] == [1, 0]


def test_what_came_as_asked_beside_another_edit_has_its_author_and_is_not_called_done() -> None:
    before = "Tỷ lệ hồ sơ được giải quyết trực tuyến ở mức độ 4 đạt 80% vào năm 2025."
    after = before.replace("80%", "85%").replace("ở mức độ 4", "toàn trình")
    two = [_placed(each) for each in drafts([before], [after])]
    said = comment("Đề nghị sửa.", Ask(Op.REPLACE, "80%", "85%"))
    found = judged(two, said, "III.1")
    assert [each.verdict for each in found] == [Verdict.UNCLEAR]
    old, new = two
    made = commented(changes(old, new, align(old, new)), old, new, {said.id: said}, found)
    assert [(each.gone, each.come) for each in made] == [(("80%",), ("85%",))]


def _placed(draft: Draft) -> Draft:
    """The draft with a paragraph for each clause."""
    clauses = [replace(each, places=(Place(n, 0, len(each.text)),)) for n, each in enumerate(draft.clauses)]
    return replace(draft, clauses=tuple(clauses))
