"""How often a property is tried: on all its examples, or on an eighth of them in the quick set."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_ALL, _QUICK = 100, 12  # examples of a property that asks for no number; the others in proportion
_LEAST = 4

settings.register_profile("full", _COMMON, max_examples=_ALL)
settings.register_profile("quick", _COMMON, max_examples=_QUICK)


def choose(config: pytest.Config) -> None:
    """Few examples where the slow tests are left out, unless --hypothesis-profile asks otherwise."""
    if not config.getoption("--hypothesis-profile", None):
        settings.load_profile("quick" if "not slow" in config.option.markexpr else "full")


def are_all_tried() -> bool:
    return settings().max_examples >= _ALL


def examples(many: int) -> settings:
    """The decorator of a property that wants `many` examples in the whole set."""
    return settings(max_examples=max(_LEAST, many * settings().max_examples // _ALL))
