"""Commands that are killed at any moment: on a workspace whose drafts and letters were read once before."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from click.testing import CliRunner

from drafter.cli import app
from drafter.record import is_ours
from drafter.store import Store
from drafter.workspace import Stages
from tests.commands import part
from tests.crashing import Tell, Work, hangs_together, is_whole

STAGES = Stages()
_IN_RECORDS, _IN_TABLE = ("1", "2", "3"), ("9", "10", "11")  # others are decided one by one
_ANSWER, _FROM = "Sửa trong bảng.", "Từ nơi khác"
_RECORDS, _TABLE, _EDITED = "quyết định.jsonl", "bảng.docx", "bảng đã sửa.xlsx"
_INPUTS = {"drafts", "comments", ".drafter", _RECORDS, _TABLE, _EDITED}


def _run(folder: Path, *arguments: str) -> None:
    done = CliRunner().invoke(app, ["-C", str(folder), *arguments], obj=STAGES)
    assert done.exit_code == 0, f"{arguments}: {done.output}"


def _prepare(folder: Path) -> None:
    """Once: a workspace, the decisions of another like it, a table of it in which a cell was edited."""
    from openpyxl import load_workbook

    if (folder / "drafts").exists():
        return
    part(folder)
    other = shutil.copytree(folder, folder.with_name(f"{folder.name}-khác"))
    for number in _IN_RECORDS:
        _run(other, "decide", number, "--accept", "--response", f"{_FROM} {number}.", "--by", "C")
    _run(other, "export-decisions", "-o", str(folder / _RECORDS))
    _run(other, "table", "-o", str(folder / _EDITED))
    shutil.rmtree(other)
    book = load_workbook(folder / _EDITED)
    for row in book.worksheets[0].iter_rows(min_row=2, max_col=5):
        if any((row[1].value or "").endswith(f"Ý kiến số {number}") for number in _IN_TABLE):
            row[3].value, row[4].value = _ANSWER, "Tiếp thu"
    book.save(folder / _EDITED)


def _work(folder: Path, seed: int, tell: Tell) -> None:
    chance = random.Random(seed)
    for step in count():
        name = chance.choice(("decide", "decide", "import-decisions", "import", "table"))
        number, response = str(chance.randrange(4, 9)), f"Tiếp thu {seed}.{step}."
        arguments = {
            "decide": (number, "--accept", "--response", response, "--by", "A"),
            "import-decisions": (str(folder / _RECORDS), "--by", "B"),
            "import": (str(folder / _EDITED), "--by", "D"),
            "table": ("-o", str(folder / _TABLE)),
        }[name]
        _run(folder, name, *arguments)
        tell((name, number, response))


def _check(folder: Path, told: Sequence[object]) -> None:
    path = folder / ".drafter" / "workspace.db"
    if not path.exists():
        assert not told
        return
    store = Store(path)
    saved = {(str(line.no), line.after.response) for line in store.history()}
    stands = Counter(each.response.rstrip(" 0123456789.") for each in store.decisions().values())
    for whole, name in ((_FROM, "import-decisions"), (_ANSWER.rstrip("."), "import")):
        taken = any(each[0] == name for each in told)  # type: ignore[index]
        assert stands[whole] in ((3,) if taken else (0, 3))  # all or none
    for name, number, response in told:  # type: ignore[misc]
        assert name != "decide" or (number, response) in saved
        assert name != "table" or is_ours((folder / _TABLE).read_bytes())
    assert not (folder / _TABLE).exists() or is_ours((folder / _TABLE).read_bytes())
    hangs_together(store)
    store.close()
    is_whole(path)
    strays = {entry.name for entry in folder.iterdir()} - _INPUTS
    assert all(name.startswith(".drafter-") for name in strays) and len(strays) <= 1
    for name in strays:
        (folder / name).unlink()


COMMANDS = Work(_prepare, _work, _check, 1.0)


def warm() -> None:
    """Read what all of them read, in the process that they are made from."""
    with tempfile.TemporaryDirectory() as name:
        folder = part(Path(name))
        for arguments in (("decide", "1", "--accept"), ("table", "-o", str(folder / _TABLE))):
            _run(folder, *arguments)
