"""JSON Schemas (2020-12) of the documents, made from the classes that write and read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from drafter.errors import CannotWrite
from drafter.record import SEAL, sealed, write_output
from drafter.writers.json.documents import DOCUMENTS
from drafter.writers.json.encoding import JsonObject, dumps

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTS = "#/$defs/{name}"

Schema = dict[str, Any]


def schema(name: str) -> Schema:
    """What the document of this name is, its parts under `$defs`. Raises KeyError."""
    kind = DOCUMENTS[name]
    (own,), parts = _components(kind)
    about = {"title": f"drafter {name}", "description": parts[kind.__name__]["description"]}
    return {"$schema": _DIALECT, **about, **own, "$defs": parts}


def schemas() -> Schema:
    """What any of the documents is, all parts under `$defs`."""
    own, parts = _components(*DOCUMENTS.values())
    return {"$schema": _DIALECT, "title": "drafter", "anyOf": list(own), "$defs": parts}


def _components(*kinds: type[JsonObject]) -> tuple[tuple[Schema, ...], Schema]:
    own, parts = msgspec.json.schema_components(kinds, ref_template=_PARTS)
    for part in parts.values():
        # Every key listed is there; the contract lets later versions add more.
        part.pop("additionalProperties", None)
    return own, parts


def write_schema(name: str, folder: Path, *, force: bool = False) -> Path:
    """Write `outline.schema.json` and its like to `folder`, made where it is missing; gives the path.

    Raises KeyError, EditedOutput or CannotWrite.
    """
    path = folder / f"{name}.schema.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, reason=error.strerror or type(error).__name__) from error
    text = dumps({"$comment": SEAL, **schema(name)})
    write_output(path, sealed(f"{text}\n".encode()), force=force)
    return path
