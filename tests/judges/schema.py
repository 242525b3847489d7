"""Schema: faults of a .docx against ECMA-376, as openxml-audit finds them."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from .packages import Element, mc


def new_faults(redline: Path, *inputs: Path) -> list[str]:
    """What is wrong with a redline and with none of its inputs. Numbers in messages do not count."""
    known = {fault for path in inputs for fault in _faults(path.read_bytes())}
    return sorted(_faults(redline.read_bytes()) - known)


@cache
def _faults(package: bytes) -> frozenset[str]:
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.docx"
        plain.write_bytes(_with_choices(package))
        # A validator remembers what it has seen: each file gets its own. Zero is no limit of faults.
        found = OpenXmlValidator(max_errors=0).validate(str(plain)).errors
    return frozenset(re.sub(r"\d+", "N", f"{fault.part_uri}: {fault.description}") for fault in found)


def _with_choices(package: bytes) -> bytes:
    """The package with every `mc:AlternateContent` replaced by its choice, which is what is checked."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".xml") and b"AlternateContent" in data:
                root = etree.fromstring(data)
                for alternate in reversed(list(root.iter(mc("AlternateContent")))):
                    _choose(alternate)  # inner ones first: a choice may hold choices
                data = etree.tostring(root)
            target.writestr(name, data)
    return out.getvalue()


def _choose(alternate: Element) -> None:
    parent, chosen = alternate.getparent(), alternate.find(mc("Choice"))
    if parent is not None:
        at = parent.index(alternate)
        parent[at : at + 1] = list(chosen) if chosen is not None else []
