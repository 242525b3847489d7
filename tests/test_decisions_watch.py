"""The watch over what was decided: the edit that fulfils a decision, and whether later drafts keep it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from random import Random

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.decisions import deed_of, fallen, overridden, watch, watched
from drafter.model import Ask, Deed, DeedState, Draft, Op, Rounds
from tests.commands import workspace
from tests.redrafting import redraft, written

HEAD = """
I Quan điểm chỉ đạo về phát triển chính quyền số, đô thị thông minh của tỉnh
II Mục tiêu đến năm 2025 của tỉnh về chính quyền số và kinh tế số
II.1 Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trực tuyến đạt 30% vào năm 2025.
II.2 Tỷ lệ người dân được cấp định danh điện tử đạt 60%, có tài khoản thanh toán.
III Nhiệm vụ, giải pháp chủ yếu của tỉnh trong giai đoạn tới
III.1 Xây dựng trung tâm dữ liệu của tỉnh, giao Sở Thông tin và Truyền thông chủ trì.
III.2 Định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.
III.3 Đào tạo cán bộ, công chức, viên chức về kỹ năng số hằng năm cho các huyện."""


def rounds(*edits: dict[str, str]) -> Rounds:
    """Drafts 1, 2, …: the one above, then each with words replaced in the one before; "" cuts a line."""
    lines, drafts = HEAD, [written(HEAD, 1)]
    for number, edit in enumerate(edits, 2):
        for old, new in edit.items():
            assert old in lines, old
            lines = lines.replace(old, new)
        drafts.append(written("\n".join(line for line in lines.splitlines() if line.strip()), number))
    return Rounds(tuple(replace(one, sha256=one.path) for one in drafts), align)


def deed(all_drafts: Rounds, *ids: str, asks: tuple[Ask, ...] = ()) -> Deed:
    """What the second draft did about clauses of the first."""
    first, second = all_drafts.drafts[:2]
    found = deed_of(ids, first, all_drafts, asks=asks, draft=second)
    assert found is not None
    return found


def standing(all_drafts: Rounds, *ids: str, asks: tuple[Ask, ...] = ()) -> DeedState:
    """How what the second draft did stands in the last."""
    return watched(deed(all_drafts, *ids, asks=asks), all_drafts)[-1].state


RAISED = {"đạt 30% vào": "đạt 40% vào"}
YEARLY = {"Định kỳ 6 tháng báo cáo": "Định kỳ 6 tháng, hằng năm báo cáo"}


def test_a_deed_holds_the_words_that_came_and_went_and_where_they_stand() -> None:
    found = deed(rounds(RAISED), "II.1")
    assert (found.draft, found.number, found.clauses) == ("lan-2.docx", 2, ("II.1",))
    (came,), (went,) = found.came, found.went
    assert "đạt 40% vào năm 2025" in came and "đạt 30% vào năm 2025" in went


def test_words_of_the_office_in_place_of_those_asked_for_are_its_deed() -> None:
    asked = (Ask(Op.REPLACE, "30%", "50%"),)
    assert "40%" in deed(rounds(RAISED), "II.1", asks=asked).came[0]


def test_of_several_edits_the_deed_is_the_one_that_was_asked_for() -> None:
    both = {**RAISED, "giải quyết trực tuyến": "giải quyết toàn trình, đúng hạn", "đạt 60%": "đạt 70%"}
    found = deed(rounds(both), "II", asks=(Ask(Op.REPLACE, "60%", "70%"),))
    assert found.clauses == ("II.2",) and len(found.came) == 1 and "70%" in found.came[0]


def test_an_edit_that_another_comment_asked_for_is_not_taken_for_the_office_s_own_words() -> None:
    drafts, theirs = rounds(RAISED), (Ask(Op.REPLACE, "30%", "40%"),)
    assert deed_of(("II.1",), drafts.drafts[0], drafts, asks=(Ask(None),), others=theirs) is None
    assert deed_of(("II.1",), drafts.drafts[0], drafts, asks=theirs, others=theirs) is not None


def test_of_several_edits_that_nobody_asked_for_none_is_taken_for_the_office_s_own_words() -> None:
    one, two = rounds(RAISED), rounds({**RAISED, "đạt 60%": "đạt 70%"})
    asked = (Ask(Op.CLARIFY),)
    assert deed_of(("II",), one.drafts[0], one, asks=asked) is not None
    assert deed_of(("II",), one.drafts[0], one, asks=asked, named=True) is None
    assert deed_of(("II",), two.drafts[0], two, asks=asked) is None


def test_much_of_a_long_wish_in_several_edits_of_others_is_no_deed_of_it() -> None:
    theirs = {
        "hằng năm cho": "hằng năm, có kinh phí duy trì, cho",
        "kết quả thực": "kinh phí nâng cấp và thực",
    }
    drafts, wish = rounds(theirs), (Ask(Op.ADD, None, "kinh phí duy trì, nâng cấp mỗi quý"),)
    assert deed_of(("III",), drafts.drafts[0], drafts, asks=wish, named=True) is None


def test_nothing_is_a_deed_where_the_clause_is_as_it_was_or_only_spelled_otherwise() -> None:
    spelled = rounds({"Ủy ban nhân dân tỉnh": "UBND tỉnh", "đạt 60%": "đạt 70%"})
    first, newest = spelled.drafts
    assert deed_of(("III.2",), first, spelled) is None
    assert deed_of(("III.1",), first, spelled) is None
    assert deed_of(("II.2",), newest, spelled) is None  # of the newest draft itself
    wanted = deed_of(("III.2",), first, spelled, asks=(Ask(Op.REPLACE, "Ủy ban nhân dân", "UBND"),))
    assert wanted is not None and "UBND" in wanted.came[0]


def test_a_single_word_is_watched_with_the_words_around_it() -> None:
    found = deed(rounds({"người dân được": "công dân được", ", có tài": ", đã có tài"}), "II.2")
    assert all(len(phrase.split()) >= 4 for phrase in (*found.came, *found.went))


def test_a_new_clause_and_one_that_went_are_deeds_of_the_part_that_they_stand_in() -> None:
    added = rounds({"III.3 Đào": "III.3 Bố trí kinh phí hằng năm cho an toàn thông tin.\nIII.4 Đào"})
    assert deed(added, "III").came == ("Bố trí kinh phí hằng năm cho an toàn thông tin",)
    dropped = rounds({HEAD.splitlines()[-1]: ""})
    found = deed(dropped, "III.3")
    assert not found.came and not found.clauses and found.went[0].startswith("Đào tạo cán bộ")


@pytest.mark.parametrize(
    ("done", "later", "expected"),
    [
        pytest.param(RAISED, {"III.3 Đào tạo": "III.3 Tổ chức đào tạo"}, "stands", id="edited elsewhere"),
        pytest.param(RAISED, {"đạt 40% vào": "đạt 30% vào"}, "regressed", id="taken back"),
        pytest.param(RAISED, {"đạt 40% vào": "đạt 35% vào"}, "regressed", id="another figure"),
        pytest.param(RAISED, {"đạt 40% vào năm 2025": "đạt 40% vào năm 2024"}, "reworded", id="beside it"),
        pytest.param(RAISED, {"đạt 40%": "không đạt 40%"}, "reworded", id="turned round"),
        pytest.param(RAISED, {"đạt 40% vào": "đạt  40 %\u00a0vào"}, "stands", id="wrapped"),
        pytest.param(YEARLY, {"6 tháng, hằng năm báo": "6 tháng báo"}, "regressed", id="an addition undone"),
        pytest.param(YEARLY, {"6 tháng, hằng năm": "3 tháng, hằng năm"}, "reworded", id="the figure beside"),
        pytest.param(YEARLY, {"Ủy ban nhân dân tỉnh": "UBND Tỉnh"}, "stands", id="spelled otherwise"),
    ],
)  # fmt: skip
def test_a_later_draft_keeps_moves_or_undoes_what_was_done(
    done: dict[str, str], later: dict[str, str], expected: str
) -> None:
    clause = "II.1" if done is RAISED else "III.2"
    assert standing(rounds(done, later), clause) == expected


def test_an_accepted_target_that_a_later_draft_drops_is_regressed_in_that_draft() -> None:
    target = "II.3 Kinh tế số chiếm 20% tổng sản phẩm trên địa bàn tỉnh vào năm 2025."
    added = {"III Nhiệm vụ": f"{target}\nIII Nhiệm vụ"}
    drafts = rounds(added, {"III.3 Đào tạo": "III.3 Tổ chức đào tạo"}, {target: ""}, {"III.3 Tổ": "III.3 Mở"})
    found = watched(deed(drafts, "II"), drafts)
    assert [one.state for one in found] == ["stands", "regressed", "regressed"]
    undone = fallen(found)
    assert undone is not None and undone.number == 4 and "20%" in undone.gone[0]


def test_what_is_done_again_after_it_was_undone_is_not_fallen() -> None:
    drafts = rounds(RAISED, {"đạt 40% vào": "đạt 30% vào"}, {"đạt 30% vào": "đạt 40% vào"})
    found = watched(deed(drafts, "II.1"), drafts)
    assert [one.state for one in found] == ["regressed", "stands"]
    assert fallen(found) is None


def test_a_clause_that_was_deleted_and_comes_back_is_regressed_wherever_it_stands() -> None:
    line = HEAD.splitlines()[-1]
    gone, text = {line: ""}, line.removeprefix("III.3 ")
    same = rounds(gone, {"III.2 Định": f"III.2 {text}\nIII.3 Định"})
    assert standing(same, "III.3") == "regressed"
    assert watched(deed(same, "III.3"), same)[-1].back
    other = rounds(gone, {"III Nhiệm": f"II.3 {text.replace('hằng năm', 'mỗi năm')}\nIII Nhiệm"})
    assert standing(other, "III.3") == "regressed"
    assert standing(
        rounds(gone, {"III.2 Định": "III.2 Đánh giá cán bộ, công chức.\nIII.3 Định"}), "III.3"
    ) == ("stands")


def test_the_old_words_in_another_sense_have_not_come_back() -> None:
    done = {"vào năm 2025": "vào năm 2024"}
    later = {"Tỷ lệ hồ sơ": "Trong giai đoạn 2021-2025, tỷ lệ hồ sơ"}
    assert standing(rounds(done, later), "II.1") == "stands"


def test_words_that_move_to_a_new_clause_are_moved_and_those_that_stood_there_before_are_not() -> None:
    clause = "III.1 Xây dựng trung tâm dữ liệu của tỉnh, giao Sở Thông tin và Truyền thông chủ trì."
    done = {"giao Sở Thông tin và Truyền thông chủ trì": "giao Công an tỉnh chủ trì, phối hợp thực hiện"}
    line = clause.replace(*next(iter(done.items())))
    moved = rounds(
        done, {line: "", "thanh toán.": "thanh toán; giao Công an tỉnh chủ trì, phối hợp thực hiện."}
    )
    assert standing(moved, "III.1") == "moved"
    twice = {**done, "hằng năm cho các huyện": "hằng năm, giao Công an tỉnh chủ trì, phối hợp thực hiện"}
    dropped = {", giao Công an tỉnh chủ trì, phối hợp thực hiện.\nIII.2": ".\nIII.2"}
    assert standing(rounds(twice, dropped), "III.1") == "regressed"


def test_splitting_and_merging_a_clause_leaves_its_deed_standing() -> None:
    done = {"đạt 60%, có tài khoản": "đạt 75% số người từ đủ 14 tuổi, có tài khoản"}
    split = {"14 tuổi, có tài khoản thanh toán.": "14 tuổi.\nII.3 Người dân có tài khoản thanh toán."}
    assert standing(rounds(done, split), "II.2") == "stands"
    merged = {" vào năm 2025.\nII.2 Tỷ lệ": " vào năm 2025; tỷ lệ"}
    assert standing(rounds({**RAISED, **done}, merged), "II.2") == "stands"
    assert standing(rounds({**RAISED, **done}, merged), "II.1") == "stands"


def test_a_deed_whose_draft_is_gone_is_known_by_number_or_not_watched() -> None:
    drafts = rounds(RAISED, {"đạt 40%": "đạt 30%"})
    kept = deed(drafts, "II.1")
    assert fallen(watched(replace(kept, draft="other.docx"), drafts)) is not None
    assert watched(replace(kept, draft="other.docx", number=None), drafts) == ()


def noisy(draft: Draft) -> Draft:
    """The draft in decomposed Unicode, wrapped otherwise, other marks at the ends."""
    return replace(
        draft,
        clauses=tuple(
            replace(one, text=unicodedata.normalize("NFD", one.text).replace(" ", "  ").rstrip(".") + ";")
            for one in draft.clauses
        ),
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 12))])
def test_nothing_is_regressed_by_numbering_moving_splitting_merging_or_unicode(seed: int) -> None:
    drafts = workspace().rounds.drafts
    about, shown = drafts[0], drafts[1]
    pair = Rounds((about, shown), align)
    random = Random(seed)
    new, truth = redraft(shown, random, steps=30)
    reworded = {
        id for olds, news in truth for id in olds
        if not news
        or "".join(shown.by_id[old].text for old in olds) not in (new.by_id[now].text for now in news)
    }  # fmt: skip
    later = replace(noisy(new), path="later.docx", sha256="later", number=3)
    seen = 0
    for clause in about.clauses:
        found = deed_of((clause.id,), about, pair)
        if found is None or reworded & {c.id for id in found.clauses for c in shown.subtree(id)}:
            continue
        seen += 1
        (one,) = watched(found, Rounds((about, shown, later), align))
        assert one.state is not DeedState.REGRESSED, (found, one)
    assert seen >= 5


@pytest.mark.slow
def test_every_deed_of_the_sample_stands_where_the_next_draft_is_the_same() -> None:
    about, shown = workspace().rounds.drafts[:2]
    pair = Rounds((about, shown), align)
    again = Rounds((about, shown, replace(noisy(shown), path="z.docx", sha256="z", number=9)), align)
    deeds = [found for one in about.clauses if (found := deed_of((one.id,), about, pair))]
    assert len(deeds) >= 20
    assert {watched(found, again)[0].state for found in deeds} == {DeedState.STANDS}


@pytest.mark.slow
def test_every_deed_of_the_sample_is_regressed_where_the_next_draft_is_the_old_one() -> None:
    about, shown = workspace().rounds.drafts[:2]
    pair = Rounds((about, shown), align)
    back = Rounds((about, shown, replace(about, path="z.docx", sha256="z", number=9)), align)
    deeds = [found for one in about.clauses if (found := deed_of((one.id,), about, pair))]
    told = [(found, watched(found, back)[0]) for found in deeds]
    assert [found for found, one in told if one.state is not DeedState.REGRESSED] == []


# --- what a later accepted comment wrote anew -----------------------------------------------

ADDED = {"II.2 Tỷ": "II.2 Phấn đấu 100% trường phổ thông dạy và học trực tuyến.\nII.3 Tỷ"}
LOWERED = {"100% trường": "90% trường"}


def together(
    all_drafts: Rounds, *, asked: Sequence[Ask] | None = None, **deeds: Deed
) -> dict[str, list[str]]:
    """What every later draft did to each deed, told beside the others, which do just what was `asked` for."""
    numbers = {key: at for at, key in enumerate(deeds, 1)}
    asks = {
        key: asked if asked is not None else [Ask(None, old, new) for old, new in _sides(each)]
        for key, each in deeds.items()
    }
    found = overridden(watch(deeds, all_drafts), deeds, all_drafts, numbers, asks)
    return {key: [f"{one.state} {one.by}" for one in seen] for key, seen in found.items()}


def _sides(found: Deed) -> Iterator[tuple[str | None, str | None]]:
    return zip_longest(found.went, found.came)


def between(all_drafts: Rounds, number: int, *ids: str) -> Deed:
    """What one draft did about clauses of the one before."""
    before, draft = all_drafts.drafts[number - 2 : number]
    found = deed_of(ids, before, all_drafts, draft=draft)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("later", "told"),
    [
        pytest.param(LOWERED, "overridden (2,)", id="a figure"),
        pytest.param({"100% trường": "90% số trường"}, "overridden (2,)", id="and words beside it"),
        pytest.param({"trực tuyến.": "trực tuyến, trực tiếp."}, "stands ()", id="words behind it"),
        pytest.param({next(iter(ADDED.values())).split("\n")[0]: ""}, "overridden (2,)", id="taken out"),
    ],
)  # fmt: skip
def test_accepted_words_that_a_later_accepted_edit_wrote_anew_are_overridden_by_it(
    later: dict[str, str], told: str
) -> None:
    drafts = rounds(ADDED, later)
    assert together(drafts, one=deed(drafts, "II"), two=between(drafts, 3, "II"))["one"] == [told]


def test_what_the_draft_has_beyond_the_later_edit_is_still_a_regress() -> None:
    drafts = rounds(ADDED, LOWERED, {"90% trường": "80% trường"})
    one, two = deed(drafts, "II"), between(drafts, 3, "II")
    assert together(drafts, one=one, two=two) == {
        "one": ["overridden (2,)", "regressed ()"],
        "two": ["regressed ()"],
    }
    assert together(drafts, one=one)["one"] == ["regressed ()", "regressed ()"]
    other = rounds(ADDED, {**LOWERED, "đạt 60%": "đạt 70%"})
    apart = replace(between(other, 3, "II"), came=("được cấp định danh điện tử đạt 70%",), went=())
    assert together(other, one=deed(other, "II"), two=apart)["one"] == ["regressed ()"]


def test_words_that_went_and_were_asked_for_again_are_overridden_by_who_asked() -> None:
    line = HEAD.splitlines()[-1]
    drafts = rounds({line: ""}, {"III.2 Định": f"III.2 {line.removeprefix('III.3 ')}\nIII.3 Định"})
    one, two = deed(drafts, "III.3"), between(drafts, 3, "III")
    assert together(drafts, one=one, two=two)["one"] == ["overridden (2,)"]


def test_an_edit_that_the_other_comment_does_not_ask_for_overrides_nothing() -> None:
    drafts = rounds(ADDED, LOWERED)
    one, two = deed(drafts, "II"), between(drafts, 3, "II")
    for asked in ((), (Ask(Op.CLARIFY),), (Ask(Op.ADD, None, "nguồn kinh phí"),)):
        assert together(drafts, asked=asked, one=one, two=two)["one"] == ["regressed ()"]
    lower = (Ask(Op.REPLACE, "100%", "90%"),)
    assert together(drafts, asked=lower, one=one, two=two)["one"] == ["overridden (2,)"]


def test_an_edit_of_the_same_draft_or_of_an_earlier_one_overrides_nothing() -> None:
    drafts = rounds(ADDED, LOWERED)
    one = deed(drafts, "II")
    same = replace(between(drafts, 3, "II"), draft=one.draft)
    assert together(drafts, one=one, two=same)["one"] == ["regressed ()"]
