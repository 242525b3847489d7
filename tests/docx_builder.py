"""Small Word files for tests, from strings of WordprocessingML: `docx(path, p("Điều 1."))`."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wne": "http://schemas.microsoft.com/office/word/2006/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "commentsExtended": "w15:commentsEx",
    "header": "w:hdr",
    "footer": "w:ftr",
}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, rpr: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{rpr}</w:rPr>{t(text)}</w:r>"


def p(*runs: str, ppr: str = "") -> str:
    """A paragraph of runs; a string that is no markup is a plain run."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{ppr}</w:pPr>{inner}</w:p>"


def item(text: str, num: int, level: int = 0) -> str:
    """An automatically numbered paragraph."""
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def cell(*blocks: str, tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{''.join(blocks) or p()}</w:tc>"


def row(*cells: str, trpr: str = "") -> str:
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, tblpr: str = "") -> str:
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr>{''.join(rows)}</w:tbl>"


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def lists(abstracts: Mapping[int, str], nums: Mapping[int, tuple[int, str]]) -> str:
    """The numbering part: levels by abstract number, and (abstract, overrides) by list number."""
    defined = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in abstracts.items()
    )
    used = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in nums.items()
    )
    return defined + used


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_DECLARED}>{inner}</{root}>'


def relations(pairs: Mapping[str, str]) -> str:
    """A relationships part: target by kind."""
    inner = "".join(
        f'<Relationship Id="r{at}" Type="{_REL}{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(pairs.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def members(*blocks: str, main: str = "word/document.xml", **parts: str) -> dict[str, str]:
    """The package as text by member name; `parts` are inner XML of styles, numbering, footnotes, …"""
    folder, _, file = main.rpartition("/")
    within = f"{folder}/" if folder else ""
    found = {
        "[Content_Types].xml": _TYPES.replace("word/document.xml", main),
        "_rels/.rels": relations({"officeDocument": main}),
        main: part("w:document", f"<w:body>{''.join(blocks)}</w:body>"),
        f"{within}_rels/{file}.rels": relations({kind: f"{kind}.xml" for kind in parts}),
    }
    found |= {f"{within}{kind}.xml": part(_ROOTS[kind], inner) for kind, inner in parts.items()}
    return found


def pack(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """A package of these parts; equal parts give equal bytes, whatever the clock says."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


def docx(path: Path, *blocks: str, main: str = "word/document.xml", **parts: str) -> Path:
    """Write a Word file; `path` may be a folder."""
    return pack(path / "a.docx" if path.is_dir() else path, members(*blocks, main=main, **parts))
