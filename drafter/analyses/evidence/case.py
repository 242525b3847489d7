"""A case: one comment, the draft it is about, and one later draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz.distance import Indel

from drafter.language.guarded import Guarded, Phrase
from drafter.language.lexicon import cue, lexicon
from drafter.language.noise import canonical
from drafter.language.normal import decoded
from drafter.language.words import words
from drafter.model import Clause, Comment, Draft, Link, Measured, Register, Role, Scope, Target, Verdict

Form = Callable[[str], str]
MARKS = " .;:,“”\"'"  # that words which are asked for may be printed with
_NOTHING = Guarded(r"(?!)")
_TELLING = 2  # words: fewer are no other way of saying something


def exact(text: str) -> str:
    """Words as they are printed, but for Unicode form and white space."""
    return " ".join(decoded(text).split())


def loose(text: str) -> str:
    """Words without what means nothing: letter case, kinds of marks, short forms, spelling."""
    return canonical(text)


@lru_cache(maxsize=4096)  # of one comment the same words are looked for again and again
def phrase(words: str) -> Guarded:
    """Finds words, in the form of the text it is asked of, as whole words and numbers: no "5" in "7,5" or in
    "2-5"; "…" stands for any others."""
    pieces = _pieces(words)
    if not pieces:
        return _NOTHING
    starts, ends = (words.strip(" …")[at].isdigit() for at in (0, -1))
    front = r"(?<![\w])(?<!\d[.,/–-])(?<!\d\s[–-]\s)" if starts else r"(?<!\w)"
    back = r"(?!\w)(?![.,/–-]\d)(?!\s[–-]\s\d)" if ends else r"(?!\w)"
    if words.rstrip(" …").endswith("%"):
        back = r"(?!\w)(?!\s?[–-]\s?\d)"
    return Phrase(front + r"[^\n]*?".join(map(re.escape, pieces)) + back, pieces)


def _pieces(words: str) -> list[str]:
    """The pieces of a phrase between "…", each of which stands to the letter where the phrase does."""
    return [piece.strip() for piece in words.split("…") if piece.strip()]


def printed(clause: Clause) -> str:
    """The words of a clause with those of the notes and text boxes at it: an edit of a note is done there."""
    return "\n".join([clause.text, *(note.text for note in clause.notes)])


class Texts:
    """The words of one draft in the forms that are asked for, each put into it once for all comments."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._places = {clause.id: place for place, clause in enumerate(draft.clauses)}
        self._lines: dict[Form, Mapping[str, str]] = {}
        self._wholes: dict[Form, str] = {}
        self._anew: dict[str, Mapping[str, str]] = {}

    def lines(self, form: Form) -> Mapping[str, str]:
        """The words of each clause by its id, in the order of the draft."""
        if form not in self._lines:
            self._lines[form] = {clause.id: form(printed(clause)) for clause in self.draft.clauses}
        return self._lines[form]

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Clauses in the order of the draft."""
        return sorted(ids, key=self._places.__getitem__)

    def whole(self, form: Form) -> str:
        """All words, a line each clause; the title stands first."""
        if form not in self._wholes:
            self._wholes[form] = "\n".join([*map(form, self.draft.front), *self.lines(form).values()])
        return self._wholes[form]

    def anew(self, before: Texts) -> Mapping[str, str]:
        """Clauses, by id, whose loose words stand nowhere in an earlier draft, and these words."""
        path = before.draft.path
        if path not in self._anew:
            said = before.whole(loose)
            own = ((clause.id, loose(clause.text)) for clause in self.draft.clauses)
            self._anew[path] = {id: text for id, text in own if text not in said}
        return self._anew[path]


@dataclass
class Side:
    """One draft, by its words, with the clauses that matter; `registers` gives its targets when they are
    wanted."""

    texts: Texts
    ids: tuple[str, ...]
    registers: Callable[[Draft], Register]

    @property
    def draft(self) -> Draft:
        return self.texts.draft

    @cached_property
    def register(self) -> Register:
        return self.registers(self.draft)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The linked clauses with everything under them."""
        return frozenset(clause.id for id in self.ids for clause in self.draft.subtree(id))

    def text(self, form: Form) -> str:
        """The words of the linked clauses and of everything under them, a line each."""
        lines = self.texts.lines(form)
        return "\n".join(lines[id] for id in self.texts.in_order(self.inside))

    def own(self, form: Form) -> str:
        """The words of the linked clauses without what is under them."""
        return "\n".join(self.texts.lines(form)[id] for id in self.ids)

    def whole(self, form: Form) -> str:
        """All words of the draft, a line each clause; the title stands first."""
        return self.texts.whole(form)

    def said(self, form: Form) -> str:
        """The words of the linked clauses; of the draft where there are none."""
        return self.text(form) if self.ids else self.whole(form)

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(self.draft.by_id[id].role for id in self.ids)

    def words(self, roles: frozenset[Role] | None = None) -> int:
        """Words of the parts with these roles; without, of the whole draft but for its annexes."""
        return sum(
            c.words
            for c in self.draft.clauses
            if (c.role is not Role.ANNEX if roles is None else c.role in roles)
        )

    def holding(self, words: str, form: Form) -> tuple[str, ...]:
        """The clauses whose own text has a `phrase`."""
        found, pieces = phrase(words), _pieces(words)
        if not all(piece in self.whole(form) for piece in pieces):
            return ()
        return tuple(
            id
            for id, line in self.texts.lines(form).items()
            if all(piece in line for piece in pieces) and found.search(line)
        )

    def places_of_targets(self) -> tuple[str, ...]:
        """The linked clauses and wherever else a target of theirs stands, such as the annex."""
        roots = {t.same_as or t.id for t in self.register.targets if t.clause in self.inside}
        also = [t.clause for t in self.register.targets if (t.same_as or t.id) in roots]
        return tuple(dict.fromkeys((*self.ids, *also)))

    def targets(self) -> list[list[Target]]:
        """The targets of the linked clauses, of the draft where there are none, each with all its places."""
        by_root: dict[str, list[Target]] = {}
        for target in self.register.targets:
            by_root.setdefault(target.same_as or target.id, []).append(target)
        groups = list(by_root.values())
        ours = [group for group in groups if any(target.clause in self.inside for target in group)]
        return ours or groups


