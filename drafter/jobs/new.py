"""A new workspace: its folders, and a drafter.toml in which every key is explained."""

from __future__ import annotations

from pathlib import Path

from ..errors import CannotWrite, FolderTaken, cause
from ..settings import FILE_NAME
from ..workspace.folder import Folder
from .outputs import made_folder


def make_workspace(root: Path, lang: str) -> None:
    """Make the workspace at `root`. Raises FolderTaken where something stands there already; CannotWrite."""
    from ..record import write_whole
    from ..writers.annotated import annotated_settings

    try:
        taken = root.exists() and (not root.is_dir() or any(root.iterdir()))
    except OSError as error:
        raise CannotWrite(root, reason=cause(error)) from error
    if taken:
        raise FolderTaken(root)
    folder = Folder(root)
    for each in (folder.drafts, folder.comments):
        made_folder(each)
    write_whole(root / FILE_NAME, annotated_settings(lang))
