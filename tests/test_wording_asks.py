"""What comments ask for, in words."""

import pytest

from drafter.model import Ask, Op
from drafter.wording.asks import asked_words


@pytest.mark.parametrize(
    ("ask", "vi", "en"),
    [
        (Ask(Op.REPLACE, "A", "B"), "sửa “A” thành “B”", "replace “A” by “B”"),
        (Ask(Op.ADD, "A", "B"), "bổ sung “B” sau “A”", "add “B” after “A”"),
        (Ask(Op.ADD, None, "B"), "bổ sung “B”", "add “B”"),
        (Ask(Op.DELETE, "A"), "bỏ “A”", "delete “A”"),
        (Ask(Op.KEEP, "A"), "giữ nguyên “A”", "keep “A”"),
        (Ask(Op.SHORTEN), "rút gọn", "shorten"),
        (Ask(None), "", ""),
    ],
)
def test_an_ask_is_told_with_its_words_in_their_places(ask: Ask, vi: str, en: str) -> None:
    assert (asked_words(ask, "vi"), asked_words(ask, "en")) == (vi, en)


@pytest.mark.parametrize("op", list(Op))
def test_every_operation_has_its_words(op: Op) -> None:
    assert asked_words(Ask(op, "A"), "vi") != asked_words(Ask(op, "A"), "en")
