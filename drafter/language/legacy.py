"""Legacy fonts: TCVN3 (.VnTime) and VNI text, whose letters are codes for other letters, to Unicode."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from .lexicon import alternatives, lexicon
from .lexicons import Legacy

# Letters that only Unicode Vietnamese has; text that holds one is Unicode whatever its font.
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
# What no Vietnamese Unicode text holds and nearly every TCVN3 syllable does: signs, letters of other
# languages, × and ÷ in a word ("t×nh", "nh÷ng"), a capital after a small letter ("quyÕt").
_TCVN3_SIGNS = re.compile(
    "[µ¶·¸¹¨©ª«¬\u00ad®»¼½¾¡¢§£¤¥¦ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïðñöøûüþ]|(?<=[A-Za-z])[×÷]|(?<=[a-z])[À-Ý]"
)
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_VNI_SIGNS = re.compile("[aeouyAEOUY][øùûõïØÙÛÕÏâêåäëüÂÊÅÄËÜ]|[ñÑöÖ]|ô[øùûõï]|Ô[ØÙÛÕÏ]")


@lru_cache(maxsize=256)
def is_legacy(font: str) -> bool:
    """Whether `font` is one of the TCVN3 or VNI families: `.VnTime`, `VNI-Times`."""
    return font.startswith((".Vn", ".VN", ".vn")) or font.upper().startswith("VNI-")


def holds_codes(text: str, font: str) -> bool | None:
    """Whether `text`, set in `font`, is really legacy text: the font's name alone proves nothing.

    Null where the text tells neither way: `"héi"` may be a Latin word or `"hội"` in TCVN3.
    """
    if _UNICODE_ONLY.search(text):
        return False
    text = _western(text)
    signs = _VNI_SIGNS if font.upper().startswith("VNI-") else _TCVN3_SIGNS
    return True if signs.search(text) else None


def mostly_codes(text: str) -> bool:
    """Whether a document's text holds more signs of legacy text than letters only Unicode has."""
    signs = max(len(_TCVN3_SIGNS.findall(text)), len(_VNI_SIGNS.findall(text)))
    return signs > len(_UNICODE_ONLY.findall(text))


def decode(text: str, font: str) -> str:
    """`"Ñaûng"` in VNI-Times gives `"Đảng"`; `"§¶ng"` in .VnTime too.

    TCVN3 fonts whose name ends in H print lower-case codes as capitals: the result is capitals.
    """
    text = _western(text)
    if font.upper().startswith("VNI-"):
        table, pattern = _table("vni")
        return pattern.sub(lambda found: table[found.group()], text)
    table, pattern = _table("tcvn3")
    plain = pattern.sub(lambda found: table[found.group()], text)
    return plain.upper() if font.rstrip().upper().endswith("H") else plain


def _western(text: str) -> str:
    """Codes that Word keeps in the private area, as for a symbol font, as characters of Windows-1252."""
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: bytes([ord(found.group()) & 0xFF]).decode("cp1252", "ignore"), text)


@cache
def _table(encoding: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    codes = lexicon(Legacy)
    table = codes.vni if encoding == "vni" else codes.tcvn3
    # Typed by hand, the sign of a capital is often the small one: "Aùnh" beside "AÙnh".
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in table.items() if len(code) == 2}
    whole = {**mixed, **table}
    return whole, re.compile(alternatives(whole))
