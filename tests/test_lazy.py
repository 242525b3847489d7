"""Lazy packages: they offer what they say they import, and load no more than was asked for."""

import ast
import subprocess
import sys
from importlib import import_module
from inspect import getsource
from types import ModuleType

import pytest

LAZY = ("drafter.model", "drafter.record")


def imported(package: ModuleType) -> dict[str, str]:
    """Name → module, as the package writes it for readers and type checkers."""
    imports = (node for node in ast.walk(ast.parse(getsource(package))) if isinstance(node, ast.ImportFrom))
    return {
        alias.name: f"{package.__name__}.{each.module}"
        for each in imports
        if each.level
        for alias in each.names
    }


@pytest.mark.parametrize("name", LAZY)
def test_a_lazy_package_offers_what_it_imports_and_nothing_else(name: str) -> None:
    package = import_module(name)
    homes = imported(package)
    tables = (node for node in ast.walk(ast.parse(getsource(package))) if isinstance(node, ast.Dict))
    table = ast.literal_eval(next(tables))
    assert {each: f"{name}.{module}" for module, names in table.items() for each in names.split()} == homes
    for each, module in homes.items():
        assert getattr(package, each) is getattr(import_module(module), each)


def test_a_name_that_a_package_has_not_is_refused_as_anywhere() -> None:
    with pytest.raises(AttributeError, match="Dragon"):
        import_module("drafter.model").Dragon  # noqa: B018


def test_one_name_loads_its_own_module_alone() -> None:
    ours = "each for each in sys.modules if each.startswith('drafter.model.')"
    told = f"import sys, drafter.model; drafter.model.Kind; print(*({ours}))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == ["drafter.model.draft"]
