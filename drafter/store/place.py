"""Where decisions are kept; asked by every command, so that nothing heavy is imported here."""

from __future__ import annotations

from pathlib import Path

FOLDER, NAME = ".drafter", "workspace.db"
# Of every connection to a file, the last where it is drafter's: what was told to be saved is on the disk.
SETTINGS = ("synchronous = FULL", "foreign_keys = ON", "journal_mode = WAL")
HEAD = "0001"  # the newest schema, of migrations/versions


def location(root: Path, declared: str | None) -> str | Path:
    """Where the decisions of the workspace at `root` are: what drafter.toml declares, else a file in it."""
    return declared if declared is not None else root / FOLDER / NAME
