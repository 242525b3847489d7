"""Narrowed: a case of which some sentences of the linked clauses matter, and what continues them.

Hard cases: a sentence was put in before the one that is meant, so that it is another by number: the one most
like it continues it; a sentence that nothing is like is gone, and nothing that came is an edit of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from drafter.language.guarded import Guarded
from drafter.language.sentences import sentences

from .case import Case, Form, Side, loose, phrase, printed

_HALF = re.compile(r"[;\n]|[.?!](?=\s|$)")
_SAME = 40.0  # per cent: a sentence less like is another


@dataclass
class InSentences(Side):
    """A draft of which some sentences of the linked clauses matter."""

    held: tuple[str, ...] = ()

    def text(self, form: Form) -> str:
        return "\n".join(map(form, self.held))

    def own(self, form: Form) -> str:
        return self.text(form)

    def said(self, form: Form) -> str:
        return self.text(form)


def nth_sentence(case: Case, nth: int) -> Case | None:
    """The case of one sentence of the linked clause, from 1, -1 the last; None where it has no such one."""
    old, new = (lines_of(side, side.ids) for side in (case.before, case.after))
    place = len(old) - 1 if nth < 0 else nth - 1
    if len(case.before.ids) != 1 or not 0 <= place < len(old):
        return None
    now = _continued(old[place], new) or (new[place] if place < len(new) else "")
    return _of(case, (old[place],), (now,))


def around(case: Case, said: str, form: Form) -> Case:
    """The case of those sentences of the linked clauses, and of all under them, that hold words; the case as
    it is where none does or where all of them do."""
    found, lines = phrase(said), _inside(case.before)
    old = [line for line in lines if found.search(form(line))]
    if not old or len(old) == len(lines) == 1:
        return case
    new = _inside(case.after)
    return _of(case, old, filter(None, (_continued(line, new) for line in old)))


def continues(line: str, side: Side, form: Form) -> bool:
    """Whether a sentence is one of the linked clauses of another draft, edited."""
    return _continued(line, sentences_inside(side, form)) != ""


def edited_from(case: Case, said: str, others: str, form: Form) -> bool:
    """Whether a sentence that holds words now is one that held others before, edited."""
    found, held = phrase(said), phrase(others)
    before = _inside(case.before)
    lines = (line for line in _inside(case.after) if found.search(form(line)) and line not in before)
    return any(held.search(form(_continued(line, before))) for line in lines)


def beside(side: Side, said: str, others: Guarded, form: Form) -> bool:
    """Whether a sentence of the draft holds words and others too."""
    found = phrase(said)
    lines = (form(line) for line in lines_of(side, tuple(clause.id for clause in side.draft.clauses)))
    return any(found.search(line) and others.search(line) for line in lines)


def lines_of(side: Side, ids: Sequence[str]) -> list[str]:
    """The sentences of clauses, as they are printed."""
    return list(_sentences(printed(side.draft.by_id[id]) for id in ids))


def sentences_inside(side: Side, form: Form) -> list[str]:
    """The sentences of the linked clauses and of all under them."""
    return (
        [form(line) for line in side.held]
        if isinstance(side, InSentences)
        else list(map(form, _inside(side)))
    )


def halves(text: str) -> list[str]:
    """The sentences of a text, and the parts of them between semicolons, that say anything."""
    return [half for half in _HALF.split(text) if half.strip()]


def _inside(side: Side) -> list[str]:
    return lines_of(side, tuple(clause.id for clause in side.draft.clauses if clause.id in side.inside))


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    return (text[start:end] for text in texts for start, end in sentences(text))


def _continued(line: str, lines: Sequence[str]) -> str:
    """The one of `lines` that is most like `line`; "" where none is."""
    said = loose(line)
    near = max(lines, key=lambda other: fuzz.ratio(loose(other), said), default="")
    return near if fuzz.ratio(loose(near), said) >= _SAME else ""


def _of(case: Case, old: Iterable[str], new: Iterable[str]) -> Case:
    return replace(case, before=_only(case.before, old), after=_only(case.after, new))


def _only(side: Side, held: Iterable[str]) -> Side:
    return InSentences(side.texts, side.ids, side.registers, tuple(held))
