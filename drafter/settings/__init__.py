"""`drafter.toml`: what a workspace may declare about itself; every key is optional.

The room owns which keys there are, what each may be, and what is told of a wrong one. It may import errors
and model.
"""

from .examples import examples
from .reading import FILE_NAME, KEYS, LISTS, not_toml, read_settings, settings_of
from .values import DraftSettings, LetterSettings, LintSettings, Settings

__all__ = [
    "FILE_NAME", "KEYS", "LISTS", "DraftSettings", "LetterSettings", "LintSettings", "Settings",
    "examples", "not_toml", "read_settings", "settings_of",
]  # fmt: skip
