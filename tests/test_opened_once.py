"""Each input is opened once and each output packed once, whatever is made of them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from tests.commands import run
from tests.docx_builder import docx, p

PLANS = {
    1: ("Điều 1. Thời hạn", "Thời hạn là 5 ngày.", "Kinh phí do tỉnh cấp."),
    2: ("Điều 1. Thời hạn", "Thời hạn là 7 ngày.", "Kinh phí do tỉnh cấp."),
}
LETTER = (
    "SỞ TÀI CHÍNH", "An Sơn, ngày 03 tháng 12 năm 2024", "Kính gửi: Ban soạn thảo",
    "1. Tại Điều 1, đề nghị thay “5 ngày” bằng “7 ngày”.", "2. Đề nghị làm rõ nguồn kinh phí.",
)  # fmt: skip


@dataclass
class Zips:
    """What went through zipfile: openings by the hash of the file, and packings."""

    opened: Counter[str] = field(default_factory=Counter)
    packed: int = 0

    def of(self, *paths: Path) -> list[int]:
        """How often each of these files was opened."""
        return [self.opened[hashlib.sha256(path.read_bytes()).hexdigest()] for path in paths]


@pytest.fixture
def zips(monkeypatch: pytest.MonkeyPatch) -> Zips:
    counted, begin = Zips(), zipfile.ZipFile.__init__

    def count(self: zipfile.ZipFile, file: str | Path | IO[bytes], mode: str = "r", *rest: int) -> None:
        if mode != "r":
            counted.packed += 1
        elif isinstance(file, io.BytesIO):
            counted.opened[hashlib.sha256(file.getvalue()).hexdigest()] += 1
        elif not str(file).endswith(".zip"):  # the interpreter's own
            counted.opened[str(getattr(file, "name", file))] += 1
        begin(self, file, mode, *rest)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", count)
    return counted


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A workspace of two drafts and one letter, and two copies of the first draft beside it."""
    for name in ("drafts", "comments", "copies"):
        (tmp_path / name).mkdir()
    made = {
        f"draft {number}": docx(
            tmp_path / "drafts" / f"lan-{number}.docx",
            "".join(map(p, (f"Dự thảo lần {number}", *lines))),
        )
        for number, lines in PLANS.items()
    }
    made["letter"] = docx(tmp_path / "comments" / "so-tai-chinh.docx", "".join(map(p, LETTER)))
    for number in (1, 2):
        edited = PLANS[1][1].replace("5", str(number))
        lines = ("Dự thảo lần 1", PLANS[1][0], edited, PLANS[1][2])
        made[f"copy {number}"] = docx(tmp_path / "copies" / f"{number}.docx", "".join(map(p, lines)))
    return made


@pytest.mark.parametrize(
    ("arguments", "opened", "packed"),
    [
        (("outline", "1"), ("draft 1", "draft 2"), 0),
        (("outline", "drafts/lan-1.docx"), ("draft 1",), 0),
        (("diff", "1", "2", "--docx", "out.docx"), ("draft 1", "draft 2"), 1),
        (("diff", "1", "2", "--docx", "out.docx", "--sideline"), ("draft 1", "draft 2"), 1),
        (
            ("diff", "1", "2", "--docx", "out.docx", "--by-comment"),
            ("draft 1", "draft 2", "letter"),
            1,
        ),
        (
            ("merge", "drafts/lan-1.docx", "copies/1.docx", "copies/2.docx", "--docx", "out.docx"),
            ("draft 1", "copy 1", "copy 2"),
            1,
        ),
        (("comments",), ("draft 1", "draft 2", "letter"), 0),
        (("table", "-o", "out.xlsx"), ("draft 1", "draft 2", "letter"), 1),
        (("lint", "drafts/lan-1.docx", "--fix", "out.docx"), ("draft 1",), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_each_input_is_opened_once_and_each_output_packed_once(
    files: dict[str, Path], zips: Zips, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], opened: tuple[str, ...], packed: int,
) -> None:  # fmt: skip
    root = files["letter"].parents[1]
    monkeypatch.chdir(root)
    result = run(root, *arguments)
    assert result.exit_code in (0, 1), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert zips.of(*(files[name] for name in opened)) == [1] * len(opened)
    assert zips.opened.total() == len(opened)
    assert zips.packed == packed


def test_the_word_table_is_packed_once_and_only_the_library_opens_a_file_of_its_own(
    files: dict[str, Path], zips: Zips
) -> None:
    root = files["letter"].parents[1]
    assert run(root, "table", "-o", str(root / "out.docx")).exit_code == 0
    assert zips.of(files["draft 1"], files["draft 2"], files["letter"]) == [1, 1, 1]
    assert zips.opened.total() == 4  # python-docx begins with its template
    assert zips.packed == 1
