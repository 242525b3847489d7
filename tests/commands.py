"""The commands as tests call them: in process, on a workspace of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from drafter.cli import app

ROOT = Path(__file__).parents[1]


def run(workspace: Path, *arguments: str) -> Result:
    """What `drafter -C workspace …` prints and how it ends."""
    return CliRunner().invoke(app, ["-C", str(workspace), *arguments])


def sample(folder: Path) -> Path:
    """A copy of the sample workspace in `folder`."""
    for part in ("drafts", "comments"):
        shutil.copytree(ROOT / part, folder / part)
    return folder
