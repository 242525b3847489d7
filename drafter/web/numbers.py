"""Numbers in addresses and forms: no more digits than any number of ours has."""

from __future__ import annotations

import re

from starlette.convertors import Convertor, register_url_convertor

_NUMBER = re.compile("[0-9]{1,9}")


def number_of(text: str) -> int | None:
    """The number that a text is; None for any other text, and for one that is longer than ours."""
    return int(text) if _NUMBER.fullmatch(text) else None


class _Number(Convertor[int]):
    """In place of Starlette's own, which takes any number of digits."""

    regex = _NUMBER.pattern

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("int", _Number())
