"""Links: what leads a comment to its clause, on a small draft and on a real one."""

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.comments.reading import comment_of
from drafter.analyses.links.bm25 import Index, grams
from drafter.analyses.links.query import Query
from drafter.analyses.links.shared import shared_words
from drafter.analyses.links.wording import Wording
from drafter.analyses.outline import outline
from drafter.language.asks import asks
from drafter.language.named_words import named_words
from drafter.language.quotes import find_quotes
from drafter.language.references import cited_places, find_references
from drafter.language.words import words
from drafter.model import (
    Anchor,
    Ask,
    Clause,
    Comment,
    Draft,
    Kind,
    Link,
    Manner,
    Op,
    Position,
    Role,
    Scope,
    Stance,
)
from tests.bench.quality.links import linked as links_on
from tests.inputs import read_docx

DATA = Path(__file__).parent / "data"

# id | kind | marker | role | text
SMALL = """
p1 | text | | context | Thời gian qua, tỉnh đã triển khai nhiều nhiệm vụ về hạ tầng số, bước đầu có kết quả.
I | section | I. | targets | MỤC TIÊU
I.1 | paragraph | 1. | targets | Đến năm 2030
I.1.-1 | dash | - | targets | Kinh tế số đạt tối thiểu 30% GRDP; năng suất lao động tăng ít nhất 8% mỗi năm.
I.1.-2 | dash | - | targets | Trên 80% người dân trưởng thành có tài khoản thanh toán điện tử.
II | section | II. | tasks | NHIỆM VỤ, GIẢI PHÁP
II.1 | paragraph | 1. | tasks | Phát triển hạ tầng số
II.1.a | point | a) | tasks | Mở rộng mạng cáp quang băng thông rộng đến các thôn, bản vùng sâu, vùng xa.
II.1.b | point | b) | tasks | Xây dựng trung tâm dữ liệu của tỉnh theo tiêu chuẩn xanh, dùng chung.
II.2 | paragraph | 2. | tasks | Phát triển nguồn nhân lực
II.2.a | point | a) | tasks | Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã.
III | section | III. | organisation | TỔ CHỨC THỰC HIỆN
III.1 | paragraph | 1. | organisation | Ban Tuyên giáo chủ trì việc quán triệt và tuyên truyền Nghị quyết.
"""


@cache
def small() -> Draft:
    clauses = []
    for order, line in enumerate(SMALL.strip().splitlines()):
        id, kind, marker, role, text = (cell.strip() for cell in line.split("|"))
        parent = id.rpartition(".")[0] or None
        heading = text if len(text) < 40 else None
        words = len(text.split())
        clause = Clause(
            id, id, marker or None, Kind(kind), Role(role), heading, text, words, words, parent, order,
            label=id.removeprefix(f"{parent}.").lstrip("-p"),
        )  # fmt: skip
        clauses.append(clause)
    return Draft("lan-2.docx", "", "Nghị quyết", 2, None, None, "Nghị quyết", tuple(clauses))


def text_of(id: str) -> str:
    return small().by_id[id].text


def comment(
    text: str,
    *,
    id: str = "c#1",
    cited: str = "",
    stance: Stance = Stance.REQUEST,
    operation: Ask | None = None,
    anchor: Anchor | None = None,
) -> Comment:
    quotes, references, beside = find_quotes(text), cited_places(text), find_references(cited)
    asked = asks(text, operation, references=references, beside=beside)
    return Comment(
        id=id,
        agency="Sở Tài chính",
        date=None,
        draft=None,
        path="c.md",
        position=Position(),
        text=text,
        quote=tuple(quote.text for quote in quotes),
        references=references,
        asks=asked,
        words=named_words(text, quotes, asked, cited=cited),
        beside=beside,
        stance=stance,
        cited=cited,
        anchor=anchor,
    )


def on_small(made: Comment) -> Link:
    return links_on([made], small())[0]


