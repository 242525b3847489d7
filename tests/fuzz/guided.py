"""Guided by coverage: `python -m tests.fuzz.guided TARGET CORPUS [-max_total_time=SECONDS …]`.

Atheris (`pip install atheris`; Linux, Python 3.11 to 3.13) changes bytes until they reach code that none
before reached. `TARGET` is a suffix of a letter, `document` (the XML of a draft's body, in a package) or
`settings`; CORPUS a folder, at first filled with files of the project. What is raised must be one of our own
errors, and of a letter every word must be counted once. Options with one dash are libFuzzer's.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["drafter"], enable_loader_override=False):
    from drafter.analyses.comments import letters
    from drafter.analyses.outline import outline
    from drafter.errors import DrafterError
    from drafter.intake import read_source
    from drafter.readers.comments import read_comment_file
    from drafter.readers.docx import read_docx
    from drafter.settings import read_settings

from tests.commands import ROOT
from tests.docx_builder import docx, p

LETTERS = ("txt", "md", "csv", "html", "eml")
_LONGEST = 4096  # bytes: a slow input is found by `python -m tests.fuzz`


def letter(suffix: str, folder: Path) -> Callable[[bytes], None]:
    path = folder / f"thu.{suffix}"

    def run(data: bytes) -> None:
        path.write_bytes(data)
        found = letters(read_comment_file(read_source(path, shown=path.name, listed=True)))
        counted = next(each.words for each in found if each.words is not None)
        assert counted.closes, counted

    return run


def document(folder: Path) -> Callable[[bytes], None]:
    """The bytes stand for what a document's body holds."""
    path = folder / "du-thao.docx"

    def run(data: bytes) -> None:
        from drafter.readers import opened

        docx(path, data.decode("utf-8", "replace"))
        outline(read_docx(opened(read_source(path))))

    return run


def settings(folder: Path) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        (folder / "drafter.toml").write_bytes(data)
        read_settings(folder)

    return run


def seeds(target: str, corpus: Path) -> None:
    """Files of the project to begin with, where the folder is empty."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    for folder in (ROOT / "comments", ROOT / "tests/data/letters"):
        for path in folder.glob(f"*.{target}"):
            shutil.copy(path, corpus)
    if target == "document":
        (corpus / "body").write_text(p("Điều 1. Phạm vi") + p("1. Đến năm 2025 đạt 80%."), "utf-8")


def main() -> None:
    target, corpus = sys.argv[1], Path(sys.argv[2])
    seeds(target, corpus)
    with tempfile.TemporaryDirectory(prefix="drafter-guided-") as place:
        folder = Path(place)
        made = {"document": document, "settings": settings}
        run = made[target](folder) if target in made else letter(target, folder)

        def once(data: bytes) -> None:
            try:
                run(data)
            except DrafterError:
                return

        atheris.Setup([sys.argv[0], str(corpus), f"-max_len={_LONGEST}", *sys.argv[3:]], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
