"""Install the programs that some tests need, from Debian's packages: `python -m tests.programs`.

Where there is no apt or no right to use it, says so and leaves them out: the tests that need
them are then skipped with the reason. With CI=true that is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from drafter.intake.paper import tesseract
from tests import servers
from tests.judges.office import python_with_uno

PACKAGES = {
    "soffice": ["libreoffice-writer-nogui"],
    "calc": ["libreoffice-calc-nogui"],  # its part for workbooks
    "uno": ["python3-uno"],  # LibreOffice's bridge, through which a test can ask it
    "pdftoppm": ["poppler-utils"],
    "chromium": ["chromium"],
    "postgres": ["postgresql"],
    "tesseract": ["tesseract-ocr", "tesseract-ocr-vie"],
}
FONTS = ["fonts-liberation", "fonts-dejavu-core"]


def main() -> int:
    missing = [program for program in PACKAGES if not is_there(program)]
    if not missing:
        print("programs for tests: all there")
        return 0
    packages = [package for program in missing for package in PACKAGES[program]] + FONTS
    if not _install(packages):
        print(f"programs for tests: {', '.join(missing)} not installed; their tests will be skipped")
        return 1 if os.environ.get("CI") == "true" else 0
    return 0


def is_there(program: str) -> bool:
    """Whether a program can be run; "uno" is LibreOffice's bridge to Python, "calc" what opens workbooks."""
    if program == "uno":
        return python_with_uno() is not None
    if program == "calc":
        office = shutil.which("soffice")
        return office is not None and any(Path(office).resolve().parent.glob("*sclo.*"))
    if program == "tesseract":  # with Vietnamese
        return tesseract.program() is not None
    if program == "postgres":  # its programs are not where a shell would find them
        return servers.programs() is not None
    return shutil.which(program) is not None


def _install(packages: list[str]) -> bool:
    """Through apt-get as root, or through sudo where it asks for no password."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [apt] if is_root else ["sudo", "-n", apt]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run([*command, "update", "-qq"], check=True, env=environment)
        subprocess.run([*command, "install", "-y", "-qq", "--no-install-recommends", *packages],
                       check=True, env=environment, stdout=subprocess.DEVNULL)  # fmt: skip
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"programs for tests: apt-get could not install them ({error})", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
