"""Reading and outlining a draft of about 100 pages: `python -m tests.bench.speed_outline`.

Everything in one process and one run, imports done, best of five. The yardstick is what nothing
can go below: unpacking the file and parsing its XML with lxml. The peers docx2python and mammoth
read the same file where they are installed.
"""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from lxml import etree

from drafter.analyses.outline import outline
from drafter.opc import name
from tests.inputs import read_docx

SOURCE = Path(__file__).parents[1] / "data" / "official" / "nd30-2020.docx"
WORDS = 45_000  # of a 100-page draft in the layout of Nghị định 30/2020/NĐ-CP
MOST_OUTLINE = 6.0  # times the bare cost


def long_draft(path: Path, words: int = WORDS) -> int:
    """Write `SOURCE` with its body repeated to at least `words` words; how many it has."""
    with zipfile.ZipFile(SOURCE) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == "word/document.xml":
                data, count = _repeated(data, words)
            target.writestr(entry, data)
    return count


def _repeated(data: bytes, words: int) -> tuple[bytes, int]:
    root = etree.fromstring(data)
    body = root[0]
    once = [block for block in body if block.tag != name("w:sectPr")]
    each = len(" ".join(t.text or "" for t in root.iter(name("w:t"))).split())
    times = -(-words // each)
    for _ in range(times - 1):
        for block in once:
            body.insert(len(body) - 1, deepcopy(block))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), each * times


def bare(path: Path) -> None:
    """Unzip and parse every XML part: the floor for any reader."""
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            if entry.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(entry))


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the fastest of `times` runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def peers(path: Path) -> dict[str, Callable[[], object]]:
    """The readers to be faster than, as far as they are installed."""
    found: dict[str, Callable[[], object]] = {}
    try:
        from docx2python import docx2python

        found["docx2python"] = lambda: docx2python(path).text
    except ImportError:
        print("docx2python is not installed: not compared")
    try:
        import mammoth

        def convert() -> None:
            with path.open("rb") as file:
                mammoth.convert_to_html(file)

        found["mammoth"] = convert
    except ImportError:
        print("mammoth is not installed: not compared")
    return found


def measure(words: int = WORDS, times: int = 5) -> dict[str, float]:
    """Seconds by what was done: bare, read, outline (reading included), and the peers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "du-thao-dai.docx"
        count = long_draft(path, words)
        print(f"{count} words, {len(outline(read_docx(path)).clauses)} clauses")
        jobs: dict[str, Callable[[], object]] = {
            "bare": lambda: bare(path),
            "read": lambda: read_docx(path),
            "outline": lambda: outline(read_docx(path)),
        }
        return {job: best(work, times) for job, work in (jobs | peers(path)).items()}


def main() -> None:
    seconds = measure()
    for job, value in seconds.items():
        print(f"{job:12} {value * 1000:8.1f} ms {value / seconds['bare']:6.2f} × bare")
    kept = seconds["outline"] <= MOST_OUTLINE * seconds["bare"]
    print(f"outline at most {MOST_OUTLINE} × bare: {'yes' if kept else 'NO'}")
    for peer in seconds.keys() - {"bare", "read", "outline"}:
        print(f"outline faster than {peer}: {'yes' if seconds['outline'] < seconds[peer] else 'NO'}")


if __name__ == "__main__":
    main()
