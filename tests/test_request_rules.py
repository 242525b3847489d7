"""Rules of requests: which of them are tried depends on the quotes of a text, and nothing is lost by it."""

import re

import pytest

from drafter.language.request_rules import Rule, rules

QUOTED = {"old": "{old}", "new": "{new}"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.op} {rule.source[:30]}")
def test_a_rule_that_is_not_tried_could_not_have_matched(rule: Rule) -> None:
    """Without a quote to find, nothing matches its pattern: every way through it needs the quote."""
    for name, quote in QUOTED.items():
        if quote in rule.source:
            without = rule.pattern.pattern.replace(f"(?P<{name}>·+)", f"(?P<{name}>(?!))")
            assert needs(re._parser.parse(without, re.IGNORECASE))  # type: ignore[attr-defined]
    if "{any}" in rule.source:
        assert not rule.may_match(0)


def needs(tree: object) -> bool:
    """Whether every way through a parsed pattern comes to the place where nothing matches."""
    for operation, value in tree:  # type: ignore[attr-defined]
        match str(operation):
            case "FAILURE" | "ASSERT_NOT" if str(operation) == "FAILURE" or not list(value[1]):
                return True
            case "MAX_REPEAT" | "MIN_REPEAT" if value[0] > 0 and needs(value[2]):
                return True
            case "SUBPATTERN" if needs(value[3]):
                return True
            case "BRANCH" if all(map(needs, value[1])):
                return True
    return False


def test_a_rule_of_two_quotes_waits_for_two() -> None:
    two = next(rule for rule in rules() if "{old}" in rule.source and "{new}" in rule.source)
    none = next(rule for rule in rules() if "{old}" not in rule.source and "{new}" not in rule.source)
    assert (two.may_match(1), two.may_match(2), none.may_match(0)) == (False, True, True)
