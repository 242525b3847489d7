"""Tables edited in LibreOffice and saved in its own way come back as exactly what was edited."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.model import Layout, RowFate
from tests.judges.office import python_with_uno
from tests.returned_tables import Edited, decided, key, made, saved, taken, written

pytestmark = [pytest.mark.slow, pytest.mark.office, pytest.mark.bridge]

DECIDED = {
    key(0): decided("accepted", "Tiếp thu, đã bỏ."),
    key(1): decided("explained", "Giải trình: đã có."),
}
OWN = {".docx": "MS Word 2007 XML", ".xlsx": "Calc MS Excel 2007 XML"}
OPEN_DOCUMENT = {".docx": ("odt", "writer8"), ".xlsx": ("ods", "calc8")}
EDITOR = Path(__file__).parent / "judges" / "table_editor.py"


class Editor:
    """A running LibreOffice that edits tables."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def edit(self, path: Path, steps: list[list[object]], saves: list[tuple[str, str]]) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps({"path": str(path), "steps": steps, "saves": saves}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "LibreOffice gave no answer"}')
        assert "error" not in answer, answer


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    python = python_with_uno()
    assert python is not None
    with subprocess.Popen(
        [python, str(EDITOR), str(tmp_path_factory.mktemp("profile"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Editor(process)
        assert process.stdin is not None
        process.stdin.close()


def edited(
    editor: Editor, folder: Path, suffix: str, layout: Layout, steps: list[list[object]], *, odf: bool
) -> bytes:
    """The table as LibreOffice saves it, also by way of OpenDocument."""
    path = folder / f"bang{suffix}"
    path.write_bytes(written(made(DECIDED), suffix, layout))
    saves = [(str(folder / f"xong{suffix}"), OWN[suffix])]
    if odf:
        ending, kind = OPEN_DOCUMENT[suffix]
        saves.insert(0, (str(folder / f"qua.{ending}"), kind))
    editor.edit(path, steps, saves)
    return Path(saves[-1][0]).read_bytes()


@pytest.mark.parametrize("odf", [False, True])
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("suffix", OWN)
def test_a_table_that_was_only_saved_decides_nothing(
    editor: Editor, tmp_path: Path, suffix: str, layout: Layout, odf: bool
) -> None:
    found = taken(edited(editor, tmp_path, suffix, layout, [], odf=odf), suffix, DECIDED)
    assert [row.fate for row in found.rows] == [RowFate.UNCHANGED] * 6


@pytest.mark.parametrize("odf", [False, True])
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("suffix", OWN)
def test_edits_made_in_libreoffice_are_taken_and_no_others(
    editor: Editor, tmp_path: Path, suffix: str, layout: Layout, odf: bool
) -> None:
    table = Edited(written(made(DECIDED), suffix, layout), suffix)
    column = table.answers
    untouched = table.get(4, column)
    first = 1 if layout is Layout.ISO else 2  # elsewhere one heading stands over the rows
    steps: list[list[object]] = [
        ["put", first, column, "Giải trình: sửa trong LibreOffice.\nHai dòng."],
        ["put", first + 2, column, "=Tiếp thu, như công thức"],
        ["put", first + 4, column, untouched],
        ["delete", first + 3],
    ]
    if suffix == ".xlsx":
        steps += [
            ["put", first + 4, table.column("Kết quả xử lý"), "Ghi nhận"],
            ["sort", table.column("Nội dung góp ý")],
        ]
    found = taken(edited(editor, tmp_path, suffix, layout, steps, odf=odf), suffix, DECIDED)
    expected = {
        0: ("explained", "Giải trình: sửa trong LibreOffice.\nHai dòng."),
        2: ("accepted", "=Tiếp thu, như công thức"),
    }
    if suffix == ".xlsx":  # the last row but one was deleted before it
        expected[5] = ("noted", "")
    assert saved(found) == expected
    assert [row.keys for row in found.of(RowFate.MISSING)] == [(key(3),)]
    assert not found.of(RowFate.UNCLEAR) and not found.of(RowFate.UNKNOWN)


def test_rows_whose_cells_were_all_typed_again_are_found_by_their_words(
    editor: Editor, tmp_path: Path
) -> None:
    table = Edited(written(made(DECIDED), ".docx"), ".docx")
    texts = [[table.get(at, column) for column in range(4)] for at in range(6)]
    steps: list[list[object]] = [
        ["put", at + 2, column, texts[5 - at][column]] for at in range(6) for column in range(4)
    ]
    steps.append(["put", 2, 3, "Ghi nhận, để lần sau."])
    data = edited(editor, tmp_path, ".docx", Layout.CLAUSE, steps, odf=False)
    assert saved(taken(data, ".docx", DECIDED)) == {5: ("noted", "Ghi nhận, để lần sau.")}
