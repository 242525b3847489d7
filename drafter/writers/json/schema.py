"""JSON Schemas (2020-12) of the documents, made from the classes that write and read them."""

from __future__ import annotations

from typing import Any

import msgspec

from drafter.record import SEAL, sealed
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


def schema_file(name: str) -> str:
    """What the file of a document's schema is called: `outline.schema.json`."""
    return f"{name}.schema.json"


def schema_bytes(name: str) -> bytes:
    """The schema as a file, sealed. Raises KeyError."""
    text = dumps({"$comment": SEAL, **schema(name)})
    return sealed(f"{text}\n".encode())
