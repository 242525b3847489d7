"""Lazy packages: a name that a package offers is loaded, with the module that has it, when it is asked for.

A package writes its imports for readers and type checkers under `TYPE_CHECKING`, and below them the same as a
table: a command then loads what it needs of a large package, and not all (PEP 562).
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules
from typing import Any


def lazily(package: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of `package`; `names`: module → what it offers, with blanks between."""
    homes = {name: module for module, offered in names.items() for name in offered.split()}

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(modules[package], name, value)
        return value

    return load
