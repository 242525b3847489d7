"""Threads: what a program writes into a comment's text about its state is no word of the agency.

Google Docs exports "_Marked as resolved_" as a reply that stands on the same words as what it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.threads import mark_of_thread
from drafter.model import Annotation


def threads(notes: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """The comments in order, marks of threads taken out of their texts; what they say is in `resolved`.

    A comment that only was a mark stays with no text, so that places of replies hold.
    """
    found = list(notes)
    for place, note in enumerate(notes):
        root = _root(notes, place)
        kept = []
        for line in note.text.split("\n"):
            mark = mark_of_thread(line)
            if mark is None:
                kept.append(line)
            elif mark.settles is not None:
                found[root] = replace(found[root], resolved=mark.settles)
        if len(kept) < len(note.text.split("\n")):
            found[place] = replace(found[place], text="\n".join(kept).strip())
    return tuple(
        replace(note, resolved=note.resolved or found[_root(notes, place)].resolved)
        if note.reply_to is not None
        else note
        for place, note in enumerate(found)
    )


def _root(notes: Sequence[Annotation], place: int) -> int:
    """The comment that begins the thread: by its replies, else the first one on the same words."""
    seen = {place}
    while (above := notes[place].reply_to) is not None and above not in seen:
        place = above
        seen.add(above)
    if len(seen) > 1:
        return place
    where = _words(notes[place])
    return next((at for at in range(place) if _words(notes[at]) == where), place)


def _words(note: Annotation) -> tuple[int, int, int, int]:
    return note.paragraph, note.start, note.end_paragraph, note.end
