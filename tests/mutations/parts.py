"""Other stories: headers, footers and text boxes."""

from __future__ import annotations

import random

from lxml import etree

from .document import MC, Document, is_delicate, pick, put, texts, w


def header(document: Document, rnd: random.Random) -> bool:
    """The number of the draft behind the words of a header or footer, or in one without words."""
    found = [
        p
        for name in [*document.parts("word/header"), *document.parts("word/footer")]
        for p in document.tree(name).iter(w("p"))
        if not is_delicate(p)
    ]
    if found:
        run = etree.SubElement(pick(rnd, [p for p in found if texts(p)] or found), w("r"))
        put(etree.SubElement(run, w("t")), f" Dự thảo lần {rnd.randint(2, 9)}")
    return bool(found)


def box(document: Document, rnd: random.Random) -> bool:
    """Words of a text box, in both branches that store it."""
    tag, alternate = w("txbxContent"), f"{{{MC}}}AlternateContent"
    boxes = list(document.body.iter(tag))
    plain = [one for one in boxes if next(one.iterancestors(alternate), None) is None]
    alternates = [one for one in document.body.iter(alternate) if next(one.iter(tag), None) is not None]
    places = [*plain, *alternates]
    if not places:
        return False
    place = pick(rnd, places)
    for content in [place] if place.tag == tag else place.iter(tag):
        for t in [t for p in content.iter(w("p")) for t in texts(p)][:1]:
            put(t, f"{t.text} (sửa)")
    return True
