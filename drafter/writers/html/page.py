"""A self-contained page from a template: nothing loaded from elsewhere, what files say is escaped."""

from __future__ import annotations

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from drafter.record import SEAL, sealed
from drafter.wording.figures import number, signed
from drafter.wording.messages import say


def page(template: str, lang: str, **values: object) -> bytes:
    """The template of this name filled with `values`, sealed."""
    return sealed(templates(lang).get_template(template).render(seal=SEAL, **values).encode())


def templates(lang: str, *further: BaseLoader) -> Environment:
    """The templates of this room, and those of `further` loaders, which come first.

    Every one has `lang`, `say(key, **facts)` for sentences in it, `number(value)` and `signed(value)`.
    """
    made = Environment(
        loader=ChoiceLoader([*further, PackageLoader("drafter.writers")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.do"],
    )
    made.globals["lang"] = lang
    made.globals["say"] = lambda key, **facts: say(key, lang, **facts)
    made.globals["number"] = lambda value: number(value, lang)
    made.globals["signed"] = lambda value: signed(value, lang)
    return made
