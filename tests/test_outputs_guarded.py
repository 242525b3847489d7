"""No output ever replaces an input, whatever name it is given by, with --force too."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import part, run

POSIX = pytest.mark.skipif(os.name == "nt", reason="links are not for everyone there")

COMMANDS = {
    "table": ["table", "-o", "OUT"],
    "table, forced": ["table", "-o", "OUT", "--force"],
    "html": ["diff", "2", "3", "--html", "OUT", "--force"],
    "redline": ["diff", "2", "3", "--docx", "OUT", "--force"],
    "merge": ["merge", "2", "3", "--docx", "OUT", "--force"],
    "fix": ["lint", "3", "--fix", "OUT"],
}


def itself(path: Path, _: Path) -> Path:
    return path


def roundabout(path: Path, _: Path) -> Path:
    return path.parent / ".." / path.parent.name / "." / path.name


def soft(path: Path, other: Path) -> Path:
    other.symlink_to(path)
    return other


def hard(path: Path, other: Path) -> Path:
    os.link(path, other)
    return other


def through_a_folder(path: Path, other: Path) -> Path:
    (other.parent / "nối").symlink_to(path.parent)
    return other.parent / "nối" / path.name


@POSIX
@pytest.mark.parametrize("way", [itself, roundabout, soft, hard, through_a_folder])
@pytest.mark.parametrize(
    "command", [pytest.param(name, marks=[pytest.mark.slow] if name == "fix" else []) for name in COMMANDS]
)
def test_an_input_is_never_written_over(
    tmp_path: Path, command: str, way: Callable[[Path, Path], Path]
) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text('language = "vi"\n', encoding="utf-8")
    shutil.copy(root / "comments" / "so-noi-vu.docx", root / "comments" / "~$litter.docx")
    letter = root / "comments" / "so-noi-vu.docx"
    inputs = (letter, *(root / "drafts").iterdir(), root / "drafter.toml", letter.with_name("~$litter.docx"))
    for count, path in enumerate(inputs):
        before, other = path.read_bytes(), root / f"khác-{count}"
        other.mkdir()
        suffix = ".html" if command == "html" else ".docx"
        output = way(path, other / f"ra{suffix}")
        if command.startswith("table") and output.suffix not in (".docx", ".html"):
            continue
        result = run(root, *(str(output) if word == "OUT" else word for word in COMMANDS[command]))
        assert result.exit_code == 3
        assert len(result.stderr.strip().splitlines()) == 1
        assert path.read_bytes() == before
        shutil.rmtree(other)


@POSIX
@pytest.mark.parametrize("name", ["drafter.toml", "Drafter.TOML"])
def test_settings_that_are_not_there_yet_are_no_place_for_an_output(tmp_path: Path, name: str) -> None:
    root = part(tmp_path)
    for command in (["diff", "2", "3", "--html"], ["diff", "2", "3", "--docx"], ["lint", "3", "--fix"]):
        result = run(root, *command, str(root / name))
        assert result.exit_code == 3 and not (root / name).exists()
    link = tmp_path / "a.html"
    link.symlink_to(root / "drafter.toml")
    result = run(root, "table", "-o", str(link), "--force")
    assert result.exit_code == 3 and not (root / "drafter.toml").exists()


@pytest.mark.slow
def test_a_draft_named_from_elsewhere_is_an_input_too(tmp_path: Path) -> None:
    root = part(tmp_path)
    old, new = sorted((root / "drafts").iterdir())
    outside = Path(shutil.copy(old, tmp_path / "ngoài.docx"))
    before = outside.read_bytes()
    for command in (
        ["diff", str(outside), str(new), "--docx", str(outside), "--force"],
        ["merge", str(new), str(outside), "--docx", str(outside), "--force"],
        ["lint", str(outside), "--fix", str(outside)],
    ):
        assert run(root, *command).exit_code == 3
        assert outside.read_bytes() == before
