"""Akoma Ntoso 3.0 (OASIS LegalDocML): a draft in the exchange format of parliaments and gazettes.

Source: OASIS Akoma Ntoso Version 1.0, Part 2 (schema), and the Akoma Ntoso Naming Convention 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from drafter.model import Draft, Manuscript, Reference
from drafter.opc import Element, unprefixed
from drafter.record import SEAL, sealed

from .annotations import annotate
from .export import Export, SinceDraft
from .markup import NAMESPACE, Cited, Markup, below, block
from .meta import document_type, identification, references
from .modifications import keep_earlier_ids, modifications
from .parts import AknPart, layers
from .structure import flow, heads, hierarchy, preamble, preface

__all__ = ["Export", "SinceDraft", "akn"]

# Elements that hold words: nothing is put between what stands in them.
_MIXED = frozenset({"p", "num", "heading", "subheading", "block", "span"})


def akn(export: Export) -> bytes:
    """A draft as sealed XML, with what changed and what was said of it. Equal for equal drafts."""
    root = unprefixed(f"{{{NAMESPACE}}}akomaNtoso")
    document, meta, markup = _document(root, export.draft, export.manuscript, export.cites)
    if export.before is not None:
        aside = unprefixed(f"{{{NAMESPACE}}}akomaNtoso")
        then = _document(aside, export.before.draft, export.before.manuscript, {})[2].eids
        modifications(meta, export, markup.eids, then)
        keep_earlier_ids(document, export, markup.eids, then)
    references(meta, export.draft, (comment.agency for comment, _ in export.comments))
    annotate(meta, export, markup.eids)
    return _sealed(root)


def _document(
    root: Element, draft: Draft, manuscript: Manuscript, cites: Mapping[str, tuple[Reference, ...]]
) -> tuple[Element, Element, Markup]:
    """The text under `root`: its element, its metadata, and the identifiers that it got."""
    document = below(root, document_type(draft), name=document_type(draft))
    markup = Markup(cites=_by_paragraph(draft, cites))
    meta = identification(document, draft)
    _write(document, draft, manuscript, markup)
    markup.settle()
    return document, meta, markup


def _by_paragraph(draft: Draft, cites: Mapping[str, tuple[Reference, ...]]) -> dict[int, list[Cited]]:
    """References in the texts of clauses as stretches of the paragraphs that print them."""
    found: dict[int, list[Cited]] = {}
    for id, references_of in cites.items():
        at = 0
        for place in (place for place in draft.by_id[id].places if place.end > place.start):
            length = place.end - place.start
            for each in references_of:
                if at <= each.start and each.end <= at + length and each.id is not None:
                    shift = place.start - at
                    one = Cited(each.start + shift, each.end + shift, each.id)
                    found.setdefault(place.paragraph, []).append(one)
            at += length + 1
    return found


def _write(document: Element, draft: Draft, manuscript: Manuscript, markup: Markup) -> None:
    found = layers(draft, manuscript)
    if found.preface:
        preface(below(document, "preface"), found.preface, draft, markup)
    if found.preamble:
        preamble(below(document, "preamble"), found.preamble, markup)
    body = below(document, "body" if document.tag.endswith("}bill") else "mainBody")
    hierarchy(body, found.body, markup, "")
    if not len(body):  # the schema wants one
        below(body, "alinea", eId=markup.ids.take("alinea", ""))
    if found.conclusions:
        flow(below(document, "conclusions"), found.conclusions, markup, "conclusions")
    if found.attachments:
        box = below(document, "attachments")
        for parts in found.attachments:
            _attachment(box, parts, draft, markup)


def _attachment(parent: Element, parts: list[AknPart], draft: Draft, markup: Markup) -> None:
    annex, *after = parts
    assert annex.clause is not None
    eid = markup.ids.take("attachment", "")
    markup.eids[annex.clause.id] = eid
    made = below(parent, "attachment", eId=eid)
    rest = heads(made, annex, annex.clause, markup, eid, all_lines=True)
    document = below(made, "doc", name="phu-luc")
    identification(document, draft, eid)
    body = below(document, "mainBody")
    for line in rest:
        block(body, "p", line, markup, eid)
    markup.ids.document = eid
    hierarchy(body, [*annex.below, *after], markup, eid)
    markup.ids.document = ""
    if not len(body):
        below(body, "p")


def _sealed(root: Element) -> bytes:
    root.insert(0, etree.Comment(f" {SEAL} "))
    _indent(root, 0)
    return sealed(etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")


def _indent(element: Element, depth: int) -> None:
    """A line for each element that holds no words."""
    if not len(element) or not isinstance(element.tag, str) or etree.QName(element).localname in _MIXED:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
