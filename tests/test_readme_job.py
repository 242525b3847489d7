"""The ten commands of the README are those that do the job, and print what it says of them."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import app
from tests.commands import ROOT, STAGES, sample
from tests.sample.decided import LATE

SETTINGS = 'deadline = 2021-03-31\napproval = true\nagencies = "co-quan.csv"\n'


def section() -> str:
    text = (ROOT / "README.md").read_text("utf-8")
    return text.partition("in ten commands\n")[2].partition("\n## ")[0]


def commands() -> list[tuple[list[str], str]]:
    """Each command with what the README says of it."""
    block = re.search(r"```sh\n(.*?)```", section(), re.S)
    assert block is not None
    lines = [line.partition(" # ") for line in block[1].splitlines()]
    return [(shlex.split(command)[1:], said.strip()) for command, _, said in lines]


@pytest.mark.slow
def test_the_job_is_done_in_ten_commands_that_print_what_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample(tmp_path)
    (folder / "drafter.toml").write_text(SETTINGS, "utf-8")
    late = "".join(f'"{name}",2021-02-20,2021-03-10\n' for name in LATE)
    (folder / "co-quan.csv").write_text(f"name,asked,due\n{late}", "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setitem(os.environ, "COLUMNS", "200")
    told = {}
    for command, _ in commands():
        done = CliRunner().invoke(app, command, obj=STAGES)
        assert done.exit_code == (1 if command[0] == "check" else 0), done.output
        told[command[0]] = " ".join(done.output.split())
    assert len(commands()) == 10
    said = {command[0]: words for command, words in commands()}
    assert said["comments"].partition(";")[0] in told["comments"]
    assert said["check"].partition(";")[0] in told["check"]
    assert re.match(r"\d+", told["link"].rpartition("┘ ")[2])[0] in said["link"]  # type: ignore[index]
    for count in re.findall(r"\d+", said["evidence"])[1:]:
        assert f" {count}" in told["evidence"].partition("┏")[0]
    outputs = ("bang.docx", "phu-luc.docx", "tra-loi")
    assert all((folder / name).exists() for name in outputs)
    aside = re.findall(r"`((?:decide|form|remind|export-decisions) [^`A-Z]*)`", section())
    clauses = re.findall(r"decide \d+ --clause \"[^\"]+\"|show \d+", " ".join(said.values()))
    assert len(aside) == 3 and len(clauses) == 2
    for other in (*aside, *clauses):
        done = CliRunner().invoke(app, shlex.split(other), obj=STAGES)
        assert done.exit_code == 0, (other, done.output)
