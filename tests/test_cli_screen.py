"""What stands in names and words of files never steers the terminal, nor fills it."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands import run

STEERS = "\x1b\x07\x9b\u202e\u2066"
LETTER = "SỞ TÀI CHÍNH\n\n1. Khoản 2 mục III: đề nghị bỏ \x1b[31mcụm từ “từng \u202ebước”.\n"


def comments(folder: Path, files: dict[str, bytes], *options: str) -> Result:
    (folder / "comments").mkdir()
    for name, data in files.items():
        (folder / "comments" / name).write_bytes(data)
    return run(folder, "comments", *options)


def archive(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return made.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_and_words_that_would_steer_a_terminal_are_seen(tmp_path: Path) -> None:
    names = {f"a{sign}b.docx": b"PK\3\4" for sign in STEERS}
    packed = archive({"in\x1b[2J.docx": b"PK\3\4"})
    found = comments(tmp_path, {**names, "b\x1b[31m\u202e.txt": LETTER.encode(), "c.zip": packed})
    assert not {*STEERS} & {*found.stdout, *found.stderr}
    assert "a␛b.docx" in found.stderr and "in␛[2J.docx" in found.stderr and "␛[31mcụm" in found.stdout


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_json_says_such_names_and_words_as_they_are_and_does_not_steer(tmp_path: Path) -> None:
    found = comments(tmp_path, {"b\x1b\x9b\u202e.txt": LETTER.encode()}, "--json")
    assert not {*STEERS} & {*found.stdout}
    (made,) = json.loads(found.stdout)["comments"]
    assert made["path"] == "b\x1b\x9b\u202e.txt" and "\x1b[31mcụm" in made["text"]


def test_of_an_archive_full_of_what_cannot_be_used_some_lines_are_told_and_the_number(tmp_path: Path) -> None:
    bad = {f"{at}.docx": b"PK\3\4" for at in range(300)}
    found = comments(tmp_path, {"a.zip": archive(bad), "b.docx": b"PK\3\4"})
    lines = found.stderr.splitlines()
    assert (
        found.exit_code == 3 and len(lines) < 30 and any(line.startswith("comments/b.docx") for line in lines)
    )
    assert "comments/a.zip: trong tệp này còn 280 tệp nữa" in found.stderr
