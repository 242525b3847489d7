"""Identification: work, expression and manifestation of a draft (FRBR), and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Draft
from drafter.opc import Element

from .markup import below
from .names import UNDATED, day, document_type, expression_uri, slug, work_uri

TOOL = "drafter"


def identification(parent: Element, draft: Draft, component: str = "") -> Element:
    """Who made what and when, of a draft or of an annex to it, `component`; the new `meta`."""
    meta = below(parent, "meta")
    made = below(meta, "identification", source=f"#{TOOL}")
    work, expression = work_uri(draft), expression_uri(draft)
    date = day(draft)
    author = slug(draft.issuer or "") or "unknown"
    of_work = _level(made, "FRBRWork", work, component, date, author)
    below(of_work, "FRBRcountry", value="vn")
    below(of_work, "FRBRsubtype", value=slug(draft.kind or "") or "du-thao")
    if draft.title and not component:
        below(of_work, "FRBRname", value=" ".join(draft.title.split()))
    of_expression = _level(made, "FRBRExpression", expression, component, date, author)
    if draft.number is not None:
        below(of_expression, "FRBRversionNumber", value=str(draft.number))
    below(of_expression, "FRBRlanguage", language="vie")
    of_file = _level(made, "FRBRManifestation", expression, component, date, TOOL, ".akn")
    below(of_file, "FRBRformat", value="application/akn+xml")
    return meta


def _level(
    parent: Element, tag: str, uri: str, component: str, date: str, author: str, suffix: str = ""
) -> Element:
    made = below(parent, tag)
    below(made, "FRBRthis", value=f"{uri}/!{component or 'main'}{suffix}")
    below(made, "FRBRuri", value=f"{uri}{suffix}")
    below(made, "FRBRdate", date=date, name="unknown" if date == UNDATED else "draft")
    below(made, "FRBRauthor", href=f"#{author}")
    return made


def references(meta: Element, draft: Draft, agencies: Iterable[str] = ()) -> None:
    """The bodies that are named in the metadata, and the program."""
    made = below(meta, "references", source=f"#{TOOL}")
    names = {slug(draft.issuer or "") or "unknown": draft.issuer or "?"}
    names |= {slug(agency): agency for agency in agencies if slug(agency)}
    for name, shown in names.items():
        href = f"/akn/ontology/organization/vn/{name}"
        below(made, "TLCOrganization", eId=name, href=href, showAs=shown)
    below(made, "TLCObject", eId=TOOL, href=f"/akn/ontology/object/{TOOL}", showAs=TOOL)


__all__ = ["TOOL", "document_type", "identification", "references"]
