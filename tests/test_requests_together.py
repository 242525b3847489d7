"""Two things that are asked for in one breath are two, whatever joins them."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

WHERE = "Tại khoản 3 Điều 2, đề nghị"
YEARLY, QUARTERLY = "và hằng năm", "trước ngày 15"


@pytest.mark.parametrize(
    "text",
    [
        "không chỉ bổ sung “A” mà còn bổ sung “B”.",
        "không những bổ sung cụm từ “A” mà còn phải bổ sung “B”.",
        "chẳng những bổ sung “A” mà còn bổ sung “B”.",
        "không chỉ bổ sung “A” mà bổ sung cả “B”.",
        "bổ sung không chỉ “A” mà cả “B”.",
        "vừa bổ sung “A” vừa bổ sung “B”.",
        "vừa bổ sung “A”, vừa thêm “B”.",
        "bổ sung cả “A” lẫn “B”.",
        "bổ sung “A” cũng như “B”.",
        "bổ sung “A”, ngoài ra bổ sung “B”.",
    ],
)
def test_two_additions_are_no_replacement(text: str) -> None:
    asked = comment(f"{WHERE} {text}").asks
    assert {(ask.op, ask.old, ask.new) for ask in asked} == {(Op.ADD, None, "A"), (Op.ADD, None, "B")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("không chỉ bỏ “A” mà còn bỏ “B”.", {(Op.DELETE, "A", None), (Op.DELETE, "B", None)}),
        ("không chỉ sửa “A” thành “B” mà còn bỏ “C”.", {(Op.REPLACE, "A", "B"), (Op.DELETE, "C", None)}),
        ("vừa bổ sung “A” vừa bỏ “B”.", {(Op.ADD, None, "A"), (Op.DELETE, "B", None)}),
    ],
)
def test_different_operations_that_are_joined_are_each_told(
    text: str, wanted: set[tuple[Op, str | None, str | None]]
) -> None:
    asked = comment(f"{WHERE} {text}").asks
    assert {(ask.op, ask.old, ask.new) for ask in asked} == wanted
    assert asked[0].text.endswith(text)


def test_of_two_that_are_joined_one_alone_is_not_all() -> None:
    text = f"{WHERE} không chỉ bổ sung “{YEARLY}” mà còn bổ sung “{QUARTERLY}”."
    some, all_ = f"6 tháng {YEARLY}", f"6 tháng {YEARLY} {QUARTERLY}"
    assert evidence_on(text, ("6 tháng", some)).verdict is Verdict.PARTLY
    assert evidence_on(text, ("6 tháng", all_)).verdict is Verdict.ADDRESSED
