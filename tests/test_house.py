"""The house: one meaning for the name of a class, and modules that fit in the eye."""

import pytest

from tests.bench.complexity import count

pytestmark = pytest.mark.slow  # whole files or processes of their own


def test_no_two_modules_define_a_class_of_one_name() -> None:
    assert count().shared_names == {}


def test_no_module_is_over_three_hundred_lines() -> None:
    assert count().long_modules == {}
