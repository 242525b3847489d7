"""A new workspace, and what is installed: neither can go stale, and nothing that stands there is touched."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from drafter.intake import office as offices
from drafter.jobs import doctor
from drafter.model import PartName
from drafter.settings import KEYS, Settings, examples, read_settings, settings_of
from drafter.writers.annotated import annotated_settings
from tests.commands import run


def test_every_key_of_the_settings_has_an_example_that_is_right() -> None:
    assert examples().keys() == set(KEYS)
    whole = "\n\n".join(examples().values()).encode()
    assert tomllib.loads(whole.decode()).keys() == set(KEYS)
    assert settings_of(Path("drafter.toml"), whole).drafts[0].number == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_annotated_settings_set_nothing_and_hold_every_key(lang: str) -> None:
    text = annotated_settings(lang).decode()
    assert all(line == "" or line.startswith(("# ", "## ")) for line in text.splitlines())
    for key, example in examples().items():
        assert re.search(rf"(?m)^## .+\n# {re.escape(example.splitlines()[0])}$", text), key


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_annotated_settings_are_right_once_every_example_is_uncommented(lang: str) -> None:
    used = re.sub(r"(?m)^# ", "", annotated_settings(lang).decode())
    assert tomllib.loads(used).keys() == set(KEYS)
    assert settings_of(Path("drafter.toml"), used.encode()).drafts[0].number == 2


def test_a_new_workspace_is_ready_for_files_and_declares_nothing(tmp_path: Path) -> None:
    made = run(tmp_path, "new", str(tmp_path / "Nghị quyết 2026"))
    root = tmp_path / "Nghị quyết 2026"
    assert made.exit_code == 0 and "Nghị quyết 2026" in made.stderr
    assert {path.name for path in root.iterdir()} == {"drafts", "comments", "drafter.toml"}
    found = read_settings(root)
    assert found == Settings(sha256=found.sha256)


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    for taken in (tmp_path, tmp_path / "a.txt"):
        result = run(tmp_path, "new", str(taken))
        assert result.exit_code == 3 and len(result.stderr.splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt"}
    (tmp_path / "b").mkdir()
    assert run(tmp_path, "new", str(tmp_path / "b")).exit_code == 0


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_missing_is_told_with_the_way_to_get_it_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setattr(doctor, "office", lambda: None)
    monkeypatch.setattr(doctor.tesseract, "program", lambda: None)
    result = run(tmp_path, "--lang", lang, "doctor", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {"libreoffice-writer", "libreoffice-calc", "tesseract"} <= set(found["missing"])
    assert [part["name"] for part in found["parts"]] == [*PartName]
    assert all((part["found"] is None) == bool(part["get"]) for part in found["parts"])
    shown = run(tmp_path, "--lang", lang, "doctor")
    assert shown.exit_code == 1 and "apt install" in " ".join(shown.stdout.split())


def test_what_is_only_for_some_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {name: (need, find if need is doctor.PartNeed.OPTIONAL else lambda: "1") for name, (need, find) in
             doctor._PARTS.items()}  # fmt: skip
    monkeypatch.setattr(doctor, "_PARTS", parts)
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    result = run(tmp_path, "doctor", "--json")
    assert result.exit_code == 0 and json.loads(result.stdout)["missing"] == []


def test_libreoffice_is_found_under_windows_where_its_installer_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"MZ")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr(offices.shutil, "which", lambda _: None)
    offices.office.cache_clear()
    try:
        found = offices.office()
        assert found is not None and found.program == str(program)
    finally:
        offices.office.cache_clear()
