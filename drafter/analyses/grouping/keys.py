"""Keys: what words are known by, whoever typed them."""

from __future__ import annotations

from hashlib import blake2b

from drafter.analyses.comments.edits import DRESS
from drafter.language.normal import folded

_LENGTH = 12  # bytes: of a thousand million wordings no two are alike by chance


def saying_key(text: str) -> str:
    """Hexadecimal; equal for words that differ in Unicode form, tone placement, letter case, spaces, kinds of
    quotes and dashes, and marks at the ends alone."""
    plain = folded(text.translate(DRESS)).strip(" .;,:!-")
    return blake2b(plain.encode("utf-8", "replace"), digest_size=_LENGTH).hexdigest()
