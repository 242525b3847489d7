"""LibreOffice as a judge: what it makes of a document with all revisions accepted or rejected.

One headless program is asked for all documents, through the Python that has its bridge (python3-uno).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_BRIDGE = Path(__file__).with_name("office_bridge.py")


class Office:
    """A running LibreOffice."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def texts(self, path: Path, view: str) -> dict[str, str]:
        """The text of each kind of story without white space, in NFC. `view`: accept or reject.

        Raises RuntimeError where LibreOffice cannot open the file.
        """
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps({"path": str(path.resolve()), "view": view}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"{path.name}: {answer['error']}")
        return {kind: _squeezed(texts, kind) for kind, texts in answer.items()}


def _squeezed(texts: list[str], kind: str) -> str:
    """Only the body has an order; a header without a letter is a page number that depends on the layout."""
    if kind == "headers":
        texts = [text for text in texts if re.search(r"[^\W\d]", text)]
    whole = "".join(texts if kind == "body" else sorted(texts))
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", whole))


@cache
def python_with_uno() -> str | None:
    """The interpreter that can talk to LibreOffice, if there is one."""
    for name in ("/usr/bin/python3", "python3", "python"):
        found = shutil.which(name)
        if (
            found
            and not subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return found
    return None


@contextmanager
def office() -> Iterator[Office]:
    """LibreOffice for as long as the block lasts."""
    python = python_with_uno()
    assert python is not None, "needs python3-uno; python -m tests.programs installs it on Debian"
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [python, str(_BRIDGE), profile],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            yield Office(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(timeout=60)
