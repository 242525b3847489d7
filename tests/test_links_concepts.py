"""Links of comments that say it in other words than the clause."""

from functools import cache

import pytest

from drafter.analyses.links.concepts import spoken_of, written_of
from drafter.analyses.links.terms import plain
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Concepts
from drafter.language.normal import folded
from drafter.language.words import words
from drafter.model import Clause, Comment, Draft, Kind, Link, Manner, Position, Role, Scope, Stance
from tests.bench.quality.links import linked

TEXTS = {
    "a": "Phòng, chống tội phạm sử dụng công nghệ cao, lừa đảo trực tuyến.",
    "b": "Phát triển hạ tầng viễn thông đến vùng sâu, vùng xa.",
    "c": "Phát triển giáo dục nghề nghiệp, đào tạo theo đặt hàng của doanh nghiệp.",
    "d": "Ứng dụng trí tuệ nhân tạo trong quản lý.",
    "e": "Ban Tuyên giáo hướng dẫn việc học tập.",
} | {f"f{n}": f"Nhiệm vụ khác, số {n}." for n in range(60)}


@cache
def draft() -> Draft:
    clauses = (
        Clause(id, id, "-", Kind.DASH, Role.TASKS, None, text, 9, 9, None, order, label=id)
        for order, (id, text) in enumerate(TEXTS.items())
    )
    return Draft("lan-2.docx", "", "Nghị quyết", 2, None, None, "Nghị quyết", tuple(clauses))


def on_draft(text: str, stance: Stance = Stance.REQUEST) -> Link:
    comment = Comment("c#1", "", None, None, "c.txt", Position(), text, stance=stance)
    return linked([comment], draft())[0]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Nhiều cụ già bị gạt mất tiền vì kẻ xấu, cần ra tay mạnh hơn.", "a"),
        ("Ở bản vùng cao vẫn mất sóng, nên dựng trạm sớm.", "b"),
        ("Nhiều em ra trường không ai nhận, trường nghề phải dạy đúng thứ cần.", "c"),
    ],
)
def test_a_comment_in_other_words_leads_to_its_clause_and_tells_what_both_speak_of(
    text: str, clause: str
) -> None:
    first = on_draft(text).clauses[0]
    assert first.id == clause
    meant = [reason for reason in first.reasons if reason.manner is Manner.MEANT]
    assert meant
    own = " ".join(words(folded(TEXTS[clause])))
    assert all(phrase in own for reason in meant for phrase in reason.words)


def test_what_a_comment_says_itself_is_not_told_as_other_words() -> None:
    first = on_draft("Lừa đảo trực tuyến ngày càng nhiều, cần quyết liệt.").clauses[0]
    assert first.id == "a"
    assert not any("lừa đảo trực tuyến" in r.words for r in first.reasons if r.manner is Manner.MEANT)


def test_words_of_comments_count_in_comments_alone() -> None:
    assert spoken_of(words(plain("Bị gạt qua điện thoại")))
    assert not written_of("Bị gạt qua điện thoại")


def test_who_is_no_artificial_intelligence() -> None:
    assert "trí tuệ nhân tạo" in plain("Đưa AI vào quản lý")
    assert "trí tuệ nhân tạo" not in plain("Việc này giao cho ai, ai chịu trách nhiệm?")
    assert "trí tuệ nhân tạo" not in plain("GIAO CHO AI?")


def test_a_remark_that_shares_much_with_a_clause_is_about_it_and_another_about_nothing() -> None:
    said = on_draft("Hạ tầng viễn thông ở vùng sâu, vùng xa còn yếu, sóng yếu.", Stance.REMARK)
    assert said.scope is Scope.CLAUSES
    assert said.clauses[0].id == "b"
    assert said.review
    assert on_draft("Xin cảm ơn quý cơ quan.", Stance.REMARK).scope is Scope.NONE


def test_phrases_of_concepts_are_in_the_form_that_is_compared() -> None:
    for concept in lexicon(Concepts).concepts:
        phrases = [*concept.written.split(", "), *concept.said.split(", ")]
        assert all(words(phrase) and phrase == folded(phrase) for phrase in phrases), concept
        assert len(set(phrases)) == len(phrases), concept