def linked(text: str, cited: str = "", stance: Stance = Stance.REQUEST) -> Link:
    return on_small(comment(text, cited=cited, stance=stance))


def addressed(one: Link) -> list[str]:
    return [clause.id for clause in one.clauses if clause.addressed]


def signals(one: Link) -> set[str]:
    return {reason.signal for reason in one.clauses[0].reasons}


def test_a_citation_leads_to_its_clause_and_says_so() -> None:
    one = linked("Tại điểm b khoản 1 mục II, đề nghị nêu rõ nguồn vốn.")
    assert addressed(one) == ["II.1.b"]
    assert any("điểm b khoản 1 mục II" in reason.words for reason in one.clauses[0].reasons)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Tại tổ chức thực hiện, đề nghị nêu rõ ai theo dõi.", "III"),
        ("Về cơ bản thống nhất. Ở phần tổ chức thực hiện đề nghị nêu rõ ai theo dõi.", "III"),
        ("Trong phát triển nguồn nhân lực, đề nghị nêu rõ nguồn vốn.", "II.2"),
    ],
)
def test_a_part_is_called_by_its_heading_where_a_comment_begins(text: str, part: str) -> None:
    one = linked(text)
    assert one.clauses and all(
        f"{clause.id}.".startswith(f"{part}.") for clause in one.clauses if clause.addressed
    )
    assert addressed(one) and "role" in signals(one)


def test_all_cited_places_are_addressed() -> None:
    one = linked("Nội dung tại điểm a khoản 1 mục II và tại khoản 2 mục II còn trùng nhau, đề nghị gộp.")
    assert set(addressed(one)) == {"II.1.a", "II.2"}


def test_a_quote_overrules_a_wrong_citation_and_the_reason_says_so() -> None:
    one = linked(
        "Tại điểm a khoản 2 mục II ghi “trung tâm dữ liệu của tỉnh theo tiêu chuẩn xanh”, đề nghị làm rõ."
    )
    assert addressed(one) == ["II.1.b"]
    assert any(r.signal == "reference" and r.manner is Manner.OVERRULED for r in one.clauses[0].reasons)


def test_a_quote_overrules_a_citation_of_what_is_not_there() -> None:
    one = linked(
        "Tại khoản 9 mục V quy định “mạng cáp quang băng thông rộng đến các thôn, bản”, đề nghị bổ sung."
    )
    assert addressed(one) == ["II.1.a"]
    assert any("khoản 9 mục V" in reason.words for reason in one.clauses[0].reasons)


def test_a_place_named_for_comparison_is_no_wrong_citation() -> None:
    one = linked(
        "Cụm từ “mạng cáp quang băng thông rộng đến các thôn” đề nghị viết thống nhất với khoản 2 mục II."
    )
    assert set(addressed(one)) == {"II.1.a", "II.2"}
    assert not any(reason.manner is Manner.OVERRULED for clause in one.clauses for reason in clause.reasons)


def test_a_short_quote_inside_the_cited_section_narrows_it() -> None:
    one = linked("Khoản 1 mục II: cụm từ “cáp quang” cần nêu rõ loại cáp.")
    assert addressed(one) == ["II.1.a"]


@pytest.mark.parametrize(
    "quote",
    [
        "Mở rộng mạng cáp quang … vùng sâu, vùng xa",
        "Mở rộng mạng cáp quang băng thông rộng tới các thôn bản vùng sâu vùng xa",
        "MỞ RỘNG MẠNG CÁP QUANG BĂNG THÔNG RỘNG",
    ],
)
def test_an_inexact_quote_is_found(quote: str) -> None:
    assert addressed(linked(f"Đề nghị sửa “{quote}” cho gọn.")) == ["II.1.a"]


def test_a_quote_over_a_clause_border_leads_to_both() -> None:
    quote = f"{text_of('II.1.a')} {text_of('II.1.b')}"
    assert set(addressed(linked(f"Đoạn “{quote}” đề nghị viết gọn lại."))) == {"II.1.a", "II.1.b"}


