"""A self-contained page from a template: nothing loaded from elsewhere, what files say is escaped."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from drafter.record import SEAL, sealed
from drafter.wording.figures import number, signed
from drafter.wording.messages import say


def page(template: str, lang: str, **values: object) -> bytes:
    """The template of this name filled with `values`, sealed.

    Every template also has `lang`, `seal`, `say(key, **facts)` for sentences in `lang`,
    `number(value)` and `signed(value)`.
    """
    environment = Environment(
        loader=PackageLoader("drafter.writers"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["say"] = lambda key, **facts: say(key, lang, **facts)
    environment.globals["number"] = lambda value: number(value, lang)
    environment.globals["signed"] = lambda value: signed(value, lang)
    return sealed(environment.get_template(template).render(lang=lang, seal=SEAL, **values).encode())
