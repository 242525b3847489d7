"""Evidence rule by rule, on small drafts: words, counts, regressions, clashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.evidence import evidence
from drafter.analyses.evidence.clashes import clashes
from drafter.analyses.targets import targets
from drafter.language.asks import asks
from drafter.language.named_words import named_words
from drafter.language.quotes import find_quotes
from drafter.language.requests import operation
from drafter.model import (
    Ask,
    Comment,
    Draft,
    Evidence,
    Link,
    LinkedClause,
    Op,
    Position,
    Rounds,
    Scope,
    Stance,
    Topic,
    Verdict,
)
from tests.redrafting import clause, draft


def drafts(*texts: Sequence[str]) -> list[Draft]:
    """Drafts of one section with points; their paths are 1, 2, …"""
    made = []
    for number, points in enumerate(texts, 1):
        one = draft(
            clause("III", "Nhiệm vụ, giải pháp chủ yếu của tỉnh"),
            *(clause(f"III.{at}", text, "III") for at, text in enumerate(points, 1)),
        )
        made.append(replace(one, path=str(number), sha256=str(number)))
    return made


def comment(
    text: str,
    operation: Ask | None,
    *,
    topics: tuple[Topic, ...] = (),
    agency: str = "Sở A",
    number: int = 1,
) -> Comment:
    quotes, asked = find_quotes(text), asks(text, operation, topics=topics)
    return Comment(
        f"{agency}#{number}", agency, None, "1", f"{agency}.docx", Position(), text,
        quote=tuple(quote.text for quote in quotes), topics=topics, asks=asked, stance=Stance.REQUEST,
        words=named_words(text, quotes, asked),
    )  # fmt: skip


def link(one: Comment, *ids: str) -> Link:
    scope = Scope.CLAUSES if ids else Scope.DOCUMENT
    return Link(one.id, scope, tuple(LinkedClause(id, 1.0, True) for id in ids), 0.99, False)


def judged(all_drafts: list[Draft], one: Comment, *ids: str) -> list[Evidence]:
    rounds = Rounds(tuple(all_drafts), align)
    return list(evidence([one], {one.id: link(one, *ids)}, rounds, targets))


TERM = "Thời hạn báo cáo của các sở, ngành là 5 ngày làm việc kể từ ngày nhận được văn bản."
FUND = "Sở Tài chính bố trí kinh phí hằng năm cho các nhiệm vụ nêu trên theo quy định."


@pytest.mark.parametrize(
    ("operation", "after", "verdict"),
    [
        (Ask(Op.REPLACE, "5 ngày", "7 ngày"), TERM.replace("5", "7"), Verdict.ADDRESSED),
        (Ask(Op.REPLACE, "5 ngày", "7 ngày"), TERM, Verdict.NOT_YET),
        (Ask(Op.REPLACE, "5 ngày", "7 ngày"), TERM.replace("5", "10"), Verdict.UNCLEAR),
        (Ask(Op.DELETE, "làm việc", None), TERM.replace(" làm việc", ""), Verdict.ADDRESSED),
        (Ask(Op.DELETE, "làm việc", None), TERM, Verdict.NOT_YET),
        (Ask(Op.ADD, None, "địa phương"), TERM.replace("là", "địa phương là"), Verdict.ADDRESSED),
        (Ask(Op.ADD, "sở, ngành", "địa phương"), TERM, Verdict.NOT_YET),
        (Ask(Op.ADD, None, "kể từ ngày nhận được văn bản"), TERM, Verdict.ALREADY),
        (
            Ask(Op.REPLACE, "các sở, ngành", "các sở, ngành, Ủy ban nhân dân cấp huyện, cấp xã"),
            TERM.replace("ngành", "ngành, Ủy ban nhân dân cấp huyện"),
            Verdict.PARTLY,
        ),
    ],
)  # fmt: skip
def test_words_asked_for_are_looked_for_in_the_next_draft(
    operation: Ask, after: str, verdict: Verdict
) -> None:
    both = drafts([TERM, FUND], [after, FUND])
    (found,) = judged(both, comment("Đề nghị sửa.", operation), "III.1")
    assert found.verdict is verdict, found.measures
    assert found.measures


def test_new_words_that_hold_the_old_ones_are_no_half_measure() -> None:
    asked = Ask(Op.REPLACE, "kinh phí hằng năm", "kinh phí hằng năm theo khả năng ngân sách")
    both = drafts([TERM, FUND], [TERM, FUND.replace("hằng năm", "hằng năm theo khả năng ngân sách")])
    (found,) = judged(both, comment("Đề nghị thay.", asked), "III.2")
    assert found.verdict is Verdict.ADDRESSED


def test_a_clause_is_followed_when_it_moves_and_is_renumbered() -> None:
    new = "Giao Văn phòng theo dõi, đôn đốc việc thực hiện và tổng hợp kết quả hằng quý."
    both = drafts([TERM, FUND], [new, FUND, TERM.replace("5", "7")])
    (found,) = judged(both, comment("Đề nghị sửa.", Ask(Op.REPLACE, "5 ngày", "7 ngày")), "III.1")
    assert found.verdict is Verdict.ADDRESSED
    assert found.clauses == ("III.3",)


def test_what_a_later_draft_undoes_is_regressed() -> None:
    three = drafts([TERM, FUND], [TERM.replace("5", "7"), FUND], [TERM, FUND])
    found = judged(three, comment("Đề nghị sửa.", Ask(Op.REPLACE, "5 ngày", "7 ngày")), "III.1")
    assert [one.verdict for one in found] == [Verdict.ADDRESSED, Verdict.REGRESSED]


def test_a_changed_line_is_no_addressed_comment() -> None:
    both = drafts([TERM, FUND], [TERM.replace("văn bản", "hồ sơ hợp lệ"), FUND])
    asked = comment("Đề nghị làm rõ nguồn kinh phí.", Ask(Op.CLARIFY, None, None))
    (found,) = judged(both, asked, "III.1")
    assert found.verdict is Verdict.NOT_YET
    assert found.segments


def test_a_comment_that_asks_for_nothing_is_unclear() -> None:
    both = drafts([TERM], [TERM.replace("5", "7")])
    text = "Cộng đồng mong Nghị quyết sớm được ban hành."
    wish = Comment("Sở A#1", "Sở A", None, "1", "Sở A.docx", Position(), text, stance=Stance.REMARK)
    (found,) = judged(both, wish)
    assert found.verdict is Verdict.UNCLEAR


def test_the_length_of_the_draft_is_counted() -> None:
    both = drafts([TERM, FUND, TERM], [TERM])
    asked = comment("Dự thảo còn dài.", Ask(Op.SHORTEN), topics=(Topic.LENGTH,))
    (found,) = judged(both, asked)
    assert found.verdict is Verdict.ADDRESSED
    assert [m.name for m in found.measures] == ["words"]
    both = [replace(one, pages=pages) for one, pages in zip(both, (12, 9), strict=True)]
    (found,) = judged(both, asked)
    assert [(m.name, m.before, m.after) for m in found.measures][1:] == [("pages", 12, 9)]


def test_a_split_that_was_asked_for_is_seen_in_the_alignment() -> None:
    first = "Ngầm hóa mạng cáp viễn thông tại các đô thị trên địa bàn tỉnh."
    second = "Dùng chung hạ tầng giữa viễn thông với giao thông, điện lực và xây dựng."
    asked = comment("Đề nghị tách.", Ask(Op.SPLIT))
    (done,) = judged(drafts([f"{first} {second}", FUND], [first, second, FUND]), asked, "III.1")
    (left,) = judged(drafts([f"{first} {second}", FUND], [f"{first} {second}", FUND]), asked, "III.1")
    assert (done.verdict, left.verdict) == (Verdict.ADDRESSED, Verdict.NOT_YET)


def test_different_figures_and_opposite_wishes_clash_and_equal_ones_do_not() -> None:
    (only,) = drafts([TERM])
    raise_it = comment("…", Ask(Op.REPLACE, "5 ngày", "7 ngày"), agency="Sở A")
    lower_it = comment("…", Ask(Op.REPLACE, "5 ngày", "3 ngày"), agency="Sở B")
    drop_it = comment("…", Ask(Op.DELETE, "làm việc"), agency="Sở C")
    add_it = comment("…", Ask(Op.ADD, None, "làm việc"), agency="Sở D")
    again = comment("…", Ask(Op.REPLACE, "5 ngày", "9 ngày"), agency="Sở A", number=2)
    said = [raise_it, lower_it, drop_it, add_it, again]
    found = clashes(said, {one.id: link(one, "III.1") for one in said}, Rounds((only,)))
    whys = {one.comments: one.why for one in found}
    assert whys["Sở A#1", "Sở B#1"] == "figures"
    assert whys["Sở C#1", "Sở D#1"] == "opposite"
    assert whys["Sở A#1", "Sở A#2"] == "self"
    same = [raise_it, comment("…", raise_it.operation, agency="Sở E")]
    assert clashes(same, {one.id: link(one, "III.1") for one in same}, Rounds((only,))) == ()


def alone(text: str, operation: Ask, before: Sequence[str], after: Sequence[str]) -> Verdict:
    """The verdict on a comment about III.1 after one further draft."""
    return judged(drafts(before, after), comment(text, operation), "III.1")[0].verdict


PLACE = "Bố trí ít nhất 10% ngân sách; UBND các cấp công khai kết quả giải quyết thủ tục hành chính."
WRITTEN_OUT = PLACE.replace("UBND", "Ủy ban nhân dân")
OTHER = "Phát triển hạ tầng số đồng bộ, hiện đại trên địa bàn tỉnh."


@pytest.mark.parametrize(
    ("said", "after", "verdict"),
    [
        (("delete", "UBND các cấp công khai kết quả", None), WRITTEN_OUT, "not-yet"),
        (("delete", "ít nhất 10%", None), PLACE.replace("10%", "15%"), "unclear"),
        (("delete", "ít nhất 10%", None), PLACE.replace("ít nhất 10% ", ""), "addressed"),
        (("replace", "UBND", "Ủy ban nhân dân"), WRITTEN_OUT, "addressed"),
        (("replace", "UBND", "Ủy ban nhân dân"), PLACE, "not-yet"),
        (("replace", None, "15%"), PLACE.replace("10%", "15%"), "addressed"),
        (("replace", "UBND các cấp công khai", "công khai"), PLACE.replace("UBND các cấp ", ""), "addressed"),
    ],
)  # fmt: skip
def test_words_are_compared_without_what_means_nothing_unless_that_is_asked(
    said: tuple[str, str | None, str | None], after: str, verdict: str
) -> None:
    op, old, new = said
    assert alone("Đề nghị sửa.", Ask(Op(op), old, new), [PLACE, OTHER], [after, OTHER]) == verdict


def test_a_split_into_fewer_than_asked_is_partly() -> None:
    first, second = "Xây dựng trung tâm dữ liệu của tỉnh và các ngành.", "Phát triển thị trường dữ liệu mở."
    for text, verdict in (("tách thành ba điểm", "partly"), ("tách thành hai điểm", "addressed")):
        asked = Ask(Op.SPLIT, None, None)
        assert alone(f"Đề nghị {text}.", asked, [f"{first} {second}"], [first, second]) == verdict


def test_a_clause_that_was_to_go_as_a_whole_is_gone_or_not() -> None:
    asked = Ask(Op.DELETE, None, None)
    assert alone("Đề nghị bỏ điểm này.", asked, [PLACE, OTHER], [OTHER]) == "addressed"
    assert alone("Đề nghị bỏ điểm này.", asked, [PLACE, OTHER], [PLACE, OTHER]) == "not-yet"


def test_what_is_only_to_be_weighed_is_for_a_person_to_say() -> None:
    asked = Ask(Op.ADD, None, None)
    assert alone("Đề nghị cân nhắc thêm cho phù hợp với thực tế.", asked, [PLACE], [PLACE]) == "unclear"


def test_of_two_things_asked_for_at_once_both_must_be_done() -> None:
    asked = Ask(Op.DELETE, "UBND các cấp", None)
    text = "Đề nghị bỏ “UBND các cấp” và bổ sung “cổng dịch vụ công”."
    gone = PLACE.replace("UBND các cấp ", "")
    assert alone(text, asked, [PLACE, OTHER], [gone, OTHER]) == "partly"
    assert (
        alone(text, asked, [PLACE, OTHER], [gone.replace(".", " trên cổng dịch vụ công."), OTHER])
        == "addressed"
    )


LONG = "Các cơ quan bố trí cán bộ chuyên trách, kinh phí hằng năm và trang thiết bị cho trung tâm điều hành."


def test_a_clause_that_had_the_words_before_is_not_what_was_asked_to_be_added() -> None:
    """The words that were wanted came one by one elsewhere; the clause that has them all is the old one."""
    asked = Ask(Op.ADD, None, None)
    text = "Đề nghị bổ sung cán bộ chuyên trách, kinh phí hằng năm và trang thiết bị trung tâm điều hành."
    scattered = [
        "Rà soát cán bộ chuyên trách.",
        "Giảm kinh phí hằng năm.",
        "Bán trang thiết bị.",
        "Xóa trung tâm điều hành.",
    ]
    one = comment(text, asked)
    (found,) = judged(drafts([PLACE, LONG, *["Nội dung khác."] * 4], [PLACE, LONG, *scattered]), one)
    assert found.verdict is not Verdict.ADDRESSED


@pytest.mark.parametrize(("second", "verdict"), [("5%", "addressed"), ("3%", "partly")])
def test_a_second_figure_is_another_though_the_first_ends_in_it(second: str, verdict: str) -> None:
    before = "Kinh tế số chiếm 10% GRDP; chi ngân sách cho công nghệ số chiếm 2% tổng chi."
    after = f"Kinh tế số chiếm 15% GRDP; chi ngân sách cho công nghệ số chiếm {second} tổng chi."
    text = "Đề nghị nâng tỷ trọng kinh tế số lên 15% và nâng mức chi cho công nghệ số lên 5%."
    assert alone(text, Ask(Op.REPLACE, None, "15%"), [before, OTHER], [after, OTHER]) == verdict


def test_an_agency_that_is_to_lead_must_lead_and_a_new_clause_may_say_so() -> None:
    asked = Ask(Op.ADD, None, None)
    text = "Đề nghị giao Sở Nội vụ chủ trì kiểm tra công tác văn thư của các cơ quan trong tỉnh."
    partner = (
        "Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ kiểm tra công tác văn thư của các cơ quan trong tỉnh."
    )
    leader = (
        "Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp kiểm tra công tác văn thư của các cơ quan trong tỉnh."
    )
    assert alone(text, asked, [partner, OTHER], [partner, OTHER]) == "not-yet"
    assert alone(text, asked, [partner, OTHER], [leader, OTHER]) == "addressed"
    assert alone(text, asked, [OTHER], [OTHER, leader]) == "addressed"


COURSE = "Bồi dưỡng kỹ năng số cho cán bộ cấp xã trước năm 2023; Sở Nội vụ chủ trì."
FUNDS = "Đề nghị bổ sung nguồn kinh phí thực hiện."
DAYS = "Đề nghị quy định thời hạn mỗi khóa bồi dưỡng tối đa 10 ngày."
BAN = "Đề nghị bổ sung quy định cán bộ đã qua bồi dưỡng không được chuyển công tác trong hai năm."


@pytest.mark.parametrize(
    ("text", "op", "after", "verdict"),
    [
        # Done in words of its own: a person must say. Money is known by its words.
        (FUNDS, "add", "2023 từ ngân sách tỉnh", "unclear"),
        (FUNDS, "add", "2023 theo hình thức trực tuyến", "not-yet"),
        (FUNDS, "add", "2023", "not-yet"),
        (
            "Đề nghị làm rõ nhóm đối tượng ưu tiên.",
            "clarify",
            "2023, trước hết là bộ phận một cửa",
            "unclear",
        ),
        ("Đề nghị làm rõ nhóm đối tượng ưu tiên.", "clarify", "2023", "not-yet"),
        # A figure that is named and came to the clause.
        (DAYS, "add", "2023, không quá 10 ngày", "addressed"),
        (DAYS, "add", "2023", "not-yet"),
        # Most of it came; the opposite of it came.
        (
            BAN,
            "add",
            "2023; cán bộ đã qua bồi dưỡng không được chuyển công tác trong hai năm đầu",
            "addressed",
        ),
        (BAN, "add", "2023; cán bộ đã qua bồi dưỡng được chuyển công tác trong hai năm đầu", "unclear"),
    ],
)
def test_not_yet_is_said_only_where_the_clause_does_not_say_it_in_other_words(
    text: str, op: str, after: str, verdict: str
) -> None:
    assert alone(text, Ask(Op(op)), [COURSE, OTHER], [COURSE.replace("2023", after), OTHER]) == verdict


SHARE = "Ít nhất 10% ngân sách dành cho chuyển đổi số; các sở, ngành báo cáo kết quả thực hiện hằng quý."
STAFF = "Bố trí 15% biên chế cho công nghệ thông tin tại các sở, ngành và địa phương."


@pytest.mark.parametrize(
    ("text", "before", "after", "verdict"),
    [
        # A figure that came elsewhere, or stood there for something else, is no answer.
        ("Đề nghị nâng từ 10% lên 15%.", [SHARE, OTHER], [SHARE, STAFF], "not-yet"),
        ("Đề nghị thay “10%” bằng “15%”.", [SHARE, STAFF], [SHARE, STAFF], "not-yet"),
        ("Đề nghị sửa thành “10%”.", [SHARE, OTHER], [SHARE, OTHER], "not-yet"),
        ("Đề nghị nâng từ 10% lên 15%.", [SHARE, STAFF], [SHARE.replace("10%", "15%"), STAFF], "addressed"),
        # What is to go stands elsewhere now, or in its place in much the same words.
        (
            "Đề nghị bỏ “báo cáo kết quả thực hiện hằng quý”.",
            [SHARE, OTHER],
            [SHARE.replace(" báo cáo kết quả thực hiện hằng quý", " thi đua"), f"{OTHER} {SHARE}"],
            "unclear",
        ),
        (
            "Đề nghị bỏ “các sở, ngành báo cáo kết quả thực hiện hằng quý”.",
            [SHARE, OTHER],
            [SHARE.replace("hằng quý", "mỗi quý"), OTHER],
            "unclear",
        ),
        # What is complained of is as it was, or became something that a person must judge.
        ("Đề nghị điều chỉnh lại chỉ tiêu “ít nhất 10% ngân sách” cho phù hợp.", [SHARE], [SHARE], "not-yet"),
        (
            "Đề nghị điều chỉnh lại chỉ tiêu “ít nhất 10% ngân sách” cho phù hợp.",
            [SHARE],
            [SHARE.replace("10%", "8%")],
            "unclear",
        ),
        ("“Ít nhất 10% ngân sách” là quá cao, đề nghị cân nhắc.", [SHARE], [SHARE], "unclear"),
        # What is to be added behind certain words stands there, or only somewhere else in the clause.
        ("Đề nghị bổ sung “ngành” sau “các sở”.", [SHARE], [SHARE], "already"),
        ("Đề nghị bổ sung “ngành” sau “báo cáo”.", [SHARE], [SHARE], "not-yet"),
        # What is to stay stands, or is gone.
        ("Đề nghị giữ nguyên cụm từ “báo cáo kết quả”.", [SHARE], [SHARE.replace("10%", "8%")], "addressed"),
        (
            "Đề nghị giữ nguyên cụm từ “báo cáo kết quả”.",
            [SHARE],
            [SHARE.replace("kết quả ", "")],
            "regressed",
        ),
        ("Đề nghị giữ nguyên khoản 1.", [SHARE], [SHARE], "addressed"),
    ],
)
def test_done_is_never_said_of_what_was_not_done_nor_already_of_a_change(
    text: str, before: list[str], after: list[str], verdict: str
) -> None:
    assert alone(text, operation(text) or Ask(None), before, after) == verdict
