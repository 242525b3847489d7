"""Printing: PDFs as several programs make them, and small ones made by hand for what no program makes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image


def by_office(files: Sequence[Path], folder: Path) -> dict[str, Path]:
    """What LibreOffice prints of documents, by their names without the suffix; one run for all of them."""
    made = folder / "office"
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(made), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {file.stem: made / f"{file.stem}.pdf" for file in files}


def by_browser(html: str, folder: Path) -> Path:
    """What Chromium prints of a page."""
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    command = [shutil.which("chromium") or "chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made


def scan(pdf: Path, *, page: int = 1, dpi: int = 200) -> Image.Image:
    """A page as a scanner gives it, in grey."""
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
    return image


def bound(*parts: Path | Image.Image, dpi: int = 200) -> bytes:
    """One PDF of the pages of others and of pictures."""
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        data = io.BytesIO()
        if isinstance(part, Path):
            data.write(part.read_bytes())
        else:
            part.save(data, "PDF", resolution=dpi)
        whole.import_pages(pypdfium2.PdfDocument(data.getvalue()))
    made = io.BytesIO()
    whole.save(made)
    return made.getvalue()


def by_hand(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of objects 1, 2, …, the first of them its catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def one_page(content: bytes, *, times: int = 1, more: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF with a page that draws `content`, the same page as often as is asked for."""
    packed = zlib.compress(content)
    kids = b" ".join([b"3 0 R"] * times)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    return by_hand(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (times, kids),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> %s >>" % more,
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
            font,
        ],
        trailer=trailer,
    )
