"""The house: one meaning for the name of a class, and modules that fit in the eye."""

from functools import cache

from tests.bench.complexity import Tree, count


@cache
def tree() -> Tree:
    return count(dense=False)


def test_no_two_modules_define_a_class_of_one_name() -> None:
    assert tree().shared_names == {}


def test_no_module_is_over_three_hundred_lines() -> None:
    assert tree().long_modules == {}
