"""The child that opens what is printed: PDFium and the decoders of pictures are C and C++, and what breaks
them must not break drafter.

    python -m drafter.intake.paper.child text < letter.pdf         → what stands on its pages, which are scans
    python -m drafter.intake.paper.child page 3 PROGRAM < scan.pdf → the words of one page, recognised
    python -m drafter.intake.paper.child cut 3 PROGRAM 85 540 90 120 < scan.pdf → the part within these bounds

The file comes on stdin, one document in MessagePack goes to stdout: an `Opened` or a `Fault`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from drafter.intake.bounds import limit

from .opened import Fault, Opened

MEMORY = 2**30  # bytes beyond what the interpreter has
SECONDS = 60.0  # for all text of a file, or for recognising one page


def main(arguments: Sequence[str]) -> None:
    """Answer for the file on stdin."""
    out, sys.stdout = sys.stdout, sys.stderr
    os.environ["OMP_THREAD_LIMIT"] = "1"  # one page, one processor
    limit(MEMORY, SECONDS)
    data = sys.stdin.buffer.read()
    try:
        answer = _answer(data, arguments)
    except MemoryError:
        answer = Fault("memory")
    out.buffer.write(msgspec.msgpack.encode(answer))
    out.buffer.flush()


def _answer(data: bytes, arguments: Sequence[str]) -> Opened | Fault:
    from . import pictures, portable

    is_portable = b"%PDF-" in data[:1024]
    if arguments[0] == "text":
        return portable.opened(data) if is_portable else pictures.opened(data)
    number = int(arguments[1])
    picture = portable.picture(data, number) if is_portable else pictures.picture(data, number)
    if isinstance(picture, Fault):
        return picture
    if arguments[0] == "page" or not is_portable or portable.is_picture(data, number):
        from .straight import straightened

        picture = straightened(picture, Path(arguments[2]) if arguments[2] else None)
    if arguments[0] == "cut":
        left, right, top, bottom = map(float, arguments[3:])
        return Opened((), cut=pictures.cut(picture, (left, top, right, bottom)))
    from .recognising import recognised

    page = recognised(picture, Path(arguments[2]))
    return page if isinstance(page, Fault) else Opened((page,))


if __name__ == "__main__":
    main(sys.argv[1:])
