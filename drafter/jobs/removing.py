"""Removing: a file of the workspace put aside, never deleted, and brought back."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize

from ..errors import CannotWrite, DrafterError, NotFound, cause
from ..intake import listing
from ..record import write_whole
from ..settings import DraftSettings, LetterSettings, read_settings
from ..workspace import now
from .declaring import SettingsEntry, declare, forget
from .outputs import made_folder
from .placing import Housed, place, safe_name
from .sorting import FileKind

_ASIDE = Path(".drafter") / "removed"
_MARK = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Removed:
    """A file that was put aside. `id` names it, `path` is where it lay in the workspace; `at`, `by`: when and
    by whom (ISO 8601 with offset)."""

    id: str
    path: str
    at: str
    by: str

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name


def find_file(root: Path, shown: str) -> Path:
    """The file of drafts/ or comments/ that results show as `shown`. Raises NotFound for any other path."""
    for kind in FileKind:
        for path in listing(root / kind.folder).files:
            if path.relative_to(root).as_posix() == shown:
                return path
    raise NotFound(PurePosixPath(shown).name)


def remove(root: Path, shown: str, name: str) -> Removed:
    """Put the file at `shown` aside, in the `name` of who asks for it. Raises NotFound, CannotWrite."""
    path = find_file(root, shown)
    mark = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    made = Removed(mark, shown, now(), name)
    folder = made_folder(root / _ASIDE)
    told: dict[str, Any] = {
        "path": made.path,
        "at": made.at,
        "by": made.by,
        "declared": _declared(root, shown),
    }
    told["within"] = _declared_within(root, shown)
    write_whole(folder / f"{mark}.json", json.dumps(told, ensure_ascii=False, indent=1).encode())
    try:
        path.rename(folder / _file_name(made))
    except OSError as error:
        with suppress(OSError):
            (folder / f"{mark}.json").unlink()
        raise CannotWrite(made.name, reason=cause(error)) from error
    table, named = table_of(shown)
    with suppress(DrafterError):  # a broken drafter.toml is told where it is read
        forget(root, table, named)
        for within in told["within"]:
            forget(root, table, f"{named}/{within}")
    return made


def table_of(shown: str) -> tuple[str, str]:
    """The table of drafter.toml that says something of a file, and how it names the file there."""
    inside = shown.removeprefix(f"{FileKind.LETTER.folder}/")
    return ("drafts", shown) if inside == shown else ("letters", inside)


def removed(root: Path) -> tuple[Removed, ...]:
    """All that was put aside and can be brought back, the last first."""
    return tuple(sorted(_removed(root), key=lambda each: each.id, reverse=True))


def bring_back(root: Path, id: str) -> Housed:
    """Put a file back where it lay; where another one lies there now, beside it. Raises NotFound,
    CannotWrite."""
    found = next((each for each in _removed(root) if each.id == id), None)
    if found is None:
        raise NotFound(id)
    folder = root / _ASIDE
    placed = place(folder / _file_name(found), root / PurePosixPath(found.path).parent, found.name)
    with suppress(DrafterError, ValueError, TypeError, AttributeError):  # damaged: the file alone comes back
        told = json.loads(_read(folder / f"{id}.json"))
        table, named = table_of(placed.path.relative_to(root).as_posix())
        said = {"": told.get("declared") or {}, **(told.get("within") or {})}
        declare(root, *(
            SettingsEntry(table, f"{named}/{within}" if within else named, _of_json(values))
            for within, values in said.items()
        ))  # fmt: skip
    with suppress(OSError):
        (folder / f"{id}.json").unlink()
    return placed


def _declared(root: Path, shown: str) -> dict[str, object]:
    """What drafter.toml says of a file, to be said again when it is brought back."""
    try:
        settings = read_settings(root)
    except DrafterError:
        return {}
    table, named = table_of(shown)
    return _as_json(settings.of_draft(named) if table == "drafts" else settings.of_letter(named))


def _declared_within(root: Path, shown: str) -> dict[str, dict[str, object]]:
    """The same of the letters in an archive or mail, by their paths there."""
    try:
        settings = read_settings(root)
    except DrafterError:
        return {}
    inside = f"{table_of(shown)[1]}/"
    entries = ((normalize("NFC", entry.path), entry) for entry in settings.letters)
    start = normalize("NFC", inside)
    return {path.removeprefix(start): _as_json(entry) for path, entry in entries if path.startswith(start)}


def _of_json(said: Mapping[str, str]) -> dict[str, object]:
    return {key: date.fromisoformat(value) if key == "date" else value for key, value in said.items()}


def _as_json(said: DraftSettings | LetterSettings | None) -> dict[str, object]:
    values = {} if said is None else asdict(said)
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in values.items()
        if value is not None and key != "path"
    }


def _file_name(file: Removed) -> str:
    return safe_name(f"{file.id} {file.name}")


def _removed(root: Path) -> Iterator[Removed]:
    folder = root / _ASIDE
    for path in listing(folder).files:
        if path.suffix != ".json" or not _MARK.fullmatch(path.stem):
            continue
        with suppress(DrafterError, ValueError, KeyError, TypeError):
            told = json.loads(_read(path))
            made = Removed(path.stem, str(told["path"]), str(told["at"]), str(told["by"]))
            inside = PurePosixPath(made.path).parts
            safe = inside[:1] in [(kind.folder,) for kind in FileKind] and ".." not in inside
            if safe and (folder / _file_name(made)).is_file():
                yield made


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFound(path.name) from error
