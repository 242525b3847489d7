"""Declaring: what a person corrects on a page, written into drafter.toml beside what people wrote there.

Comments, order and all that is not corrected stay to the letter. The file is written whole or not at all,
only while it is the one that the page was made from, and only where what comes out can be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any, cast
from unicodedata import normalize

import tomlkit
from tomlkit.exceptions import TOMLKitError

from ..errors import CannotRead, SettingsElsewhere, StaleSettings, cause
from ..record import write_whole
from ..settings import FILE_NAME, Settings, not_toml, read_settings, settings_of

Entry = MutableMapping[str, Any]
Edit = Callable[[tomlkit.TOMLDocument], None]
NEW = ""  # in place of a hash: there was no drafter.toml
_BOM = "\ufeff"
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """Values by key for one entry of a table of drafter.toml; None: the key goes, and the file itself says
    it."""

    table: str
    named: str
    values: Mapping[str, object]
    by: str = "path"


def of_draft(path: str, *, number: int | None, dated: date | None, label: str | None) -> SettingsEntry:
    """A draft, `path` relative to the workspace."""
    return SettingsEntry("drafts", path, {"number": number, "date": dated, "label": label or None})


def of_letter(
    path: str,
    *,
    agency: str | None,
    dated: date | None,
    draft: int | str | None,
    number: str | None = None,
) -> SettingsEntry:
    """A file of comments/, `path` relative to that. `number`: the letter's own."""
    said = {"agency": agency or None, "number": number or None, "date": dated, "draft": draft or None}
    return SettingsEntry("letters", path, said)


def declare(root: Path, *said: SettingsEntry, seen: str | None = None) -> Settings:
    """Write what is `said` into the drafter.toml of the workspace at `root`; what stands there now.

    `seen`: the SHA-256 of the file that the page was made from, NEW where there was none; None: whatever
    stands there. Raises StaleSettings; BadSettings, also for what would come out; SettingsElsewhere;
    CannotRead, CannotWrite.
    """

    def edit(document: tomlkit.TOMLDocument) -> None:
        for each in said:
            _set(document, each)

    return change(root, edit, seen=seen)


def forget(root: Path, table: str, named: str) -> None:
    """Take out what drafter.toml says of a file that has gone, but for an entry with words beside it."""
    gone = SettingsEntry(table, named, {})

    def edit(document: tomlkit.TOMLDocument) -> None:
        found = cast("list[Any]", document.get(table))
        for at, entry in enumerate(found or ()):
            if isinstance(entry, MutableMapping) and _is_named(entry, gone) and "#" not in _printed(entry):
                del found[at]
                if not found:
                    document.pop(table)
                return

    change(root, edit)


def _printed(entry: Any) -> str:
    return str(entry.as_string())


def change(root: Path, edit: Edit, *, seen: str | None = None) -> Settings:
    """The same with whatever `edit` does to the document."""
    path = root / FILE_NAME
    with _LOCK:
        before = read_settings(root)  # what is broken is told and stays as it is
        if seen is not None and seen != (before.sha256 or NEW):
            raise StaleSettings(FILE_NAME)
        data = _read(path)
        text = data.decode("utf-8-sig")
        breaks = "\r\n" if "\r\n" in text else "\n"
        document = _document(path, text.replace("\r\n", "\n"))
        edit(document)
        made = tomlkit.dumps(document)
        if made == text.replace("\r\n", "\n"):
            return before
        written = (_BOM if data.startswith(_BOM.encode()) else "") + made.replace("\n", breaks)
        after = settings_of(path, written.encode())
        if read_settings(root).sha256 != before.sha256:
            raise StaleSettings(FILE_NAME)
        write_whole(path, written.encode())
        return after


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error


def _document(path: Path, text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:  # what tomllib took and tomlkit does not
        raise not_toml(path, text, str(error)) from error


def _set(document: tomlkit.TOMLDocument, said: SettingsEntry) -> None:
    entries = _entries(document, said.table)
    entry = next((each for each in entries if _is_named(each, said)), None)
    if entry is None:
        wanted = {key: value for key, value in said.values.items() if value is not None}
        if not wanted:
            return
        entry = _appended(document, said)
    for key, value in said.values.items():
        if value is None:
            entry.pop(key, None)
        elif entry.get(key) != value:
            entry[key] = value


def _entries(document: tomlkit.TOMLDocument, table: str) -> Iterator[Entry]:
    found = document.get(table)
    if found is None:
        return
    if not isinstance(found, list):
        raise SettingsElsewhere(FILE_NAME, key=table)
    yield from (cast("Entry", each) for each in found if isinstance(each, MutableMapping))


def _is_named(entry: Entry, said: SettingsEntry) -> bool:
    """Whether an entry is meant, however its path is spelled."""
    named = str(entry.get(said.by, ""))
    if said.by == "path":
        named = PurePosixPath(named.replace("\\", "/")).as_posix()
        if said.table == "letters":
            named = named.removeprefix("comments/")
    return normalize("NFC", named) == normalize("NFC", said.named)


def _appended(document: tomlkit.TOMLDocument, said: SettingsEntry) -> Entry:
    """A new entry, in the form in which the others stand."""
    found = document.get(said.table)
    if isinstance(found, tomlkit.items.Array):
        inline = tomlkit.inline_table()
        inline.add(said.by, said.named)
        found.append(inline)
        return cast("Entry", found[-1])
    if found is None:
        found = tomlkit.aot()
        document.append(said.table, found)
    made = tomlkit.table()
    made.add(said.by, said.named)
    made.trivia.indent = "\n" if document.as_string() else ""
    cast("tomlkit.items.AoT", found).append(made)
    return cast("Entry", document[said.table][-1])
