"""Results: the consultations whose folders lie in a workspace, as their runs left them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from ...model import Consultation, RunState
from .grouping import read_issues
from .manifest import NAME, is_sound, read_manifest, summed_up
from .plan import Depth

if TYPE_CHECKING:
    from pathlib import Path

    from ...model import Draft

_DEPTHS = ("*", "*/*")  # folders of the workspace in which results are looked for


def result_folders(root: Path) -> tuple[Path, ...]:
    """The folders of results in a workspace, by name; none that are hidden."""
    found = {path.parent for depth in _DEPTHS for path in root.glob(f"{depth}/{NAME}")}
    return tuple(sorted(path for path in found if not _is_hidden(path.relative_to(root).parts)))


def _is_hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def results_stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Another one once a run has done more, another run took its place, or a file of its results changed."""
    return tuple(_stamps(root))


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    for folder in result_folders(root):
        with suppress(OSError):
            for path in sorted(folder.iterdir()):
                told = path.stat()
                yield str(path), told.st_mtime_ns, told.st_size


def consultations(root: Path, drafts: Iterable[Draft]) -> tuple[Consultation, ...]:
    """Those of a workspace with these drafts, by name; what is no manifest is none, and so is a run that went
    no further than links."""
    known = {(draft.path, draft.sha256): draft.number for draft in drafts}
    found: list[Consultation] = []
    for folder in result_folders(root):
        with suppress(OSError, msgspec.DecodeError):
            if made := _consultation(folder, root, known):
                found.append(made)
    return tuple(found)


def _consultation(
    folder: Path, root: Path, known: Mapping[tuple[str, str], int | None]
) -> Consultation | None:
    head, parts = read_manifest(folder / NAME)
    if head.options.get("depth") != Depth.TABLE.name.lower():
        return None
    name = folder.relative_to(root).as_posix()
    linked = [part for part in parts if part.step == "link"]
    balance = summed_up(linked)
    groups = sorted((part for part in parts if part.step == "group"), key=lambda part: part.no)
    issues = [
        issue
        for part in groups
        if is_sound(folder, part)
        for path in part.files
        for issue in read_issues(folder / path)
    ]
    said = sum(saying.count for issue in issues for saying in issue.sayings)
    whole = all(is_sound(folder, part, only="part-") for part in linked)
    if not whole or len(groups) != head.options.get("parts") or said != balance.comments:
        return Consultation(name, RunState.UNFINISHED, balance)
    about = {(path, digest) for path, digest in head.drafts}
    if not about <= known.keys():
        return Consultation(name, RunState.OUTDATED, balance)
    newer = sorted(number for draft, number in known.items() if draft not in about and number is not None)
    return Consultation(name, RunState.READY, balance, tuple(issues), tuple(newer))
