"""The commands as tests call them: in process, on a workspace of their own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner, Result

from drafter.cli import app
from drafter.workspace import Stages, Workspace

ROOT = Path(__file__).parents[1]


def sample(folder: Path) -> Path:
    """A copy of the sample workspace in `folder`."""
    for part in ("drafts", "comments"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def _copy() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="drafter-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / ".drafter").touch()  # where the store would be: nothing that one test does is seen by another
    return sample(folder)


# The sample as a workspace that no test changes and in which nobody decides anything.
SAMPLE = _copy()
# Each stage is gone through once for all tests on it.
STAGES = Stages()


def run(workspace: Path, *arguments: str) -> Result:
    """What `drafter -C workspace …` prints and how it ends; on the sample nothing is computed twice."""
    stages = STAGES if workspace == SAMPLE else None
    return CliRunner().invoke(app, ["-C", str(workspace), *arguments], obj=stages)


@cache
def told(*arguments: str) -> Result:
    """The same of the sample itself; each command is run once for all tests. Not for commands that write."""
    return run(SAMPLE, *arguments)


@cache
def workspace() -> Workspace:
    """The sample; a file that cannot be used is an error."""

    def refuse(error: Exception) -> None:
        raise error

    return Workspace(SAMPLE, report=refuse, stages=STAGES)


def part(folder: Path) -> Path:
    """In `folder` two drafts of the sample and three letters: enough for what holds in any workspace."""
    for name in ("drafts", "comments"):
        (folder / name).mkdir()
    for path in sorted((ROOT / "drafts").glob("*.docx"))[1:]:
        shutil.copy(path, folder / "drafts")
    for name in ("so-tu-phap.md", "so-xay-dung.csv", "so-noi-vu.docx"):
        shutil.copy(ROOT / "comments" / name, folder / "comments")
    return folder
