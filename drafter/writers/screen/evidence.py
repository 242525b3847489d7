"""What the terminal shows of evidence: verdicts with what shows them, silent changes, clashes, the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.language.noise import telling
from drafter.model import (
    Clash,
    Comment,
    Correspondence,
    Draft,
    Evidence,
    Rounds,
    SilentChange,
    Stance,
    Verdict,
)
from drafter.wording.changes import edits_words
from drafter.wording.figures import number
from drafter.wording.messages import say
from drafter.wording.names import lowered, place
from drafter.wording.verdicts import asks_nothing, grounds, verdict_words
from drafter.writers.screen.shared import has_numbers, number_cell, numbered_agency, shortened, with_id

_TEXT = 160  # characters of a comment
_EDITS = 220
_STYLES = {
    Verdict.ADDRESSED: "bold green",
    Verdict.ALREADY: "green",
    Verdict.PARTLY: "bold yellow",
    Verdict.NOT_YET: "bold red",
    Verdict.REGRESSED: "bold white on red",
    Verdict.UNCLEAR: "dim",
}


def evidence_view(
    found: Sequence[Evidence], read: Correspondence, rounds: Rounds, lang: str, *, ids: bool = False
) -> RenderableType:
    """One row for each comment and later draft: verdict, measures, edits."""
    said = {comment.id: comment for comment in read.comments}
    numbered = has_numbers(said[entry.comment] for entry in found)
    table = Table(title=_summary(found, said, rounds, lang), title_justify="left", title_style="bold")
    if numbered:
        table.add_column(say("screen.no", lang), justify="right")
    table.add_column(say("evidence.comment", lang), ratio=5, overflow="fold")
    table.add_column(say("evidence.draft", lang), justify="right")
    table.add_column(say("evidence.verdict", lang), ratio=2, overflow="fold")
    table.add_column(say("evidence.shown", lang), ratio=5, overflow="fold")
    for entry in found:
        comment, draft = said[entry.comment], rounds.draft(entry.draft)
        assert draft is not None
        table.add_row(
            *number_cell(comment, numbered),
            with_id(f"{comment.agency}: {shortened(comment.text, _TEXT)}", comment.id, ids),
            str(draft.number or ""),
            Text(_verdict(entry, comment, lang), style=_STYLES[entry.verdict]),
            _shown(entry, draft, comment, lang),
        )
    if any(said[entry.comment].review for entry in found):
        table.caption = say("evidence.review", lang)
    return table


def _verdict(evidence: Evidence, comment: Comment | None, lang: str) -> str:
    """The verdict, with a mark where the words of the comment itself are in doubt: recognised from a scan."""
    if comment is None:
        return say(f"verdict.{evidence.verdict}", lang)
    told = verdict_words(evidence.verdict, comment.stance, evidence.measures, lang)
    return f"{told} ?" if comment.review else told


def evidence_cells(
    evidence: Evidence, draft: Draft, lang: str, comment: Comment | None = None
) -> tuple[str, str]:
    """The verdict and what shows it: measures, then the words before and after, a line each."""
    return _verdict(evidence, comment, lang), _shown(evidence, draft, comment, lang)


def _summary(found: Sequence[Evidence], said: Mapping[str, Comment], rounds: Rounds, lang: str) -> str:
    """Each comment once, by what the newest draft that answers it did, those that ask for no change last; the
    counts add up to the comments."""
    order = {draft.path: at for at, draft in enumerate(rounds.drafts)}
    newest = {entry.comment: entry for entry in sorted(found, key=lambda entry: order[entry.draft])}
    counts = Counter(
        None if asks_nothing(entry.verdict, said[id].stance, entry.measures) else entry.verdict
        for id, entry in newest.items()
    )
    told = [
        f"{lowered(say(f'verdict.{name}', lang))} {number(counts[verdict], lang)}"
        for verdict, name in (*((each, each.value) for each in Verdict), (None, "asks-nothing"))
        if counts[verdict]
    ]
    return say("evidence.title", lang, count=len(newest), verdicts=" · ".join(told))


def _shown(evidence: Evidence, draft: Draft, comment: Comment | None, lang: str) -> str:
    """Measures, then the words before and after; that nothing was counted where there is neither."""
    stance = Stance.REQUEST if comment is None else comment.stance
    lines = grounds(evidence.verdict, stance, evidence.measures, lang)
    edits = edits_words(evidence.segments, lang)
    where = place(evidence.clauses[:2], draft)
    if any(any(map(str.isalnum, edit.old + edit.new)) for edit in telling(evidence.segments)):
        lines.append(f"{where}: {shortened(edits, _EDITS)}" if where else shortened(edits, _EDITS))
    if not lines and evidence.verdict is Verdict.UNCLEAR:
        lines.append(say("grounds.none", lang))
    return "\n".join(lines)


def silent_view(
    changes: Sequence[SilentChange], drafts: Sequence[Draft], read: Correspondence, lang: str
) -> RenderableType:
    """Weightiest first: why it matters, where, the words, the comments it may have been made for."""
    if not changes:
        return Text(say("evidence.no-silent", lang)) if len(drafts) > 1 else Text("")
    old, new = drafts[-2], drafts[-1]
    table = Table(
        title=say("evidence.silent", lang, count=len(changes)), title_justify="left", title_style="bold"
    )
    table.add_column("", overflow="fold")
    table.add_column(say("diff.clause-column", lang), overflow="fold", ratio=2)
    table.add_column(say("evidence.shown", lang), overflow="fold", ratio=5)
    for change in changes:
        ids, draft = (change.new, new) if change.new else (change.old, old)
        table.add_row(
            ", ".join(say(f"silent.{why}", lang) for why in change.why),
            place(ids, draft),
            "\n".join((shortened(edits_words(change.segments, lang), _EDITS), *_perhaps(change, read, lang))),
        )
    return table


def _perhaps(change: SilentChange, read: Correspondence, lang: str) -> Iterator[str]:
    named = [numbered_agency(each) for each in read.comments if each.id in change.perhaps]
    if named:
        yield f"({say('silent.perhaps', lang, comments='; '.join(named))})"


def clashes_view(found: Sequence[Clash], read: Correspondence, lang: str) -> RenderableType:
    """Each pair of comments that cannot both be followed."""
    if not found:
        return Text("")
    said = {comment.id: comment for comment in read.comments}
    table = Table(
        title=say("evidence.clashes", lang, count=len(found)), title_justify="left", title_style="bold"
    )
    table.add_column("", overflow="fold")
    table.add_column(say("evidence.comment", lang), overflow="fold", ratio=4)
    for clash in found:
        lines = [f"{numbered_agency(said[id])}: {shortened(said[id].text, _TEXT)}" for id in clash.comments]
        table.add_row(say(f"clash.{clash.why}", lang), "\n".join(lines))
        table.add_section()
    return table
