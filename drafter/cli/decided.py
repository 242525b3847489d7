"""How decisions are shown that were just made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .common import Run

if TYPE_CHECKING:
    from drafter.jobs.recorded import Decided
    from drafter.workspace import Workspace


def show(
    run: Run,
    workspace: Workspace,
    found: Sequence[Decided],
    *,
    as_json: bool,
    act: str = "",
    beside: Sequence[str] = (),
) -> None:
    """`act`: what was done, where it was no deciding: undone, approved; `beside`: what was said, where that
    leaves the decision as it was."""
    if as_json:
        from drafter.writers.json.decisions import decisions

        run.print_json(decisions([(each.comment, each.decision) for each in found]))
    else:
        from drafter.jobs.chosen import chosen_places
        from drafter.wording.decisions import recorded_words
        from drafter.writers.screen.decisions import decisions_view

        pairs = [(each.comment, each.decision) for each in found]
        title = recorded_words(len(pairs), run.lang, act=act, beside=beside)
        run.console().print(decisions_view(pairs, chosen_places(workspace), run.lang, title=title))
    _warn(run, workspace, found)


def _replaced(run: Run, found: Sequence[Decided]) -> None:
    """What of others it stands in place of."""
    from drafter.wording.figures import listed_numbers

    others = [each for each in found if each.replaces]
    if others:
        names = ", ".join(dict.fromkeys(each.before.decided_by for each in others))
        numbers = [each.comment.no for each in others]
        command = f"drafter decide {' '.join(map(str, numbers))} --undo"
        run.say("decide.replaced", numbers=listed_numbers(numbers), names=names, command=command)
    unapproved = [each.comment.no for each in found if each.unapproved]
    if unapproved:
        run.say("decide.unapproved", numbers=listed_numbers(unapproved))


def _warn(run: Run, workspace: Workspace, found: Sequence[Decided]) -> None:
    """What of it has no answer, and what the newest draft does not show."""
    unshown = [each.unshown for each in found if each.unshown is not None]
    unwatched = [each.comment.no for each in found if each.unwatched]
    _replaced(run, found)
    unanswered = [each.comment.no for each in found if each.unanswered]
    if not unshown and not unwatched and not unanswered:
        return
    from drafter.wording.decisions import unanswered_words, unshown_words
    from drafter.wording.figures import listed_numbers
    from drafter.wording.names import draft_name, lowered

    if unanswered:
        run.tell(unanswered_words(unanswered, run.lang, how=run.words("decide.unanswered.option")))
    for each in unshown:
        run.tell(unshown_words(each.no, each.decision, each.evidence, each.draft, run.lang))
    if unwatched:
        newest = lowered(draft_name(workspace.rounds.newest, run.lang))
        told = listed_numbers(unwatched)
        run.say("decide.unwatched", numbers=told, draft=newest, option="--words")
