"""The templates of letters, for an office to make its own of."""

from __future__ import annotations

from pathlib import Path

from ..workspace import Workspace
from .agencies import home
from .outputs import made_folder, write_new


def write_templates(workspace: Workspace, folder: Path, lang: str) -> int:
    """Write every template into `folder`, where none of its name stands yet; how many. Raises NameTaken
    where one does."""
    from ..writers.letters import TEMPLATES, own_template

    made_folder(folder)
    office, issuer = workspace.settings.office, home(workspace)
    for kind in TEMPLATES:
        write_new(workspace, folder / kind, own_template(kind, office, issuer, lang))
    return len(TEMPLATES)
