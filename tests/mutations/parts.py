"""Other stories: headers, footers and text boxes."""

from __future__ import annotations

import random

from .document import MC, Document, put, texts, w


def header(document: Document, rnd: random.Random) -> bool:
    found = [
        t
        for name in [*document.parts("word/header"), *document.parts("word/footer")]
        for p in document.tree(name).iter(w("p"))
        for t in texts(p)
        if any(letter.isalpha() for letter in t.text or "")
    ]
    if found:
        t = rnd.choice(found)
        put(t, f"{t.text} lần {rnd.randint(2, 9)}")
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
    place = rnd.choice(places)
    for content in [place] if place.tag == tag else place.iter(tag):
        for t in [t for p in content.iter(w("p")) for t in texts(p)][:1]:
            put(t, f"{t.text} (sửa)")
    return True
