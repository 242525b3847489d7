"""`drafter doctor --json`: what is installed."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import InstalledPart, PartName, PartNeed
from drafter.wording.installed import enables, how_to_get
from drafter.writers.json.encoding import JsonObject


class InstalledPartJson(JsonObject, frozen=True):
    """A program or library; `found` is its version or place, null where it is missing; `get` says how to
    get a missing one on this system."""

    name: PartName
    need: PartNeed
    found: str | None
    enables: str
    get: str


class DoctorDocument(JsonObject, frozen=True):
    """Every part; `missing` names those that whoever looks after the computer should know of."""

    parts: tuple[InstalledPartJson, ...]
    missing: tuple[PartName, ...]


def doctor(parts: Sequence[InstalledPart], lang: str) -> DoctorDocument:
    return DoctorDocument(
        parts=tuple(
            InstalledPartJson(part.name, part.need, part.found, enables(part, lang), how_to_get(part, lang))
            for part in parts
        ),
        missing=tuple(part.name for part in parts if part.is_finding),
    )
