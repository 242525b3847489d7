"""Rows, agreements and the balance of the disposition table."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.balance import balance
from drafter.analyses.disposition import disposition
from drafter.errors import CheckFailed
from drafter.language.identities import identities
from drafter.model import (
    Alignment,
    Clause,
    Comment,
    Correspondence,
    Draft,
    Kind,
    Letter,
    Link,
    LinkedClause,
    Match,
    Position,
    Problem,
    Reference,
    Role,
    Rounds,
    Scope,
    Stance,
    Table,
)
from tests.properties import examples

AGENCIES = ("Sở Tài chính", "Sở Nội vụ", "Sở Y tế", "Công an tỉnh")


def clause(id: str, order: int, text: str = "") -> Clause:
    return Clause(
        id, f"khoản {id}", id, Kind.PARAGRAPH, Role.OTHER, f"Mục {id}", text or id, 1, 1, None, order
    )


def draft(number: int, *ids: str) -> Draft:
    clauses = tuple(clause(id, order) for order, id in enumerate(ids))
    return Draft(f"drafts/{number}.docx", str(number), "Dự thảo", number, None, None, None, clauses)


def letter(
    agency: str, path: str, *texts: str, draft: str = "drafts/1.docx", stance: Stance = Stance.REQUEST
) -> Letter:
    comments = tuple(
        Comment(f"{path}#{n}", agency, None, draft, path, Position(line=n), text, stance=stance)
        for n, text in enumerate(texts, 1)
    )
    return Letter(path, agency, None, None, stance, comments)


def agreement(agency: str, path: str) -> Letter:
    return letter(agency, path, "Thống nhất.", stance=Stance.AGREEMENT)


def received(*letters: Letter, problems: Sequence[Problem] = ()) -> Correspondence:
    return Correspondence(letters, tuple(problems), (), {one.path: "0" for one in letters})


def links(correspondence: Correspondence, places: dict[str, str | None]) -> dict[str, Link]:
    """Each comment linked to the clause that `places` has for its text; none: the whole draft."""
    found = {}
    for comment in correspondence.comments:
        id = places.get(comment.text)
        clauses = (LinkedClause(id, 1.0, True),) if id else ()
        found[comment.id] = Link(comment.id, Scope.CLAUSES if id else Scope.DOCUMENT, clauses, 1.0, False)
    return found


def rounds(drafts: Sequence[Draft], steps: Sequence[Alignment] = ()) -> Rounds:
    """The drafts in order, `steps[i]` from draft i to i + 1."""
    return Rounds(tuple(drafts), lambda old, new: steps[drafts.index(new) - 1])


def table(
    correspondence: Correspondence,
    places: dict[str, str | None],
    *,
    drafts: Sequence[Draft] | None = None,
    alignments: Sequence[Alignment] = (),
    asked: Sequence[str] = (),
    agreed_by_silence: Sequence[str] = (),
) -> Table:
    return disposition(
        correspondence,
        links(correspondence, places),
        rounds(drafts or [draft(1, "1", "2", "3")], alignments),
        asked=asked,
        agreed_by_silence=agreed_by_silence,
    )


def texts(made: Table) -> list[str]:
    return [row.text for row in made.rows]


def test_general_comments_come_first_then_the_order_of_the_clauses() -> None:
    made = table(received(letter("A", "a.txt", "ba", "một", "chung")), {"ba": "3", "một": "1"})
    assert texts(made) == ["chung", "một", "ba"]
    assert [row.no for row in made.rows] == [1, 2, 3]


def test_a_comment_on_an_older_draft_stands_where_its_clause_is_now() -> None:
    old, new = draft(1, "1", "2", "3"), draft(2, "1", "2", "3")
    turned = Alignment(tuple(Match((a,), (b,), 1.0) for a, b in (("1", "3"), ("2", "2"), ("3", "1"))))
    made = table(
        received(
            letter("A", "a.txt", "cũ một", "cũ ba"), letter("B", "b.txt", "mới hai", draft="drafts/2.docx")
        ),
        {"cũ một": "1", "cũ ba": "3", "mới hai": "2"},
        drafts=[old, new],
        alignments=[turned],
    )
    assert texts(made) == ["cũ ba", "mới hai", "cũ một"]
    assert [row.clause for row in made.rows] == ["3", "2", "1"]
    assert [row.heading for row in made.rows] == ["1 Mục 1", "2 Mục 2", "3 Mục 3"]


def test_a_comment_on_a_deleted_clause_keeps_the_place_of_the_one_before_it() -> None:
    old, new = draft(1, "1", "2", "3"), draft(2, "1", "3")
    gone = Alignment((Match(("1",), ("1",), 1.0), Match(("2",), (), 0.0), Match(("3",), ("3",), 1.0)))
    made = table(
        received(letter("A", "a.txt", "ba", "hai", "một")),
        {"một": "1", "hai": "2", "ba": "3"},
        drafts=[old, new],
        alignments=[gone],
    )
    assert texts(made) == ["một", "hai", "ba"]


def test_equal_comments_of_two_agencies_on_one_clause_share_a_row() -> None:
    made = table(
        received(letter("A", "a.txt", "Bỏ câu này."), letter("B", "b.txt", "bỏ  câu này")),
        {"Bỏ câu này.": "1", "bỏ  câu này": "1"},
    )
    assert [row.agencies for row in made.rows] == [("A", "B")]
    assert made.rows[0].comments == ("a.txt#1", "b.txt#1")


def cited(comment: Comment, text: str) -> Comment:
    start = comment.text.index(text)
    return replace(comment, references=(Reference(text, start, start + len(text)),))


def test_equal_wishes_for_one_clause_share_a_row_however_they_cite_it() -> None:
    one, other = "Tại điểm a khoản 2: đề nghị bỏ.", "Mục 2.a, đề nghị bỏ"
    mail = received(letter("A", "a.txt", one), letter("B", "b.txt", other))
    first, second = mail.letters
    mail = received(
        replace(first, comments=(cited(first.comments[0], "điểm a khoản 2"),)),
        replace(second, comments=(cited(second.comments[0], "Mục 2.a"),)),
    )
    assert [row.agencies for row in table(mail, {one: "2", other: "2"}).rows] == [("A", "B")]
    assert len(table(mail, {one: "2", other: "1"}).rows) == 2


def test_a_citation_that_is_the_wish_itself_keeps_two_rows_apart() -> None:
    one, other = "Đề nghị chuyển sang mục 1.", "Đề nghị chuyển sang mục 3."
    mail = received(letter("A", "a.txt", one), letter("B", "b.txt", other))
    first, second = mail.letters
    mail = received(
        replace(first, comments=(cited(first.comments[0], "mục 1"),)),
        replace(second, comments=(cited(second.comments[0], "mục 3"),)),
    )
    assert len(table(mail, {one: "2", other: "2"}).rows) == 2


def test_an_agency_is_one_however_its_name_is_spelled() -> None:
    mail = received(letter("Ủy ban nhân dân huyện Hương Khê", "a.txt", "Bỏ."), agreement("SỞ Y TẾ", "b.txt"))
    made = table(mail, {}, asked=["UBND huyện Hương Khê", "Sở  y tế", "Sở Y tế", "Sở Nội vụ"])
    assert (made.silent, made.asked, made.balance.agencies) == (("Sở Nội vụ",), 3, 3)


def test_places_of_one_row_are_printed_in_the_order_of_the_draft() -> None:
    mail = received(letter("A", "a.txt", "Bỏ."))
    best_first = tuple(LinkedClause(id, score, True) for id, score in (("3", 0.9), ("1", 0.8)))
    link = Link("a.txt#1", Scope.CLAUSES, best_first, 0.9, False)
    made = disposition(mail, {"a.txt#1": link}, rounds([draft(1, "1", "2", "3")]))
    assert (made.rows[0].clause, made.rows[0].locator) == ("3", "khoản 1; khoản 3")


def test_a_draft_without_a_number_has_a_table_too() -> None:
    made = table(received(letter("A", "a.txt", "Bỏ.")), {}, drafts=[replace(draft(1, "1"), number=None)])
    assert (made.draft_number, made.rows[0].draft_number) == (None, None)


def test_the_same_words_on_two_clauses_are_two_rows() -> None:
    made = table(received(letter("A", "a.txt", "Bỏ."), letter("B", "b.txt", "Bỏ")), {"Bỏ.": "1", "Bỏ": "2"})
    assert len(made.rows) == 2


def test_an_agency_that_agreed_in_one_letter_and_commented_in_another_has_commented() -> None:
    made = table(received(agreement("Sở Y tế", "a.txt"), letter("SỞ Y TẾ", "b.txt", "Bỏ.")), {})
    assert [one.agency for one in made.commented] == ["SỞ Y TẾ"]
    assert made.agreements == ()
    assert (made.balance.agreements, made.balance.comments_in_rows) == (1, 1)


def test_agencies_asked_and_silent_are_counted_apart_or_as_agreed() -> None:
    mail = received(letter("Sở Tài chính", "a.txt", "Bỏ."))
    asked = ["Sở Tài chính", "Sở Nội vụ"]
    made = table(mail, {}, asked=asked)
    assert (made.silent, made.asked, made.balance.agencies_silent) == (("Sở Nội vụ",), 2, 1)
    lenient = table(mail, {}, asked=asked, agreed_by_silence=asked)
    assert lenient.silent == ()
    assert [(one.agency, one.by_silence) for one in lenient.agreements] == [("Sở Nội vụ", True)]


def test_every_file_that_the_table_was_made_from_is_among_its_inputs() -> None:
    mail = received(letter("A", "a.txt", "Bỏ."))
    made = disposition(mail, links(mail, {}), rounds([draft(1, "1")]), further=[("drafter.toml", "f" * 64)])
    assert [path for path, _ in made.inputs] == ["drafts/1.docx", "comments/a.txt", "drafter.toml"]


def test_a_draft_without_a_title_goes_by_the_newest_file() -> None:
    drafts = [replace(draft(n, "1"), title="") for n in (1, 2)]
    same = Alignment((Match(("1",), ("1",), 1.0),))
    made = table(received(letter("A", "a.txt", "Bỏ.")), {}, drafts=drafts, alignments=[same])
    assert made.draft_title == "2.docx"


LETTERS = st.lists(
    st.tuples(
        st.sampled_from(AGENCIES),
        st.booleans(),
        st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=6,
)


def correspondence(entries: list[tuple[str, bool, list[str]]], broken: int) -> Correspondence:
    letters = [
        agreement(agency, f"{n}.txt") if agrees else letter(agency, f"{n}.txt", *said)
        for n, (agency, agrees, said) in enumerate(entries)
    ]
    return received(*letters, problems=[Problem(f"hỏng-{n}", "damaged") for n in range(broken)])


@examples(60)
@given(LETTERS, st.integers(0, 3), st.sets(st.sampled_from(AGENCIES)), st.booleans())
def test_the_balance_of_any_correspondence_closes(
    entries: list[tuple[str, bool, list[str]]], broken: int, asked: set[str], lenient: bool
) -> None:
    mail = correspondence(entries, broken)
    made = table(mail, {"x": "1", "y": "2"}, asked=sorted(asked), agreed_by_silence=sorted(asked)[lenient:])
    assert made.balance.closes
    placed = [id for row in made.rows for id in row.comments]
    agreed = [c.id for one in mail.letters if one.stance is Stance.AGREEMENT for c in one.comments]
    assert sorted([*placed, *agreed]) == sorted(comment.id for comment in mail.comments)


@examples(40)
@given(LETTERS, st.data())
def test_a_lost_doubled_or_foreign_comment_keeps_the_balance_from_closing(
    entries: list[tuple[str, bool, list[str]]], data: st.DataObject
) -> None:
    mail = correspondence(entries, 0)
    made = table(mail, {"x": "1"})
    rows = list(made.rows)
    if not rows:
        return
    at = data.draw(st.integers(0, len(rows) - 1))
    fault = data.draw(st.sampled_from(["lost", "doubled", "foreign"]))
    comments = {"lost": rows[at].comments[1:], "doubled": rows[at].comments * 2, "foreign": ("?#1",)}[fault]
    rows[at] = replace(rows[at], comments=comments)
    agreed = made.balance.agreements
    again = balance(
        mail,
        rows,
        made.agreements,
        agreed,
        commented=[one.agency for one in made.commented],
        silent=made.silent,
        heard=[letter.agency for letter in mail.letters],
        asked=(),
        same=identities(letter.agency for letter in mail.letters),
    )
    assert not again.closes


def test_a_balance_that_does_not_close_stops_the_table() -> None:
    twice = letter("A", "a.txt", "Bỏ.")
    mail = received(twice, twice)
    with pytest.raises(CheckFailed) as failed:
        table(mail, {})
    assert failed.value.exit_code == 4


LONG = "Đề nghị bổ sung quy định về trách nhiệm của người đứng đầu trong việc bảo đảm an toàn thông tin mạng"


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        (f"{LONG} ", 1),
        (LONG.replace("bảo đảm", "đảm bảo"), 1),
        (LONG.replace("nghị bổ sung", "nghị không bổ sung"), 2),
        (f"{LONG} trước năm 2024", 2),
        (LONG.replace("an toàn thông tin mạng", "kinh phí hằng năm của đơn vị"), 2),
    ],
)
def test_nearly_the_same_wish_is_one_row_unless_figures_or_words_differ(other: str, rows: int) -> None:
    read = received(letter("Sở A", "a.txt", LONG), letter("Sở B", "b.txt", other))
    made = table(read, {LONG: "1", other: "1"}, drafts=[draft(1, "1")])
    assert len(made.rows) == rows
    assert sum(len(row.comments) for row in made.rows) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("từ cấp huyện cho cấp xã", "từ cấp xã cho cấp huyện"),
        ("cho cấp huyện", "cho cấp tỉnh"),
        ("và giao Sở Nội vụ chủ trì", "và giao Sở Tư pháp chủ trì"),
    ],
)
def test_opposite_wishes_in_the_same_words_are_two_rows(one: str, other: str) -> None:
    texts = [f"{LONG}, {end}" for end in (one, other)]
    read = received(letter("Sở A", "a.txt", texts[0]), letter("Sở B", "b.txt", texts[1]))
    assert len(table(read, dict.fromkeys(texts, "1"), drafts=[draft(1, "1")]).rows) == 2


def test_the_same_wish_on_two_clauses_is_two_rows() -> None:
    read = received(letter("Sở A", "a.txt", LONG), letter("Sở B", "b.txt", f"{LONG}."))
    assert len(table(read, {LONG: "1", f"{LONG}.": "2"}, drafts=[draft(1, "1", "2")]).rows) == 2
