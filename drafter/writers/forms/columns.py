"""The columns of a form, and what its rows say in them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.language.locators import as_cited
from drafter.model import FormRow
from drafter.wording.messages import say
from drafter.wording.names import capital


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: the name of its sentence, its share of the width in per cent; `open`: to be filled in."""

    name: str
    share: int
    open: bool = False


COLUMNS = (
    FormColumn("no", 5),
    FormColumn("place", 14),
    FormColumn("text", 33),
    FormColumn("choice", 11, open=True),
    FormColumn("comment", 24, open=True),
    FormColumn("reason", 13, open=True),
)
CHOICES = ("agree", "propose")


def printed(row: FormRow, number: int, lang: str) -> tuple[str, str, str]:
    """What stands in the columns that are not to be filled in."""
    if not row.place:
        return str(number), say("form.whole", lang), say("form.whole.text", lang)
    return str(number), capital(as_cited(row.place)), row.text


def names(lang: str) -> list[str]:
    """The header."""
    return [say(f"form-column.{column.name}", lang) for column in COLUMNS]


def choices(lang: str) -> list[str]:
    """What may be chosen."""
    return [say(f"choice.{choice}", lang) for choice in CHOICES]
