"""LibreOffice as a judge: what it makes of a document with all revisions accepted or rejected.

One headless program is asked for all documents, through the Python that has its bridge (python3-uno).
Formulas are not asked for: it keeps one that stands in a `w:ins` or `w:del` whichever way the revision is
decided, and loses one with revisions inside. The referee reads them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_BRIDGE = Path(__file__).with_name("office_bridge.py")
_LONGEST = 120.0  # seconds for one document


class Office:
    """A running LibreOffice."""

    def __init__(self, bridge: subprocess.Popen[str]) -> None:
        self._bridge = bridge

    def texts(self, path: Path, view: str) -> dict[str, str]:
        """The text of each kind of story without white space, in NFC. `view`: accept or reject.

        Raises RuntimeError where LibreOffice cannot open the file, ends, or takes more than two minutes.
        """
        assert self._bridge.stdin is not None and self._bridge.stdout is not None
        watch = threading.Timer(_LONGEST, _kill, (self._bridge,))
        watch.start()
        try:
            self._bridge.stdin.write(json.dumps({"path": str(path.resolve()), "view": view}) + "\n")
            self._bridge.stdin.flush()
            line = self._bridge.stdout.readline()
        except OSError:  # the bridge has ended before
            line = ""
        finally:
            watch.cancel()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "LibreOffice gave no answer"}
        if "error" in answer:
            raise RuntimeError(f"{path.name}: {answer['error']}")
        return {kind: _squeezed(texts, kind) for kind, texts in answer.items()}


def _kill(bridge: subprocess.Popen[str]) -> None:
    """With the program that it started."""
    if hasattr(os, "killpg"):
        os.killpg(bridge.pid, signal.SIGKILL)
    else:
        bridge.kill()


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
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        bridge = subprocess.Popen(
            [python, str(_BRIDGE), profile],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # so that it can be ended with what it started
        )
        try:
            yield Office(bridge)
        finally:
            _close(bridge)


def _close(bridge: subprocess.Popen[str]) -> None:
    assert bridge.stdin is not None
    try:
        bridge.stdin.close()  # which is how it is told to go
        bridge.wait(timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        _kill(bridge)
        bridge.wait()
