"""The agencies asked for comments, where drafter.toml names a file that lists them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BadList
from ..intake import read_source

if TYPE_CHECKING:
    from ..settings import Settings


def with_list(root: Path, settings: Settings) -> Settings:
    """`settings` with the agencies of their list. Raises BadList, and what reading the file raises."""
    if settings.asked_list is None:
        return settings
    from ..analyses.agencies.listed import NotAList, asked_in
    from ..readers.comments import read_comment_file

    path = list_path(root, settings)
    source = read_source(path, shown=settings.asked_list)
    sheet = read_comment_file(source)
    try:
        return replace(settings, asked=asked_in(sheet), list_sha256=source.sha256)
    except NotAList as fault:
        raise BadList(settings.asked_list, row=str(fault)) from fault


def list_path(root: Path, settings: Settings) -> Path:
    """Where the list stands."""
    return root / (settings.asked_list or "")
