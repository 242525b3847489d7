"""LibreOffice: the one place that finds it and runs it, on a copy of a file, in a profile of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from .programs import apart, run

SECONDS = 120.0  # that one file may take
# Where LibreOffice stands on systems on which no path leads to it: under Windows, then macOS.
_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_ON_WINDOWS = Path("LibreOffice", "program", "soffice.com")  # soffice.exe does not wait until it is done
_ON_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
# No macro runs, no link is followed or renewed, nothing is asked or reported.
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
class LibreOffice:
    """LibreOffice as it stands on this computer. `apart`: what comes before its command so that it reaches no
    network; () where the system has no such thing. `seconds`: that one file may take."""

    program: str
    apart: tuple[str, ...] = ()
    seconds: float = SECONDS

    def converted(
        self, files: Sequence[bytes], suffix: str, to: str, *, known_as: str = ""
    ) -> list[bytes | None]:
        """Files as `to` ("pdf", or a suffix with a filter: "docx:MS Word 2007 XML"), in their order; None for
        one of which nothing came in time. `suffix` is their own; `known_as` the filter that reads them, and
        no other. One that ends the program takes none of the others with it: they are tried again alone.
        """
        made = self._run(files, suffix, to, known_as)
        if len(files) > 1:
            return [self._run([file], suffix, to, known_as)[0] if out is None else out
                    for file, out in zip(files, made, strict=True)]  # fmt: skip
        return made

    def _run(self, files: Sequence[bytes], suffix: str, to: str, known_as: str) -> list[bytes | None]:
        """Raises nothing: no room, or no right to write anywhere, is nothing that came of it."""
        try:
            with TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
                folder = Path(name)
                sources = [folder / f"{number}{suffix}" for number in range(len(files))]
                for source, data in zip(sources, files, strict=True):
                    source.write_bytes(data)
                run(self._command(sources, folder, to, known_as), self.seconds * len(files), home=folder)
                made = (folder / "out" / f"{each.stem}.{to.partition(':')[0]}" for each in sources)
                return [each.read_bytes() if each.is_file() else None for each in made]
        except OSError:
            return [None] * len(files)

    def _command(self, sources: Sequence[Path], folder: Path, to: str, known_as: str) -> list[str]:
        profile = folder / "profile"
        _write_profile(profile)
        return [
            *self.apart, self.program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--norestore", "--nologo", "--nodefault", *([f"--infilter={known_as}"] if known_as else []),
            "--convert-to", to, "--outdir", str(folder / "out"), *map(str, sources),
        ]  # fmt: skip


@cache
def office() -> LibreOffice | None:
    """LibreOffice, where it is installed."""
    programs = (*map(shutil.which, ("soffice", "libreoffice")), *filter(os.path.isfile, _usual()))
    program = next(filter(None, programs), None)
    return None if program is None else LibreOffice(program, apart())


def _usual() -> tuple[str, ...]:
    folders = filter(None, map(os.environ.get, _FOLDERS))
    return (*(str(Path(folder) / _ON_WINDOWS) for folder in folders), _ON_MAC)


def _write_profile(profile: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        _REGISTRY.format(items=items), encoding="utf-8"
    )
