"""Structure: the clauses of a draft as the hierarchy of Akoma Ntoso, its bases, its head and its foot.

Where Vietnamese texts have a part that Akoma Ntoso has no element for, it is an `hcontainer` with a name:
`phan` (a part without a number), `dau-cong` (an item with a plus), `bang` (a table), `khung` (lines beside
the clauses), `phu-luc` (an annex that is the text itself).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.normal import folded
from drafter.language.printed_dates import letter_date
from drafter.model import Clause, Draft, Kind, Role
from drafter.opc import Element

from .markup import APART, BESIDE, Markup, below, block, number
from .parts import AknPart, AknPiece
from .tables import table

_ELEMENTS = {
    Kind.PART: "part",
    Kind.CHAPTER: "chapter",
    Kind.SECTION: "section",
    Kind.SUBSECTION: "subsection",
    Kind.ARTICLE: "article",
    Kind.PARAGRAPH: "paragraph",
    Kind.POINT: "point",
    Kind.DASH: "indent",
    Kind.TEXT: "alinea",
}
_NAMED = {Kind.PLUS: "dau-cong", Kind.ANNEX: "phu-luc"}
COUNTED = frozenset({Kind.DASH, Kind.PLUS, Kind.TEXT, Kind.TABLE_ROW})  # what numbers them is no number


def hierarchy(parent: Element, parts: Sequence[AknPart], markup: Markup, prefix: str) -> None:
    """Parts of the body, each with all below it."""
    for part in parts:
        if part.clause is not None:
            _clause(parent, part, part.clause, markup, prefix)
            continue
        name = "bang" if part.rows else "khung"
        eid = markup.ids.take("hcontainer", prefix)
        box = below(parent, "hcontainer", eId=eid, name=name)
        flow(below(box, "content", eId=markup.ids.take("content", eid)), [part], markup, eid)


def flow(parent: Element, parts: Sequence[AknPart], markup: Markup, prefix: str) -> None:
    """Lines and tables as blocks, where no hierarchy is."""
    for part in parts:
        if part.table:
            table(parent, part.table, part.rows, markup, prefix)
        for line in part.lines:
            _line(parent, line, markup, prefix)


def _clause(parent: Element, part: AknPart, clause: Clause, markup: Markup, prefix: str) -> None:
    tag, name = _element(clause, part)
    label = "" if clause.kind in COUNTED else clause.label
    eid = markup.ids.take(tag, prefix, label)
    markup.eids[clause.id] = eid
    made = below(parent, tag, eId=eid, name=name)
    rest = heads(made, part, clause, markup, eid)
    inner = "intro" if part.below else "content"
    if rest:
        box = below(made, inner, eId=markup.ids.take(inner, eid))
        for at, line in enumerate(rest):
            block(box, "p", line, markup, eid, place="" if at or line is part.lines[0] else APART)
    hierarchy(made, part.below, markup, eid)


def _element(clause: Clause, part: AknPart) -> tuple[str, str]:
    if clause.kind is Kind.TEXT and (clause.heading is not None or part.below):
        return "hcontainer", "phan"
    name = _NAMED.get(clause.kind, "")
    return ("hcontainer", name) if name else (_ELEMENTS[clause.kind], "")


def heads(
    made: Element, part: AknPart, clause: Clause, markup: Markup, eid: str, *, all_lines: bool = False
) -> list[AknPiece]:
    """The number and title of a clause; the lines that are neither come back."""
    lines = part.lines
    if lines[0].number:
        number(made, lines[0], markup, eid)
    titled = len(lines) if all_lines else _titled(clause, lines)
    shown = [line for line in lines[:titled] if line.text]
    for at, line in enumerate(shown):
        place = APART if line is not lines[0] else BESIDE if line.number else ""
        block(made, "subheading" if at else "heading", line, markup, eid, place=place)
    return [line for line in lines[titled:] if line.text or (not lines[0].number and line is lines[0])]


def _titled(clause: Clause, lines: Sequence[AknPiece]) -> int:
    """How many of the lines of a clause are its title."""
    if clause.heading is None:
        return 0
    wanted = " ".join(clause.heading.split())
    for count in range(1, len(lines) + 1):
        if " ".join(" ".join(line.text for line in lines[:count]).split()) == wanted:
            return count
    return 0


def _line(parent: Element, line: AknPiece, markup: Markup, eid: str) -> Element:
    """A line beside the clauses; what numbers it stands in it."""
    made = block(parent, "p", line, markup, eid)
    if line.marker:
        span = below(made, "span", class_="auto")
        span.text, span.tail, made.text = line.marker, made.text, None
        made.insert(0, span)
    return made


def preface(parent: Element, parts: Sequence[AknPart], draft: Draft, markup: Markup) -> None:
    """The letterhead and the title; which line is what."""
    flow(parent, parts, markup, "preface")
    for made in parent.iter("{*}p"):
        text = " ".join("".join(map(str, made.itertext())).split())
        name, day = _role_of(text, draft)
        if name and next(made.iterancestors("{*}authorialNote"), None) is None:
            _wrap(made, name, day)


def _role_of(text: str, draft: Draft) -> tuple[str, str]:
    """What a line above the text is: its kind, title, stage, date, or who issues it."""
    plain, date = folded(text).lstrip("( "), draft.date
    if not text:
        return "", ""
    if plain == folded(draft.kind or ""):
        return "docType", ""
    if date is not None and letter_date(plain) == date:
        return "docDate", date.isoformat()
    if draft.number is not None and plain.startswith(lexicon(Frontmatter).draft):
        return "docStage", ""
    if draft.issuer and plain == folded(draft.issuer):
        return "docAuthority", ""
    return ("docTitle", "") if len(text) > 3 and text in " ".join(draft.title.split()) else ("", "")


def _wrap(made: Element, name: str, day: str) -> None:
    """All that a block holds, within one element of this name."""
    children = list(made)
    inner = below(made, name, date=day)
    inner.text, made.text = made.text, None
    inner.extend(child for child in children if not child.tag.endswith("}authorialNote"))
    for child in children:
        if child.tag.endswith("}authorialNote"):
            made.append(child)


def preamble(parent: Element, parts: Sequence[AknPart], markup: Markup) -> None:
    """The legal bases as citations, the account of the situation as recitals, between them the formula."""
    for role, run in groupby(parts, key=_preamble_role):
        group = [*run]
        if role is None:
            flow(parent, group, markup, "preamble")
        elif role == "formula":
            for part in group:
                eid = markup.ids.take("formula", "preamble")
                flow(below(parent, "formula", eId=eid, name="enactingFormula"), [part], markup, eid)
                _named(part, markup, eid)
        else:
            own = markup.ids.take(f"{role}s", "preamble")
            box = below(parent, f"{role}s", eId=own)
            for part in group:
                eid = markup.ids.take(role, own)
                made = below(box, role, eId=eid)
                if part.lines[0].number:
                    number(made, part.lines[0], markup, eid)
                for line in part.lines:
                    block(made, "p", line, markup, eid)
                _named(part, markup, eid)


def _preamble_role(part: AknPart) -> str | None:
    clause = part.clause
    if clause is None:
        return None
    text = clause.text.strip()
    if text.isupper() and text.endswith(":"):
        return "formula"
    return "citation" if clause.role is Role.BASIS else "recital"


def _named(part: AknPart, markup: Markup, eid: str) -> None:
    if part.clause is not None:
        markup.eids[part.clause.id] = eid
