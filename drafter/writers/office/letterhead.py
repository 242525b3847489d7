"""The head and the foot of an official document: who writes, state or Party, number and date, who signs.

Layout of NĐ 30/2020/NĐ-CP, Phụ lục I, and of HD 36-HD/VPTW for the offices of the Party. What nobody has said
is a blank to be filled in.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm
from docx.table import Table

from drafter.language.unbroken import unbroken_name
from drafter.model import Office
from drafter.wording.messages import say
from drafter.wording.names import dated
from drafter.writers.office.forms import of_the_party
from drafter.writers.office.page import StyledLine, line, rule_below, side_by_side

_WIDTHS = (Mm(110), Mm(142))
_HALVES = (Mm(126), Mm(126))
_LINE = 17  # points of a line there, its letters up to 14
_SIGNATURE = 4  # empty lines for signature and seal; the name is left to be written


def letterhead(
    document: Document,
    office: Office,
    issuer: str,
    lang: str,
    *,
    widths: Sequence[Length] = _WIDTHS,
    subject: str = "",
) -> None:
    """The head of a document of this office; where it is not named, of one that writes for `issuer`.

    `subject`: what a letter is about, below its number; a letter stands upright, its columns are narrow.
    """
    party = of_the_party(office, issuer)
    parent = office.parent or ("" if office.name else issuer)
    size = 14 if party else 12 if subject else 13
    name = office.name.upper() or say("table.office", lang)
    number = "letters.number" if subject else "table.number"
    above = [StyledLine(unbroken_name(parent.upper()), size=size)] if parent else []
    own = StyledLine(unbroken_name(name), size=size, bold=True, blank=not office.name)
    day = StyledLine(dated(office.place, office.date, lang), size=14, italic=True)
    about = [StyledLine(), StyledLine(subject, size=12, italic=party)] if subject else []
    if party:
        numbered = StyledLine(say(f"{number}.party", lang), size=size)
        left = [*above, own, StyledLine("*", size=size), numbered, *about]
        right = [StyledLine(say("table.party", lang), bold=True, size=15), StyledLine(rule=76), day]
    else:
        left = [*above, own, StyledLine(rule=30), StyledLine(say(f"{number}.state", lang)), *about]
        state, motto = (say(f"table.{name}", lang) for name in ("state", "motto"))
        right = [
            StyledLine(state, bold=True, size=size, tight=True),
            StyledLine(motto, bold=True, size=size + 1),
            StyledLine(rule=58),
            day,
        ]
    side_by_side(document, widths, (left, right))


def line_under_title(document: Document, office: Office, issuer: str, text: str) -> None:
    """What parts a title, of which `text` is the last line, from what follows: a drawn line, of the Party
    five hyphens (HD 36-HD/VPTW)."""
    if of_the_party(office, issuer):
        line(document, "-----", align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    else:
        rule_below(document, text, size=13, after=12)


def signature(
    document: Document,
    office: Office,
    issuer: str,
    lang: str,
    *,
    widths: Sequence[Length] = _HALVES,
    first: str = "",
) -> Table:
    """Who gets the document, and the title of who signs it. `first`: who gets it before all others."""
    party = of_the_party(office, issuer)
    notify = StyledLine(say("table.notify", lang), size=12, left=True, bold=not party, italic=not party,
                        underlined=party)  # fmt: skip
    titles = office.signer.upper().split("\n") if office.signer else [say("table.signer", lang)]
    # The Party prints in bold for whom it is signed, and not the title of who signs.
    signer = [
        StyledLine(title, size=14, bold=not party or "/" in title.split(" ")[0], blank=not office.signer)
        for title in titles
    ]
    names = _recipients(office, party, lang, addressed=bool(first))
    if first:
        names = [first + ("," if party else ";"), *names]
    receivers = [StyledLine(text, size=11, left=True) for text in names]
    return side_by_side(document, widths, ([notify, *receivers], [*signer, *[StyledLine()] * _SIGNATURE]))


def signature_height(office: Office) -> float:
    """Points that the signature takes with the empty line above it, as near as its lines tell."""
    titles = office.signer.count("\n") + 1
    return _LINE * (1 + max(titles + _SIGNATURE, 2 + len(office.recipients)))


def _first_word(text: str) -> str:
    return text.strip(" -;.").casefold().partition(" ")[0].rstrip(":")


def _is_addressee(name: str) -> bool:
    """Whether it only says "those above", to whom a document is addressed."""
    above = {
        _plain(say(key, lang)) for key in ("letters.as-above", "letters.as-dear") for lang in ("vi", "en")
    }
    return _plain(name) in above


def _plain(name: str) -> str:
    return " ".join(name.strip(" -;,.").casefold().split())


def _recipients(office: Office, party: bool, lang: str, *, addressed: bool) -> list[str]:
    """`["- Thường trực HĐND tỉnh;", "- Lưu: VT."]`, of the Party `["- Báo Hà Tĩnh,", "- Lưu Văn phòng."]`;
    what the office keeps ends the list, said or not. `addressed`: who is above is named already."""
    form = ".party" if party else ""
    file, comma = say(f"table.file{form}", lang), "," if party else ";"
    if not office.recipients:
        return [say("table.recipients.open", lang) + comma, file]
    stripped = (name.strip(" -;,.") for name in office.recipients)
    names = [name for name in stripped if not (addressed and _is_addressee(name))]
    kept = tuple(_first_word(say("table.file", each)) for each in ("vi", "en"))
    if not any(_first_word(name) in kept for name in names):
        return [*(f"- {name}{comma}" for name in names), file]
    return [*(f"- {name}{comma}" for name in names[:-1]), f"- {names[-1]}."]