def test_proposed_wording_does_not_draw_the_link_away() -> None:
    text = "Tại điểm a khoản 2 mục II, đề nghị thay “cấp xã” bằng “trung tâm dữ liệu của tỉnh”."
    proposed = Ask(Op.REPLACE, "cấp xã", "trung tâm dữ liệu của tỉnh")
    one = on_small(comment(text, operation=proposed))
    assert addressed(one) == ["II.2.a"]


def test_a_figure_is_not_found_inside_another_figure() -> None:
    one = linked("Mức “ít nhất 8” chưa có đơn vị.")
    assert not any(reason.signal == "quote" for clause in one.clauses for reason in clause.reasons)


def test_a_word_comment_stays_on_its_paragraph() -> None:
    anchor = Anchor(text_of("II.2.a"), 0, 7)
    one = on_small(comment("Cần nêu số lượng.", anchor=anchor))
    assert addressed(one) == ["II.2.a"]
    assert "anchor" in signals(one)


def test_a_neighbouring_cell_says_where() -> None:
    assert addressed(linked("Chưa rõ đơn vị chủ trì.", cited="Điểm b khoản 1 mục II")) == ["II.1.b"]
    assert addressed(linked("Chưa rõ đơn vị chủ trì.", cited=text_of("II.1.b"))) == ["II.1.b"]


def test_another_act_leads_nowhere() -> None:
    one = linked("Mạng cáp quang đến vùng sâu, vùng xa phải theo khoản 2 mục III Quyết định số 749/QĐ-TTg.")
    assert addressed(one) == ["II.1.a"]
    assert not any(clause.id.startswith("III") and clause.addressed for clause in one.clauses)


def test_a_paraphrase_leads_by_its_words() -> None:
    one = linked("Nên ưu tiên kéo cáp quang đến thôn, bản khó khăn trước.")
    assert addressed(one) == ["II.1.a"]
    assert signals(one) == {"text"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phần bối cảnh dài, đề nghị rút ngắn.", ["p1"]),
        ("Các chỉ tiêu còn dàn trải, chưa cụ thể.", ["I"]),
        ("Đề nghị bổ sung lộ trình từng năm đối với các mục tiêu đến năm 2030.", ["I.1"]),
        ("Phần tổ chức thực hiện chưa phân công rõ.", ["III"]),
    ],
)
def test_a_comment_on_a_section_leads_to_the_section(text: str, wanted: list[str]) -> None:
    assert addressed(linked(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Văn bản quá dài, đề nghị biên tập lại cho ngắn gọn.",
        "Đề nghị rà soát lỗi chính tả trong toàn bộ dự thảo.",
        "Dự thảo chưa đánh giá nguồn lực thực hiện.",
        "Bố cục của dự thảo cần cân đối hơn.",
        "Dùng lẫn “hạ tầng số” và “hạ tầng công nghệ số”, đề nghị thống nhất trong toàn văn bản.",
    ],
)
def test_a_general_comment_is_about_the_draft(text: str) -> None:
    one = linked(text)
    assert one.scope is Scope.DOCUMENT
    assert one.clauses == ()


def test_an_agreement_is_about_the_draft_unless_it_names_a_place() -> None:
    whole = linked("Sở nhất trí với dự thảo và không có ý kiến gì thêm.", stance=Stance.AGREEMENT)
    part = linked("Sở nhất trí với nội dung tại khoản 2 mục II.", stance=Stance.AGREEMENT)
    assert whole.scope is Scope.DOCUMENT
    assert addressed(part) == ["II.2"]


def test_a_comment_on_the_procedure_is_about_neither() -> None:
    one = linked("Mong Nghị quyết sớm được ban hành.", stance=Stance.REMARK)
    assert one.scope is Scope.NONE


