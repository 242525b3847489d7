"""Codes of rules are for scripts and drafter.toml: people read what is wrong and where."""

from __future__ import annotations

import pytest

from drafter.analyses.lint import rules
from tests.commands import told

RULES = {rule.id for rule in rules()}


@pytest.mark.parametrize("command", ["lint", "targets"])
def test_codes_of_rules_are_shown_where_they_are_asked_for_alone(command: str) -> None:
    plain, coded = told(command, "1").stdout, told(command, "1", "--ids").stdout
    assert not [rule for rule in RULES if rule in plain]
    assert [rule for rule in RULES if rule in coded]
