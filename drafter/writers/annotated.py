"""The annotated drafter.toml of a new workspace: what each key means, as in the guide, and an example."""

from __future__ import annotations

import textwrap

from drafter.settings import examples
from drafter.wording.guide import meanings
from drafter.wording.messages import say

_WIDTH = 110  # characters of a line that explains


def annotated_settings(lang: str) -> bytes:
    """A drafter.toml in which every key is explained and nothing is set yet."""
    said = meanings(lang)
    parts = [_explained(say("settings.head", lang))]
    parts += [f"{_explained(said[key])}\n{_commented(example)}" for key, example in examples().items()]
    return ("\n\n".join(parts) + "\n").encode()


def _explained(text: str) -> str:
    """Lines of one sign more, which stay comments where those of an example are uncommented."""
    return "\n".join(f"## {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False))


def _commented(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())
