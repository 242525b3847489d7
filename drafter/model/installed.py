"""What a computer has of the programs and libraries that work is done with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartName(StrEnum):
    """What may be installed."""

    PYTHON = "python"
    DRAFTER = "drafter"
    WRITER = "libreoffice-writer"
    CALC = "libreoffice-calc"
    TESSERACT = "tesseract"
    POPPLER = "poppler"
    FONTS = "fonts"
    FENCE = "fence"
    POSTGRES = "postgres"
    MCP = "mcp"


class PartNeed(StrEnum):
    """What is without it: nothing works; something that offices send or ask for is left; one kind of use."""

    REQUIRED = "required"
    USEFUL = "useful"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class InstalledPart:
    """`found`: its version or place, None where it is missing."""

    name: PartName
    need: PartNeed
    found: str | None = None

    @property
    def is_finding(self) -> bool:
        """Whether whoever looks after the computer should know that it is missing."""
        return self.found is None and self.need is not PartNeed.OPTIONAL
