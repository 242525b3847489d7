"""A self-contained page from a template: nothing loaded from elsewhere, what files say is escaped."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from drafter.wording.messages import say
from drafter.writers.files import SEAL


def page(template: str, lang: str, **values: object) -> str:
    """The template of this name filled with `values`, its seal still open.

    Every template also has `lang`, `seal`, `say(key, **facts)` for sentences in `lang`, and
    `signed(number)`.
    """
    environment = Environment(
        loader=PackageLoader("drafter.writers"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["say"] = lambda key, **facts: say(key, lang, **facts)
    environment.globals["signed"] = _signed
    return environment.get_template(template).render(lang=lang, seal=SEAL, **values)


def _signed(number: int) -> str:
    """With a true minus sign; nothing before 0."""
    return f"{number:+d}".replace("-", "−") if number else "0"