def test_a_wrong_row_number_leads_to_the_row_and_not_to_the_text_it_repeats() -> None:
    text = "Số thứ tự 3 Phụ lục I, chỉ tiêu “Tỉ lệ giao dịch không dùng tiền mặt” chưa rõ cách tính."
    (one,) = links_on([comment(text)], resolution())
    assert addressed(one) == ["pl-I.t1r13"]


def test_both_ends_of_a_move_are_addressed() -> None:
    one = linked(
        "Đề nghị chuyển nội dung “tiêu chuẩn xanh, dùng chung” từ điểm b khoản 1 sang khoản 2 mục II."
    )
    assert set(addressed(one)) == {"II.1.b", "II.2"}


def test_the_cell_that_says_where_may_say_everywhere() -> None:
    assert linked("Đề nghị bổ sung danh mục từ viết tắt.", cited="Toàn văn").scope is Scope.DOCUMENT


def test_the_parts_of_an_article_add_up_for_a_question() -> None:
    """Half of the words in each of two parts lead to their article, though another has more in one clause."""
    said = "Mở rộng mạng băng thông rộng và trung tâm dữ liệu tiêu chuẩn xanh cho cấp xã"
    one = linked(f"{said} thì ai quyết định?", stance=Stance.QUESTION)
    assert one.clauses[0].id.startswith("II.1")
    assert {clause.id for clause in one.clauses[:3]} >= {"II.1.a", "II.1.b"}


def test_doubt_goes_to_a_person_and_certainty_does_not() -> None:
    sure = linked("Tại điểm b khoản 1 mục II, đề nghị thay “tiêu chuẩn xanh” bằng “tiêu chuẩn quốc tế”.")
    doubtful = linked("Cần có giải pháp căn cơ hơn cho bà con.")
    assert not sure.review
    assert doubtful.review
    assert doubtful.confidence < sure.confidence


@given(st.text("abcđeêiouắ IVX123.,;()“”%… ", max_size=120), st.text("abcđ “”III.1 ", max_size=40))
def test_any_comment_gets_one_sound_link(text: str, cited: str) -> None:
    one = linked(text, cited=cited)
    ids = {clause.id for clause in small().clauses}
    assert 0 <= one.confidence <= 1
    assert {clause.id for clause in one.clauses} <= ids
    assert len(one.clauses) <= max(5, len(addressed(one)))
    flags = [clause.addressed for clause in one.clauses]
    assert flags == sorted(flags, reverse=True)
    assert bool(one.clauses) == (one.scope is Scope.CLAUSES)
    assert all(clause.reasons for clause in one.clauses)


def test_links_come_in_the_order_of_the_comments() -> None:
    comments = [comment("Khoản 2 mục II", id=f"c#{n}") for n in range(3)]
    assert [one.comment for one in links_on(comments, small())] == ["c#0", "c#1", "c#2"]
    assert links_on([], small()) == ()


@cache
def resolution() -> Draft:
    return outline(read_docx(DATA / "links" / "nq57.docx"))


def test_every_long_clause_is_found_by_a_stretch_of_its_words() -> None:
    """Quoting ten words from the middle of a clause leads to it, first where no other clause has them."""
    wanted, asked = [], []
    for clause in resolution().clauses:
        words = clause.text.split()
        if clause.kind is not Kind.TABLE_ROW and len(words) >= 30:
            wanted.append((clause.id, " ".join(words[10:20]).strip(" .,;")))
            asked.append(comment(f"Đề nghị làm rõ “{wanted[-1][1]}”."))
    lost = []
    for (id, quoted), one in zip(wanted, links_on(asked, resolution()), strict=True):
        alone = sum(quoted in other.text for other in resolution().clauses) == 1
        if id not in [clause.id for clause in one.clauses][: 1 if alone else None]:
            lost.append(id)
    assert len(wanted) > 30
    assert lost == []


def provincial() -> Draft:
    return draft("drafts/Nghị quyết chính quyền số - Dự thảo lần 2.docx")


@cache
def draft(path: str) -> Draft:
    return outline(read_docx(Path(__file__).parents[1] / path))


