"""Files of letters: one for each agency, under a name that stays and that every system can hold."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CannotRead, DrafterError, cause
from ..language.identities import identity
from ..language.normal import unaccented
from ..language.senders import proper
from ..model import Author, Office, Snapshot, SnapshotKind, Via
from ..workspace import Workspace
from .outputs import made_folder, refuse_inputs, write
from .snapshots import tell_unkept

_LONGEST = 80  # letters of a name: folders above take their share of the 260 that Windows allows


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter that is ready: to whom, under which file name, what it rests on. `sent`: it may go out as it
    is; else it is a draft that people look at."""

    agency: str
    name: str
    data: bytes
    inputs: tuple[tuple[str, str], ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    sent: bool = True


def file_names(prefix: str, agencies: Sequence[str], home: str) -> tuple[str, ...]:
    """A name for each agency: `"tra-loi-so-tai-chinh.docx"`, from its own name alone.

    Letters, figures and hyphens only: what Windows reserves can neither stand in it nor be it. Where two
    agencies come to one name, both bear a sign of their own.
    """
    stems = [_stem(f"{prefix}-{proper(agency)}") for agency in agencies]
    count = Counter(stems)
    return tuple(
        f"{stem}-{hashlib.sha256(identity(agency, home).encode()).hexdigest()[:6]}.docx"
        if count[stem] > 1
        else f"{stem}.docx"
        for stem, agency in zip(stems, agencies, strict=True)
    )


def _stem(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text).lower()).strip("-")[:_LONGEST].strip("-")


def template_of(workspace: Workspace, kind: str, own: bytes) -> tuple[bytes, str]:
    """The template of this file name and how it is called: the office's where `[office] templates` has one,
    else `own`. Raises CannotRead, also for a folder that is not there."""
    office: Office = workspace.settings.office
    if not office.templates:
        return own, kind
    path = workspace.root / office.templates / kind
    shown = f"{office.templates}/{kind}"
    try:
        if not path.parent.is_dir():
            raise CannotRead(office.templates, reason=cause(FileNotFoundError(2, "")))
        return (path.read_bytes(), shown) if path.exists() else (own, kind)
    except OSError as error:
        raise CannotRead(shown, reason=cause(error)) from error


def write_letters(
    workspace: Workspace, folder: Path, letters: Sequence[LetterFile], *, force: bool = False
) -> tuple[LetterFile, ...]:
    """Write the letters into `folder`; those that were written. One that somebody has edited stays, and is
    told. Raises OutputIsInput, CannotWrite."""
    made_folder(folder)
    refuse_inputs(workspace, *(folder / letter.name for letter in letters))
    written = []
    for letter in letters:
        try:
            write(workspace, folder / letter.name, letter.data, force=force)
        except DrafterError as error:
            workspace.tell(error)
        else:
            written.append(letter)
    return tuple(written)


def keep(
    workspace: Workspace, kind: SnapshotKind, letters: Sequence[LetterFile], author: Author, folder: Path
) -> tuple[LetterFile, ...]:
    """Keep what goes out; what is only a draft is not. A letter that is kept as it is, with the decisions it
    rests on, is not kept twice, unless somebody says on the page that what a command wrote was sent. What the
    store refuses is told, and the letters stand all the same; nothing is, where the folder is only for
    reading. Those that are kept now.
    """
    going = [letter for letter in letters if letter.sent]
    kept: list[LetterFile] = []
    if not going:
        return ()
    try:
        store = workspace.ready_store()
        if store is None:
            return ()
        known = {
            (each.kind, each.agency, each.sha256, each.decisions)
            for each in store.snapshots()
            if author.via is not Via.PAGE or each.author.via is Via.PAGE
        }
        for letter in going:
            digest = hashlib.sha256(letter.data).hexdigest()
            if (kind, letter.agency, digest, letter.decisions) not in known:
                store.keep(
                    Snapshot(
                        id=0,
                        kind=kind,
                        author=author,
                        path=workspace.folder.shown(folder / letter.name),
                        sha256=digest,
                        inputs=letter.inputs,
                        decisions=letter.decisions,
                        agency=letter.agency,
                        output=letter.data,
                    )
                )
            kept.append(letter)
    except DrafterError as error:
        tell_unkept(workspace, error)
    return tuple(kept)
