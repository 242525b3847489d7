"""Encodings of Vietnamese before Unicode that are no code pages of Windows: VISCII, VIQR (RFC 1456)."""

from __future__ import annotations

import re
from unicodedata import normalize

from drafter.language.syllables import is_syllable

_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòó"
    "ôõỏọụùúũủýợỮ"
)  # from 0x80 on
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_TABLE = {**{0x80 + place: letter for place, letter in enumerate(_VISCII)}, **_VISCII_LOW}

_FORMS = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_WORD = re.compile(r"[A-Za-z][A-Za-z^(+'`?~.]*")
_SIGN = re.compile(r"[dD][dD]|[aA]\(|[aAeEoO]\^|[oOuU]\+")  # what stands in no other text
_VOWEL = re.compile(r"([aAeEiIoOuUyY])([\^(+]?)(['`?~.]?)")
_STOP = re.compile(r"\s*(?:$|\n|[A-Z\"(–-])")  # what follows the end of a sentence
_ENOUGH, _SHARE = 5, 0.1  # words with such signs: how many, and of all words


def of_viscii(data: bytes) -> str:
    """Every byte as VISCII has it."""
    return data.decode("latin-1").translate(_VISCII_TABLE)


def of_viqr(text: str) -> str | None:
    """A text typed in ASCII alone, `"Vie^.t Nam"`; None for one that is not surely that.

    A "." or "?" behind a vowel at the end of a word is a tone, but where a sentence may end there.
    """
    words = _WORD.findall(text)
    signed = [word for word in words if _SIGN.search(word)]
    if len(signed) < max(_ENOUGH, len(words) * _SHARE):
        return None
    known = sum(is_syllable(_letters(word.rstrip(".?"))) for word in signed)
    if known < 0.9 * len(signed):
        return None
    return _WORD.sub(lambda found: _word(found[0], text[found.end() : found.end() + 40]), text)


def _word(word: str, behind: str) -> str:
    made = _letters(word)
    if word[-1] in ".?" and (not is_syllable(made) or _STOP.match(behind)):
        shorter = _letters(word[:-1])
        return shorter + word[-1] if is_syllable(shorter) or shorter.isascii() else made
    return made if is_syllable(made) else word


def _letters(word: str) -> str:
    plain = re.sub(r"d[dD]", "đ", re.sub(r"D[dD]", "Đ", word))
    return normalize("NFC", _VOWEL.sub(lambda v: v[1] + _FORMS.get(v[2], "") + _TONES.get(v[3], ""), plain))