def first(text: str, cited: str = "") -> str:
    made = comment_of(
        id="1", agency="", dated=None, draft=None, path="a", position=Position(), text=text, cited=cited
    )
    (found,) = links_on([made], provincial())
    return found.clauses[0].id if found.clauses else str(found.scope)


@pytest.mark.parametrize(
    ("text", "cited", "clause"),
    [
        ("phần nguồn nhân lực chưa nêu vai trò của hội nghề nghiệp.", "", "III.7"),
        ("Bố cục là hợp lý; tuy nhiên phần thực trạng cần cô đọng hơn.", "Về bố cục", "I"),
        ("Ý c): chế độ đãi ngộ cần được lượng hóa.", "Góp ý phần III.7:", "III.7.c"),
        ("Đề nghị bổ sung đơn vị phối hợp.", "Phụ lục II\nSTT 10", "pl-II.t1r10"),
        ("Phần phụ lục nên ghi thống nhất tên cơ quan.", "", "pl-I"),
        ("Gạch đầu dòng cộng thứ nhất điểm c khoản 3 mục III: bổ sung bến xe.", "", "III.3.c.+1"),
        ("Khoản 5 mục IV đề nghị thống nhất thời hạn với khoản 6 mục IV.", "", "IV.5"),
    ],
)
def test_a_comment_is_led_to_its_clause(text: str, cited: str, clause: str) -> None:
    assert first(text, cited) == clause


def test_a_mark_on_a_cell_of_an_annex_is_on_its_row() -> None:
    words = "Dân số trưởng thành có tài khoản thanh toán điện tử"
    made = comment_of(
        id="1", agency="", dated=None, draft=None, path="a", position=Position(), text="Đề nghị xem lại.",
        anchor=Anchor(words, 0, len(words)),
    )  # fmt: skip
    (found,) = links_on([made], provincial())
    assert found.clauses[0].id == "pl-I.t1r19"


@given(st.data())
def test_words_are_found_in_the_clauses_that_hold_them_as_whole_words(data: st.DataObject) -> None:
    """Searching the draft as one text finds what searching clause by clause finds."""
    texts = data.draw(st.lists(st.text("aă 1%,._-", min_size=1, max_size=12), min_size=1, max_size=6))
    piece = data.draw(st.text("aă 1%,", min_size=1, max_size=4).filter(lambda one: one.strip() == one))
    edge = r"(?!\w|\s?%|[.,]\d)" if piece[-1].isdigit() else r"(?!\w)"
    exact = re.compile(rf"(?<!\w){re.escape(piece)}{edge}")
    found = Wording({str(at): text for at, text in enumerate(texts)}).holders(piece)
    assert list(found) == [str(at) for at, text in enumerate(texts) if exact.search(text)]


def sharing(text: str, said: str) -> tuple[str, ...]:
    """The words of the reason for a clause of this `text` and a comment that says this."""
    asked = dict.fromkeys(grams(words(said)), 1.0)
    about = SimpleNamespace(wording=Wording({"a": text}), terms=Index({"a": asked, "b": {}}))
    query = SimpleNamespace(index=about, terms=asked, single=[term for term in asked if " " not in term])
    return shared_words(cast("Query", query), "a").words


def test_shared_words_are_told_as_whole_phrases_and_never_as_parts_of_words_or_across_a_mark() -> None:
    text = "các hợp tác xã và cơ quan tỉnh, công an tỉnh"
    assert sharing(text, "công an tỉnh hợp tác xã quan huyện") == ("hợp tác xã", "công an tỉnh")
    assert sharing(text, "n tỉnh") == ("tỉnh",)
    assert sharing("an ninh, trật tự xã hội", "an ninh trật tự") == ("an ninh", "trật tự")


def test_the_longest_of_several_places_of_shared_words_is_told() -> None:
    assert sharing("sở tài chính chủ trì; sở tài chính tỉnh trình", "sở tài chính tỉnh") == (
        "sở tài chính tỉnh",
    )
