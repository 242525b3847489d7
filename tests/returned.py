"""Forms filled in as agencies do it, in Word and in Excel, and saved by LibreOffice."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Answers = Mapping[str, tuple[str, str]]  # place → choice, comment


def fill_docx(path: Path, answers: Answers, agency: str = "") -> None:
    """Type into the content controls of the rows whose place is named, and of the agency."""
    document = Document(str(path))
    if agency:
        _type(next(document.element.body.iter(qn("w:sdt"))), agency)
    for row in document.tables[0].rows:
        choice, comment = answers.get(row.cells[1].text, ("", ""))
        for cell, words in ((row.cells[3], choice), (row.cells[4], comment)):
            if words:
                _type(next(cell._tc.iter(qn("w:sdt"))), words)
    document.save(str(path))


def _type(control, words: str) -> None:
    for shown in control.iter(qn("w:showingPlcHdr")):
        shown.getparent().remove(shown)
    first, *rest = control.iter(qn("w:t"))
    first.text = words
    for text in rest:
        text.text = ""


def sheet_of(path: Path) -> tuple[object, Worksheet]:
    book = load_workbook(path)
    return book, book.active


def fill_xlsx(path: Path, answers: Answers, agency: str = "") -> None:
    book, sheet = sheet_of(path)
    if agency:
        sheet["A3"] = f"{sheet['A3'].value}{agency}"
    for row in sheet.iter_rows(min_row=6):
        choice, comment = answers.get(row[1].value, ("", ""))
        row[3].value, row[4].value = choice or None, comment or None
    book.save(path)


def saved_by_office(path: Path, *through: str) -> None:
    """Saved by LibreOffice in its own way, by way of other formats where they are named."""
    current, folder = path, path.parent / "by-office"
    for step, kind in enumerate((*through, path.suffix[1:])):
        made = folder / str(step)
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", kind, "--outdir", str(made), str(current)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        current = made / f"{path.stem}.{kind}"
    path.write_bytes(current.read_bytes())


def without_record(path: Path) -> None:
    """Without the custom part that says what the file is."""
    from zipfile import ZipFile

    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if "customXml" not in name}
    rels = [name for name in parts if name.endswith((".xml.rels", "[Content_Types].xml"))]
    for name in rels:
        import re

        parts[name] = re.sub(rb"<(?:Relationship|Override) [^>]*customXml[^>]*/>", b"", parts[name])
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    path.write_bytes(out.getvalue())
