"""The annotated drafter.toml of a new workspace: what each key means, as in the guide, and an example."""

from __future__ import annotations

from drafter.settings import examples
from drafter.wording.guide import meanings
from drafter.wording.messages import say


def annotated_settings(lang: str) -> bytes:
    """A drafter.toml in which every key is explained and nothing is set yet."""
    said = meanings(lang)
    parts = [_commented(say("settings.head", lang))]
    parts += [f"{_commented(said[key])}\n{_commented(example)}" for key, example in examples().items()]
    return ("\n\n".join(parts) + "\n").encode()


def _commented(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())