def times(said: str, side: Side, form: Form, apart: str = "") -> int:
    """How often words stand in the linked clauses, other than as a part of `apart`."""
    text = side.said(form)
    return len(phrase(said).findall(phrase(apart).sub(" ¦ ", text) if apart else text))


@dataclass(frozen=True)
class Outcome:
    """What came of one thing that a comment asks for. `where`: clauses of the later draft that show it."""

    verdict: Verdict
    measures: tuple[Measured, ...] = ()
    where: tuple[str, ...] = ()


@dataclass
class Case:
    """`kept`: linked clause → what continues it; `cited`: the same of the clauses that the comment cites."""

    comment: Comment
    link: Link
    before: Side
    after: Side
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def sure(self) -> bool:
        """Whether it is certain which clauses the comment is about."""
        return self.link.scope is Scope.CLAUSES and not self.link.review and bool(self.before.ids)

    @cached_property
    def came(self) -> str:
        """The words that came to the linked clauses and what is under them, each piece a line."""
        return _came(self.before.text(loose), self.after.text(loose))

    @cached_property
    def reworded(self) -> bool:
        """Whether the linked clauses themselves say something else now: more came to them than figures, or
        they are there no more."""
        if self.before.ids and not self.after.ids:
            return True
        return len(telling(_came(self.before.own(loose), self.after.own(loose)))) >= _TELLING


@lru_cache(maxsize=1024)  # many comments are about one clause
def _came(before: str, after: str) -> str:
    old, new = words(before), words(after)
    pieces = (
        " ".join(new[op.dest_start : op.dest_end])
        for op in Indel.opcodes(old, new)
        if op.tag in ("insert", "replace")
    )
    return "\n".join(pieces)


def telling(text: str) -> list[str]:
    """The words of a text that say something: no fillers, no figures."""
    fillers = frozenset(lexicon("evidence")["fillers"]["words"])
    said = cue("evidence", "fillers", "joining").sub(" ", text.lower())
    return [word for word in words(said) if word[0].isalpha() and word not in fillers]


def compared(name: str, before: int, after: int, unit: str, *, wanted: int = 1) -> Outcome:
    """More of something wanted (`wanted` 1), or less of it (-1)."""
    measure = Measured(name, before, after, unit)
    done = (after - before) * wanted > 0
    return Outcome(Verdict.ADDRESSED if done else Verdict.NOT_YET, (measure,))
