"""Paper: files that only say what is printed where, PDFs and pictures → words and rules on pages.

PDFium and the decoders of pictures run in a child process with little memory and time: they are no Python,
and a damaged file may break them. Pages that are pictures are recognised where Tesseract with Vietnamese is
installed, each by a child of its own; several at once on a machine with several processors.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import msgspec

import drafter
from drafter.errors import (
    BlankFile,
    Cause,
    CutFile,
    DrafterError,
    EncryptedPdf,
    NotRecognised,
    Scanned,
    ScannedPages,
    TooSlow,
    Unreadable,
    UnsafeFile,
)
from drafter.model import Paper, PaperPage, PaperPlace, Source
from drafter.opc import FileFormat, format_of

from ..bounds import PATIENCE
from .opened import Fault, Opened
from .tesseract import program

__all__ = ["cut_of", "is_paper", "paper_of"]

_SECONDS = 60
# How a child ends that has done more work than it may.
_ENDED = [-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)]
_MOST_RECOGNISED = 100  # pages of one file
_FAULTS: dict[str, Callable[[str], DrafterError]] = {
    "damaged": lambda path: CutFile(path, part=PurePosixPath(path).suffix),
    "encrypted": EncryptedPdf,
    "too-large": lambda path: UnsafeFile(path, reason=Cause.TOO_LARGE),
    "memory": Unreadable,
    "program": NotRecognised,
}


def is_paper(source: Source) -> bool:
    """Whether `source` is a PDF or picture."""
    return format_of(source.bytes, source.shown) in (FileFormat.PDF, FileFormat.PICTURE)


def paper_of(source: Source) -> Paper:
    """The pages of a PDF or picture.

    Raises CutFile, EncryptedPdf, UnsafeFile, TooSlow, Unreadable, BlankFile; Scanned where pages are pictures
    and nothing is installed that recognises them; NotRecognised where that fails.
    """
    opened = _asked(source, ["text"])
    pages = list(opened.pages)
    if opened.pictured:
        for number, page in zip(opened.pictured, _recognised(source, opened), strict=True):
            pages[number - 1] = page
    if not any(page.words for page in pages):
        raise BlankFile(source.shown)
    raw = [opened.raw, *(word.text for number in opened.pictured for word in pages[number - 1].words)]
    return Paper(
        path=source.shown,
        sha256=source.sha256,
        pages=tuple(pages),
        raw="\n".join(raw),
        issuer=opened.issuer,
        notes=opened.notes,
        attachments=opened.attachments,
        hidden=opened.hidden,
        pictures=opened.unread,
    )


def cut_of(source: Source, place: PaperPlace) -> bytes:
    """A part of a page as PNG. Raises what `paper_of` raises of a file that cannot be opened."""
    sides = (place.left, place.right, place.top, place.bottom)
    return _asked(source, ["cut", str(place.page), str(program() or ""), *map(str, sides)]).cut


def _recognised(source: Source, opened: Opened) -> Sequence[PaperPage]:
    place = program()
    if place is None:
        whole = len(opened.pictured) == len(opened.pages)
        if whole:
            raise Scanned(source.shown)
        raise ScannedPages(source.shown, pages=", ".join(map(str, opened.pictured)))
    if len(opened.pictured) > _MOST_RECOGNISED:
        raise UnsafeFile(source.shown, reason=Cause.TOO_LARGE)
    with ThreadPoolExecutor(os.cpu_count() or 1) as at_once:
        asked = [at_once.submit(_page, source, number, place) for number in opened.pictured]
        return [each.result() for each in asked]


def _page(source: Source, number: int, place: Path) -> PaperPage:
    return _asked(source, ["page", str(number), str(place)]).pages[0]


def _asked(source: Source, arguments: Sequence[str]) -> Opened:
    """What a child answers about a file."""
    home = str(Path(drafter.__file__).parents[1])
    known = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", "")))),
        "OPENBLAS_NUM_THREADS": "1",  # each thread reserves addresses that count as memory
        "OMP_THREAD_LIMIT": "1",
    }
    try:
        done = subprocess.run(  # noqa: S603 our own child, no shell
            [sys.executable, "-P", "-m", "drafter.intake.paper.child", *arguments],
            input=source.bytes,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=known,
            timeout=_SECONDS * PATIENCE,
            check=True,
        )
        answer: Opened | Fault = msgspec.msgpack.decode(done.stdout, type=Opened | Fault)
    except subprocess.TimeoutExpired as error:
        raise TooSlow(source.shown, seconds=_SECONDS) from error
    except (OSError, subprocess.CalledProcessError, msgspec.DecodeError) as error:
        if getattr(error, "returncode", 0) in _ENDED:
            raise TooSlow(source.shown, seconds=_SECONDS) from error
        raise Unreadable(source.shown) from error
    if isinstance(answer, Fault):
        raise _FAULTS[answer.why](source.shown)
    return answer
