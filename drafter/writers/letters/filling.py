"""Filling: a template and its values → a Word file. What is filled in stays text, whatever signs it holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from drafter.errors import BadTemplate, DrafterError
from drafter.opc import name, open_package, parse, storable
from drafter.writers.office.documents import parts_of
from drafter.writers.office.foot import keep_with_foot

_T = name("w:t")
_APART = "\ue0ff"  # of the private use area: keeps docxtpl from taking "{_{" for "{{"
_BRACES = re.compile(r"(?<=[{%}])_(?=[{}%])")
_ROOM = 480  # points of an upright page beside the last sentence and the signature
_CELL = 12  # points of the letters in a table
_ONE_LINE = 100  # characters of what a program says of a template


def filled(
    template: bytes, values: Mapping[str, object], wanted: Iterable[str], *, shown: str
) -> dict[str, bytes]:
    """The parts of the document that `template` becomes with `values`, every text in them escaped.

    `wanted` are texts that must stand in it, whatever an office made of its template. Raises BadTemplate,
    naming it as `shown`; for what is no Word file what opening one raises.
    """
    package = open_package(template, shown=shown)
    if package.main != "word/document.xml":
        raise BadTemplate(shown, reason=package.main)
    document = DocxTemplate(io.BytesIO(template))
    jinja = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document.render(_safe(values), jinja, autoescape=True)
        for table in document.docx.element.body.iterchildren(qn("w:tbl")):
            keep_with_foot(table, room=_ROOM, size=_CELL)
        parts = parts_of(document.docx)
    except DrafterError:
        raise
    except Exception as error:  # docxtpl and the XML below it fail in many ways
        raise BadTemplate(shown, reason=_told(error)) from error
    parts = {part: data.replace(_APART.encode(), b"") for part, data in parts.items()}
    _check(parts, wanted, shown)
    return parts


def _safe(value: Any) -> Any:
    """`value` without what XML cannot hold and what docxtpl would take for its own."""
    if isinstance(value, str):
        text = storable(value).replace("\a", "").replace("\f", "\n").replace("\r", "")
        return _BRACES.sub(f"{_APART}_", text.replace(_APART, ""))
    if isinstance(value, Mapping):
        return {key: _safe(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(each) for each in value]
    return value


def _told(error: Exception) -> str:
    """What a program says of a template, on one line."""
    said = " ".join(str(error).split()) if isinstance(error, TemplateError) else type(error).__name__
    return said if len(said) <= _ONE_LINE else f"{said[:_ONE_LINE]}…"


def _check(parts: Mapping[str, bytes], wanted: Iterable[str], shown: str) -> None:
    root = parse(parts["word/document.xml"], shown=shown, part="word/document.xml")
    printed = _squeezed("".join(t.text or "" for t in root.iter(_T)))
    missing = next((text for text in wanted if _squeezed(storable(text)) not in printed), None)
    if missing is not None:
        raise BadTemplate(shown, reason=f"“{' '.join(missing.split())[:_ONE_LINE]}”?")


def _squeezed(text: str) -> str:
    return "".join(text.replace(_APART, "").split())
