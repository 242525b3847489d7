"""The README names every command; its five steps and ten commands do the job and print what it says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import COMMANDS, app
from tests.commands import ROOT, STAGES, sample
from tests.sample.decided import LATE

SETTINGS = 'deadline = 2021-03-31\napproval = true\nagencies = "co-quan.csv"\n'


def section(heading: str) -> str:
    text = (ROOT / "README.md").read_text("utf-8")
    return re.split(rf"(?m)^## {heading}\n", text)[1].partition("\n## ")[0]


def job() -> str:
    return section("From letters to hand-in in ten commands")


def steps() -> list[tuple[list[str], list[str]]]:
    """Each command of the five steps with the lines that it is said to print, those left out left out."""
    blocks = re.findall(r"(?ms)^ *```(sh|console)\n(.*?)^ *```", section("Your own workspace in five steps"))
    found: list[tuple[list[str], list[str]]] = []
    for kind, block in blocks:
        for line in textwrap.dedent(block).splitlines():
            if kind == "sh" or line.startswith("$ "):
                found.append((shlex.split(line.removeprefix("$ ")), []))
            elif line != "…":
                found[-1][1].append(" ".join(line.split()))
    return found


def copied(words: list[str]) -> None:
    """What `cp` does, patterns as a shell reads them, each of which must mean something."""
    *patterns, folder = words
    for pattern in patterns:
        files = list(Path().glob(pattern))
        assert files, pattern
        for file in files:
            shutil.copy(file, folder)


def test_the_table_of_commands_names_each_of_them() -> None:
    named = set(re.findall(r"`([\w-]+)`", " ".join(re.findall(r"(?m)^\| (`.*?) \|", section("Commands")))))
    assert named == set(COMMANDS)


@pytest.mark.slow
def test_the_five_steps_print_what_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample(tmp_path))
    assert sum(len(said) for _, said in steps()) > 5
    for (program, *words), said in steps():
        if program == "cp":
            copied(words)
            continue
        done = CliRunner().invoke(app, words, obj=STAGES)
        assert done.exit_code == 0, done.output
        told = iter([" ".join(line.split()) for line in done.output.splitlines()])
        assert all(line in told for line in said), (words, done.output)  # in this order


def commands() -> list[tuple[list[str], str]]:
    """Each command with what the README says of it."""
    block = re.search(r"```sh\n(.*?)```", job(), re.S)
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
    aside = re.findall(r"`((?:decide|form|remind|export-decisions) [^`A-Z]*)`", job())
    clauses = re.findall(r"decide \d+ --clause \"[^\"]+\"|show \d+", " ".join(said.values()))
    assert len(aside) == 3 and len(clauses) == 2
    for other in (*aside, *clauses):
        done = CliRunner().invoke(app, shlex.split(other), obj=STAGES)
        assert done.exit_code == 0, (other, done.output)
