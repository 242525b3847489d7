"""The body's task groups: each numbered child of the task section, its points and dashes as tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.agencies import Duty, duty, headed_by, is_label
from drafter.language.normal import decoded, folded
from drafter.model import Clause, Draft, Kind, Role, Task, TaskGroup

_NUMBERED = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT)
# Headings that only say that tasks follow: the groups are one level down.
_PLAIN = re.compile(
    r"(?:các |những |một số )?(?:nhóm )?(?:nhiệm vụ|giải pháp)(?:,? (?:và )?(?:nhiệm vụ|giải pháp))?"
    r"(?: (?:chủ yếu|trọng tâm|cụ thể|chung|thực hiện|đột phá|chính))*[ .:]*"
)


def of_the_body(draft: Draft) -> tuple[TaskGroup, ...]:
    """The groups of every part with the role of tasks, in order."""
    groups: list[TaskGroup] = []
    for root in draft.clauses:
        if root.role == Role.TASKS and not _inside(draft, root) and root.kind != Kind.TABLE_ROW:
            groups.extend(_group(draft, clause) for clause in _tops(draft, root))
    return tuple(groups)


def _inside(draft: Draft, clause: Clause) -> bool:
    return clause.parent is not None and draft.by_id[clause.parent].role == Role.TASKS


def _tops(draft: Draft, root: Clause) -> Iterator[Clause]:
    """The clauses that head a group under `root`; the root itself where nothing below is numbered."""
    numbered = [child for child in draft.children.get(root.id, ()) if child.kind in _NUMBERED]
    if not numbered:
        yield root
        return
    for child in numbered:
        if _PLAIN.fullmatch(folded(child.heading or child.text)) and draft.children.get(child.id):
            yield from _tops(draft, child)
        else:
            yield child


def _group(draft: Draft, top: Clause) -> TaskGroup:
    title = decoded(top.heading or top.text).strip()
    found = _with_labels(list(_leaves(draft, top)))
    whole = duty(decoded(top.text)) if not found else Duty()
    if not found:
        found = [(top, whole)]
    filled = tuple(_task(clause, said.filled(_from_above(draft, clause))) for clause, said in found)
    return TaskGroup(top.id, " ".join(title.split()), filled)


def _from_above(draft: Draft, clause: Clause) -> Duty:
    """Who leads by the nearest heading that names an agency ("4. Sở Nội vụ") or entrusts one with a list."""
    for above in draft.ancestors(clause.id):
        text = decoded(above.heading or above.text)
        lead = headed_by(text) or (duty(text).lead if above.text.rstrip().endswith(":") else ())
        if lead:
            return Duty(lead)
    return Duty()


def _task(clause: Clause, said: Duty) -> Task:
    return Task(clause.id, clause.text.strip(), said.lead, said.partners, said.deadline)


def _leaves(draft: Draft, top: Clause) -> Iterator[Clause]:
    """The tasks under a group; a child that only opens others gives way to them."""
    for child in draft.children.get(top.id, ()):
        below = draft.children.get(child.id, ())
        opening = child.text.rstrip().endswith(":") or bool(
            child.heading and len(child.text) <= len(child.heading) + 3
        )
        if child.kind == Kind.TABLE_ROW or (opening and not below and child.kind == Kind.TEXT):
            continue
        if opening and below:
            yield from _leaves(draft, child)
            continue
        yield child
        yield from (line for line in below if is_label(decoded(line.text)))


def _with_labels(leaves: list[Clause]) -> list[tuple[Clause, Duty]]:
    """Lines of labels ("Chủ trì: …") go to the task above them, at the top to all of the group."""
    found: list[tuple[Clause, Duty]] = []
    common = Duty()
    for clause in leaves:
        text = decoded(clause.text)
        if not is_label(text):
            found.append((clause, duty(text)))
        elif found:
            last, said = found[-1]
            found[-1] = (last, said.filled(duty(text)))
        else:
            common = common.filled(duty(text))
    return [(clause, said.filled(common)) for clause, said in found]
