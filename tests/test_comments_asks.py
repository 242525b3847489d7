"""What a comment asks for, thing by thing, and what the words that it names are to the draft."""

from __future__ import annotations

import pytest

from drafter.analyses.comments.reading import comment_of, in_turn
from drafter.language.requests import operation
from drafter.model import Ask, Comment, Countable, Op, Position, Stance


def said(text: str, cited: str = "") -> Comment:
    return comment_of(
        id="x#1", agency="Sở A", dated=None, draft=None, path="x", position=Position(), text=text, cited=cited
    )


def shown(ask: Ask) -> tuple[str, str | None, str | None]:
    return str(ask.op or ""), ask.old, ask.new


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Đề nghị bỏ “nếu có”.", [("delete", "nếu có", None)]),
        ("Dự thảo còn dài.", [("", None, None)]),
        ("Thống nhất với dự thảo.", []),
        ("Mong Nghị quyết sớm được ban hành.", []),
        (
            "Đề nghị bỏ “các cấp” và bổ sung “cổng dịch vụ công”.",
            [("delete", "các cấp", None), ("add", None, "cổng dịch vụ công")],
        ),
        (
            "Đề nghị thay “sao chép” bằng “giải mã”, đồng thời nêu rõ cam kết quốc tế về dữ liệu.",
            [("replace", "sao chép", "giải mã"), ("clarify", None, None)],
        ),
        (
            "Đề nghị nâng tỷ trọng lên 15% và nâng mức chi lên 5%.",
            [("replace", None, "15%"), ("replace", None, "5%")],
        ),
        ("Đề nghị nâng tỷ trọng lên 15,5%.", [("replace", None, "15,5%")]),
        # Verbs with one object are one ask; so is what only goes on from the comment before.
        ("Đề nghị điều chỉnh, bổ sung một số đề mục cho phù hợp.", [("add", None, None)]),
        ("đồng thời bổ sung các giải pháp thực hiện cụ thể.", [("add", None, None)]),
        (
            "Đề nghị giữ chế độ báo cáo 6 tháng.",
            [("", None, None), ("keep", "chế độ báo cáo 6 tháng", None)],
        ),
    ],
)  # fmt: skip
def test_each_thing_asked_for_is_an_ask(text: str, asks: list[tuple[str, str | None, str | None]]) -> None:
    assert [shown(ask) for ask in said(text).asks] == asks


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Tại khoản 2 mục III, đề nghị bỏ “nếu có”.", "place", "khoản 2 mục III"),
        ("Đề nghị thống nhất với Phụ lục I thời hạn tại khoản 2 mục III.", "place", "khoản 2 mục III"),
        ("Đề nghị giao Sở Nội vụ chủ trì.", "agency", "Sở Nội vụ"),
        ("Đề nghị giảm từ 80% xuống 70%.", "figure", "70%"),
        ("Đề nghị lùi thời hạn sang hết năm 2026.", "figure", None),
        ("Đề nghị lùi thời hạn sang hết năm 2026.", "deadline", "2026"),
        ("Đề nghị sửa thành “trước ngày 31/12/2025”.", "deadline", "trước ngày 31/12/2025"),
        ("Đề nghị tách thành ba điểm.", "parts", 3),
        ("Đề nghị bỏ điểm này.", "whole", True),
        ("Đề nghị bỏ nội dung “nếu có”.", "whole", False),
        ("Đề nghị cân nhắc thêm cho phù hợp.", "weighed", True),
        ("Đề nghị xem xét, bổ sung kinh phí.", "weighed", False),
        ("Dự thảo chưa có lộ trình, đề nghị bổ sung.", "missing", True),
        ("Đề nghị sửa tương ứng.", "likewise", True),
        ("Đề nghị sửa tương ứng với nội dung nêu trên.", "likewise", True),
        ("Đề nghị bổ sung giải pháp tương ứng với từng nhóm chỉ tiêu.", "likewise", False),
        ("Đề nghị bổ sung Nghị quyết số 17/NQ-CP ngày 07/3/2019.", "acts", ("17/NQ-CP",)),
        ("Đề nghị làm rõ nguồn kinh phí để có cơ sở thực hiện.", "about", "nguồn kinh phí"),
        ("Đề nghị có chỉ tiêu riêng về số hợp tác xã.", "about", "số hợp tác xã"),
    ],
)
def test_a_part_of_an_ask_is_read_where_the_text_says_it(text: str, field: str, value: object) -> None:
    assert getattr(said(text).asks[0], field) == value


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Dự thảo còn dài, đề nghị rút gọn.", {Countable.LENGTH, Countable.PART}),
        ("Các chỉ tiêu còn dàn trải, chưa cụ thể.", {Countable.TARGETS}),
        ("Đề nghị bổ sung lộ trình từng năm cho các chỉ tiêu.", {Countable.ROADMAP}),
        ("Đề nghị làm rõ cơ quan chủ trì.", {Countable.LEAD}),
        ("Đề nghị giao Sở Nội vụ chủ trì.", {Countable.ASSIGNED}),
        ("Đề nghị có chỉ tiêu riêng về số hợp tác xã.", {Countable.TARGET}),
        ("Đề nghị bổ sung Nghị quyết số 17/NQ-CP.", {Countable.ACTS}),
        ("Đề nghị thay “sao chép” bằng “giải mã”.", set()),
    ],
)
def test_what_can_be_counted_without_words_is_named(text: str, counted: set[Countable]) -> None:
    assert counted <= set(said(text).asks[0].counts) if counted else said(text).asks[0].counts == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Đề nghị thay “sao chép” bằng “giải mã”.", ["replace", "add"]),
        ("Đề nghị bổ sung “kiểm tra” sau cụm từ “giám sát”.", ["add", "after"]),
        ("Đề nghị bỏ “các cấp” và bổ sung “cổng dịch vụ công”.", ["delete", "add"]),
        ("Cụm từ “nguồn lực khác” chưa rõ, đề nghị giải thích.", ["standing"]),
        ("Đề nghị làm rõ “nguồn lực khác” của tỉnh.", ["cited"]),
        ("Nội dung tại mục “Tổ chức” và mục “Kinh phí”: đề nghị rà soát.", ["cited", "cited"]),
    ],
)  # fmt: skip
def test_quoted_words_have_a_role(text: str, roles: list[str]) -> None:
    assert [str(words.role) for words in said(text).words] == roles


