"""spaCy's own classes, loaded without its command line.

`import spacy` loads the commands of `python -m spacy` too, for one function of theirs, `spacy.info`: a
downloader and a web client among them, in a third of the time that it takes. Nothing here calls them: while
spaCy loads, something small stands in for that function, and loads it if anybody asks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, with the command line that it belongs to."""
    from spacy.cli.info import info

    return info(*arguments, **options)


@contextmanager
def _without_commands() -> Iterator[None]:
    """What spaCy would load of its command line is not, unless it is there already."""
    found = find_spec("spacy")
    if found is None or "spacy" in sys.modules:
        yield
        return
    commands, command = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    # a later spaCy may want more of it: that is found where it lies
    commands.__path__ = [f"{folder}/cli" for folder in found.submodule_search_locations or ()]
    vars(command)["info"] = _info
    standing_in = {module.__name__: module for module in (commands, command)}
    sys.modules.update(standing_in)
    try:
        yield
    finally:
        for name, module in standing_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


with _without_commands():
    from spacy.lang.xx import MultiLanguage
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

__all__ = ["Doc", "Language", "MultiLanguage", "Span", "Vocab"]
