"""Grounds: a small workspace that cases are put into, made once, and files that need one to exist."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.commands import part, run

_SETTINGS = """language = "vi"
deadline = 2021-03-10
author = "Tổ biên tập"
silence_is_agreement = true

[[agencies]]
name = "Sở Tư pháp"

[[agencies]]
name = "Sở Y tế"

[[drafts]]
path = "drafts/a.docx"
number = 3
label = "trình"
date = 2021-03-01

[lint]
"""


@dataclass(frozen=True, slots=True)
class Grounds:
    """`root` is the workspace, `made` a folder of tables and forms that were written from it."""

    root: Path
    made: Path

    @property
    def forms(self) -> tuple[Path, ...]:
        return tuple(sorted(self.made.glob("form*")))

    @property
    def tables(self) -> tuple[Path, ...]:
        return tuple(sorted(self.made.glob("table*")))

    @property
    def settings(self) -> Path:
        return self.made / "drafter.toml"

    @property
    def stored(self) -> tuple[Path, ...]:
        """The database and what is kept beside it, below the folder of the workspace that holds them."""
        return tuple(sorted(path for path in (self.made / "stored").rglob("*") if path.is_file()))


def lay(folder: Path) -> Grounds:
    """Make the grounds in `folder`, or take those that are there."""
    found = Grounds(folder / "ws", folder / "made")
    if found.root.exists():
        return found
    making = folder / "making"
    making.mkdir(parents=True)
    found.made.mkdir()
    part(making)
    for suffix in (".docx", ".xlsx"):
        _run(making, "table", "-o", str(found.made / f"table{suffix}"))
        _run(making, "form", "-o", str(found.made / f"form{suffix}"))
    for number, answer in (("1", "--note"), ("2", "--pending"), ("3", "--note")):
        _run(making, "decide", number, answer, "--response", "Ghi nhận.", "--by", "Phòng Tổng hợp")
    _run(making, "link")
    _run(making, "evidence")
    shutil.copytree(making / ".drafter", found.made / "stored")
    found.settings.write_text(_SETTINGS, encoding="utf-8")
    making.rename(found.root)
    return found


def _run(root: Path, *arguments: str) -> None:
    done = run(root, *arguments)
    if done.exit_code:
        raise RuntimeError(f"{arguments}: {done.output}")
