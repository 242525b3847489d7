"""Redlines against the schemas of ECMA-376: wrong markup is how Word comes to report unreadable content."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import app
from tests.judges.schema import new_faults
from tests.redline_pairs import ROOT, Pair, public, sample, versions, written

DRAFTS = [*sample(), *versions()]
ALL = [*public(), *DRAFTS]


@pytest.mark.slow
@pytest.mark.parametrize("formatting", [False, True], ids=["text", "formatting"])
@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_a_redline_has_no_fault_that_neither_draft_has(pair: Pair, formatting: bool, tmp_path: Path) -> None:
    made = written(pair, tmp_path, formatting=formatting)
    assert new_faults(made, pair.old, pair.new) == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--formatting"], ["--by-comment"], ["--sideline"]], ids=" ".join)
def test_what_the_command_writes_has_none_either(options: list[str], tmp_path: Path) -> None:
    old, new = (pair.old for pair in (DRAFTS[2], DRAFTS[4]))
    out = tmp_path / "redline.docx"
    command = ["-C", str(ROOT), "diff", str(old), str(new), "--docx", str(out), *options]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert new_faults(out, old, new) == []


@pytest.mark.slow
def test_consolidated_copies_have_none_either(tmp_path: Path) -> None:
    first, second, third = (pair.old for pair in (DRAFTS[0], DRAFTS[2], DRAFTS[4]))
    out = tmp_path / "merged.docx"
    command = ["-C", str(ROOT), "merge", str(second), str(first), str(third), "--docx", str(out)]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert new_faults(out, first, second, third) == []
