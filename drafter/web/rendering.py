"""Rendering: templates filled in; everything that comes from files is escaped."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader

from drafter.language.locators import as_cited
from drafter.opc import FileFormat, format_named
from drafter.wording.decisions import moment
from drafter.wording.errors import fault
from drafter.wording.figures import day
from drafter.wording.messages import known, say
from drafter.wording.names import capital, draft_name, lowered, place
from drafter.writers.html.page import templates

if TYPE_CHECKING:
    from drafter.errors import DrafterError

    from .visit import Visit

_PACKED = (FileFormat.ZIP, FileFormat.EML, FileFormat.MSG)


@cache
def environment(lang: str) -> Environment:
    """The templates in one language: `say`, `number`, `day`, `draft_name`, `place`, `static` are there."""
    made = templates(lang, PackageLoader("drafter.web"))
    made.globals.update(
        day=lambda value: "" if value is None else day(value, lang),
        draft_name=partial(_draft_name, lang),
        sentence=partial(sentence, lang),
        moment=lambda at: moment(at, lang),
        place=place,
        tongue=lambda one: say(f"web.language.{one}", one),  # each is named in itself, for whom it is
        static=static,
        navigation=NAVIGATION,
    )
    made.filters.update(as_cited=as_cited, capital=capital, lowered=lowered)
    return made


# (address, key of its name) of the pages, in the order of the job.
NAVIGATION = (
    ("/", "web.nav.overview"),
    ("/files", "web.nav.files"),
    ("/drafts", "web.nav.drafts"),
    ("/comments", "web.nav.comments"),
    ("/table", "web.nav.table"),
    ("/replies", "web.nav.replies"),
    ("/agencies", "web.nav.agencies"),
    ("/targets", "web.nav.targets"),
    ("/log", "web.nav.log"),
    ("/guide", "web.nav.guide"),
)


def render(visit: Visit, template: str, values: Mapping[str, object]) -> str:
    """A template for a visit."""
    from .visit import values_of

    common: dict[str, Any] = values_of(visit)
    return environment(visit.lang).get_template(template).render(**{**common, **values})


def warm(lang: str) -> None:
    """Compile all templates in one language, that no first visitor waits for it."""
    made = environment(lang)
    for name in made.list_templates(extensions=["jinja"]):
        made.get_template(name)


def plain(template: str, lang: str, **values: object) -> str:
    """A template for somebody who was not let in."""
    return environment(lang).get_template(template).render(**{"visit": None, "theme": "auto", **values})


@cache
def static(name: str) -> str:
    """The address of a static file; another one once its content is another."""
    content = files(__package__).joinpath("static", name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:12]}"


def sentence(lang: str, error: DrafterError) -> str:
    """The one line of a failure; of the file no more than its name, and that of the archive or mail that it
    came in, which tell nothing of the server."""
    steps = error.path.replace("\\", "/").split("/")
    packed = [at for at, step in enumerate(steps) if format_named(step) in _PACKED]
    shown = "/".join(steps[packed[0] if packed else -1 :])
    own = f"web.error.{error.code}"  # where a page has another remedy than the command line
    words = " ".join((say(own, lang) if known(own) else fault(error.code, error.facts, lang)).split())
    return f"{shown}: {words}" if shown else words


def _draft_name(lang: str, draft: Any) -> str:
    return draft_name(draft, lang)
