"""Unseen: words of a letter in Word that are set so that nobody sees them, white on white or next to nothing
in size, are taken for hidden ones.

Only what the run itself says is looked at, and of white words only those on paper: shading, a table's style,
a shape or a coloured page may lie behind others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from drafter.errors import DrafterError
from drafter.opc import Element, Package, name, serialised

from .names import W_BODY, W_P, W_PPR, W_R, W_RPR, W_T, W_TC, W_TXBX, W_VAL, W_VANISH

_COLOR, _SIZE, _SHADED, _FILL, _MARKED, _GROUND = map(
    name, ("w:color", "w:sz", "w:shd", "w:fill", "w:highlight", "w:background")
)
_WHITE = frozenset(("FFFFFF", "FEFEFE", "FDFDFD"))
_TINY = 4  # half points
_SIGNS = (
    b"FFFFFF",
    b"ffffff",
    b"FEFEFE",
    b"FDFDFD",
    *(b'w:sz w:val="%d"' % size for size in range(_TINY + 1)),
)


def told_apart(package: Package) -> Package:
    """`package` with such words marked as hidden; itself where there are none."""
    try:
        raw = package.read(package.main)
        if not any(sign in raw for sign in _SIGNS):
            return package
        root = package.xml(package.main)
    except DrafterError:  # told by whoever reads it
        return package
    coloured = root.find(_GROUND) is not None
    looks = [
        look
        for run in root.iter(W_R)
        if next(run.iter(W_T), None) is not None
        and (_is_tiny(run) or (_is_white(run) and not coloured))
        and (look := run.find(W_RPR)) is not None
    ]
    if not looks:
        return package
    for look in looks:
        etree.SubElement(look, W_VANISH)
    return replace(package, replaced={**package.replaced, package.main: serialised(root)})


def _said(run: Element, tag: str) -> str:
    look = run.find(W_RPR)
    said = None if look is None else look.find(tag)
    return "" if said is None else said.get(W_VAL, "")


def _is_tiny(run: Element) -> bool:
    size = _said(run, _SIZE)
    return size.isdecimal() and int(size) <= _TINY


def _is_white(run: Element) -> bool:
    if _said(run, _COLOR).upper() not in _WHITE:
        return False
    return not any(_shades(look) for look in _looks(run))


def _looks(run: Element) -> Iterator[Element]:
    """What is said of a run and of what is around it; a cell or shape, whose ground is its style's."""
    look = run.find(W_RPR)
    if look is not None:
        yield look
    for around in run.iterancestors():
        if around.tag in (W_TC, W_TXBX):
            yield around
        elif around.tag == W_P and (said := around.find(W_PPR)) is not None:
            yield said
        elif around.tag == W_BODY:
            return


def _shades(look: Element) -> bool:
    if look.tag in (W_TC, W_TXBX) or look.find(_MARKED) is not None:
        return True
    shade = look.find(_SHADED)
    return shade is not None and shade.get(_FILL, "auto").upper() not in ("AUTO", *_WHITE)
