"""Printing: an Office file as the pages of paper that it makes, by LibreOffice where that is installed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 120.0  # that one file may take
_PAGE_SECONDS = 30.0
# Where LibreOffice stands on systems on which no path leads to it.
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# A profile of its own: no macro runs, no link is followed or renewed.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "0"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>"
)
_REGISTRY = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


@dataclass(frozen=True, slots=True)
class Printer:
    """The programs at hand: `office` makes a PDF, `pictures` and `facts` pictures of its pages; None where it
    is not installed. `apart`: what comes before a command so that it reaches no network; () where the system
    has no such thing."""

    office: str | None = None
    pictures: str | None = None
    facts: str | None = None
    apart: tuple[str, ...] = ()
    seconds: float = SECONDS

    @property
    def shows_pages(self) -> bool:
        """Whether pages can be shown as pictures."""
        return self.pictures is not None and self.facts is not None


def printer() -> Printer:
    """What this computer has."""
    office = next(
        filter(None, (*map(shutil.which, ("soffice", "libreoffice")), *filter(_is_file, _USUAL))), None
    )
    return Printer(office, shutil.which("pdftoppm"), shutil.which("pdfinfo"), _apart())


def _is_file(path: str) -> bool:
    return Path(path).is_file()


@cache
def _apart() -> tuple[str, ...]:
    """A network of its own, with nothing in it, where the kernel gives one to anybody."""
    program = shutil.which("unshare")
    if program is None:
        return ()
    prefix = (program, "--user", "--map-root-user", "--net")
    return prefix if _run([*prefix, "true"], 10.0) is not None else ()


def printed(printer: Printer, data: bytes, suffix: str = ".docx") -> bytes | None:
    """The PDF of an Office file; None where none came of it within the time that it may take."""
    if printer.office is None:
        return None
    with TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source, profile = folder / f"in{suffix}", folder / "profile"
        source.write_bytes(data)
        _write_profile(profile)
        command = [
            *printer.apart, printer.office, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--norestore", "--nologo", "--nodefault", "--convert-to", "pdf",
            "--outdir", str(folder), str(source),
        ]  # fmt: skip
        if _run(command, printer.seconds, home=folder) is None:
            return None
        pdf = source.with_suffix(".pdf")
        return pdf.read_bytes() if pdf.is_file() else None


def _write_profile(profile: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        _REGISTRY.format(items=items), encoding="utf-8"
    )


def page_count(printer: Printer, pdf: bytes) -> int:
    """How many pages a PDF has; 0 where nobody can say."""
    if printer.facts is None:
        return 0
    told = _run([printer.facts, "-"], _PAGE_SECONDS, given=pdf)
    found = re.search(rb"^Pages:\s*(\d+)", told or b"", re.MULTILINE)
    return int(found[1]) if found else 0


def page_picture(printer: Printer, pdf: bytes, page: int, dpi: int) -> bytes | None:
    """A page of a PDF, counted from 1, as PNG; None where there is no such page."""
    if printer.pictures is None:
        return None
    wanted = [printer.pictures, "-f", str(page), "-l", str(page), "-r", str(dpi), "-png", "-singlefile", "-"]
    return _run(wanted, _PAGE_SECONDS, given=pdf) or None


def _run(
    command: Sequence[str], seconds: float, *, given: bytes | None = None, home: Path | None = None
) -> bytes | None:
    """What a program prints; None where it fails or takes too long: then it ends with all that it began."""
    environment = dict(os.environ) if home is None else {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True,
        )  # fmt: skip
    except OSError:
        return None
    try:
        out, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    return out if process.returncode == 0 else None


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