def test_words_of_the_cells_beside_are_named_too() -> None:
    one = said("Đề nghị bỏ.", cited="Khoản 2 mục III: “nếu có”")
    assert [words.text for words in one.words] == ["nếu có"]
    assert one.asks[0].place == "Khoản 2 mục III"


def test_as_the_comment_before_asks_has_the_words_of_that() -> None:
    both = [said("Đề nghị thay “A B” bằng “C D”."), said("Phụ lục I: đề nghị sửa tương ứng.")]
    second = in_turn(both)[1]
    assert [shown(ask) for ask in second.asks] == [("replace", None, None), ("replace", "A B", "C D")]
    assert second.operation == second.asks[0]


def test_a_comment_that_asks_for_nothing_can_still_want_something_kept() -> None:
    one = said("Thống nhất giữ nguyên chỉ tiêu 70%.")
    assert one.stance is Stance.AGREEMENT
    assert [ask.op for ask in one.asks] == [Op.KEEP]
    assert one.operation is None


@pytest.mark.parametrize(
    ("text", "op", "parts"),
    [
        ("Đề nghị tách nội dung tại khoản 2 mục III thành 02 nhiệm vụ riêng.", "split", 2),
        ("Đề nghị chia khoản 3 thành 3 ý.", "split", 3),
        ("Đề nghị điều chỉnh nội dung tại điểm 3 thành 2 nội dung.", "split", 2),
        ("Đề nghị tách nội dung dùng chung hạ tầng thành một điểm riêng.", "split", None),
        ("Đề nghị gộp khoản 1 và 2 thành 01 khoản.", "merge", None),
        ("Đề nghị viết lại khoản 1 và khoản 2 thành một khoản.", "merge", None),
        ("Đề nghị chuyển khoản 2 thành khoản 5.", "move", None),
        ("Đề nghị đổi mục 2 thành phần II.", "move", None),
    ],
)
def test_numbers_and_counts_of_clauses_are_no_words_to_replace(text: str, op: str, parts: int | None) -> None:
    (ask,) = said(text).asks
    assert (shown(ask), ask.parts) == ((op, None, None), parts)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Đề nghị nâng số tờ của mỗi dấu giáp lai từ 05 tờ lên 10 tờ.", "05 tờ", "10 tờ"),
        ("Đề nghị giảm từ 18 chỉ tiêu xuống 15 chỉ tiêu.", "18 chỉ tiêu", "15 chỉ tiêu"),
        ("Đề nghị sửa khoản 2 mục II từ 80% thành 85%.", "80%", "85%"),
        ("Đề nghị điều chỉnh lại chỉ tiêu “100% xã” thành “90% xã”.", "100% xã", "90% xã"),
        ("Đề nghị điều chỉnh lại chỉ tiêu “100% xã có cán bộ” cho phù hợp.", "100% xã có cán bộ", None),
        ("Đề nghị sửa lại “100% xã” cho phù hợp.", None, None),
        ("Đề nghị viết lại “100% xã”.", None, "100% xã"),
        ("Đề nghị ghi “thứ tự của từng loại văn bản”.", None, "thứ tự của từng loại văn bản"),
    ],
)
def test_what_is_to_be_made_fit_is_the_drafts_and_what_it_is_to_become_new(
    text: str, old: str | None, new: str | None
) -> None:
    (ask,) = said(text).asks
    assert shown(ask) == ("replace", old, new)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Đề nghị bổ sung lộ trình thực hiện các chỉ tiêu cho từng năm.", (Countable.ROADMAP,)),
        ("Đề nghị bổ sung nội dung về lộ trình từng năm.", (Countable.ROADMAP,)),
        ("Đề nghị bổ sung nhiệm vụ Xây dựng lộ trình chuyển đổi số của từng ngành, từng huyện.", ()),
        ("Đề nghị bổ sung nhiệm vụ: Xây dựng lộ trình chuyển đổi số của từng ngành.", ()),
        ("Đề nghị bổ sung nhiệm vụ xây dựng lộ trình chuyển đổi số của từng ngành.", ()),
        ("Đề nghị bổ sung “lộ trình theo từng năm của mỗi ngành”.", ()),
        ("Đề nghị bổ sung quy định về tiêu đề văn bản.", ()),
        ("Đề nghị bổ sung một số đề mục.", (Countable.HEADINGS,)),
        ("Đề nghị bổ sung nhiệm vụ đào tạo, nêu rõ cơ quan chủ trì.", (Countable.LEAD,)),
    ],
)
def test_what_can_be_counted_is_what_is_asked_for_not_what_the_asked_words_speak_of(
    text: str, counts: tuple[Countable, ...]
) -> None:
    assert said(text).asks[0].counts == counts


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "“Kinh tế số chiếm 20% GRDP” quá cao so với xuất phát điểm 7%; đề nghị điều chỉnh thành 15%.",
            "20%",
            "15%",
        ),
        ("Chỉ tiêu 20% là quá cao; năm 2020 đạt 7%. Đề nghị giảm xuống còn 15%.", "20%", "15%"),
        ("Kinh tế số chiếm 20%, hiện nay mới đạt 7%; đề nghị điều chỉnh thành 15%.", "20%", "15%"),
        ("Đề nghị quy định chế độ báo cáo 03 tháng thay vì 06 tháng.", "06 tháng", "03 tháng"),
        ("Đề nghị báo cáo 3 tháng một lần thay cho 6 tháng.", "6 tháng", "3 tháng"),
    ],
)
def test_a_figure_that_others_are_held_against_is_not_what_is_to_be_replaced(
    text: str, old: str, new: str
) -> None:
    found = operation(text)
    assert found is not None and (found.op, found.old, found.new) == (Op.REPLACE, old, new)
