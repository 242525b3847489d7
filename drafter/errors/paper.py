"""PDFs, scans and photographs that cannot be used."""

from __future__ import annotations

from .failure import DrafterError
from .inputs import Encrypted


class EncryptedPdf(Encrypted):
    code = "encrypted-pdf"


class BlankFile(DrafterError):
    """A file whose pages have no word."""

    code = "blank"


class Scanned(DrafterError):
    """The pages of the file are pictures of text, and nothing is installed that recognises them."""

    code = "scanned"


class ScannedPages(Scanned):
    """Some pages of the file are such pictures: `pages`, the numbers."""

    code = "scanned-pages"


class CopyOnPaper(DrafterError):
    """A copy of the draft `draft` as PDF or picture: what was changed or noted on it is not told for sure."""

    code = "copy-on-paper"


class NotRecognised(DrafterError):
    """The program that recognises text failed on a page that is a picture."""

    code = "not-recognised"
