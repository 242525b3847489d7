"""A whole consultation, made and worked through: `python -m tests.bench.consultation [ROWS]`.

Comments are made by rule from an official text of some 300 clauses: one row in some 27 is a new wording, the
others are sent again as they are; half of the wordings come with words that only change the tone. Printed:
rows a second of each step, the most memory of this process and of its largest worker, and what 12 and 280
million rows would take at this rate of processor time. `--clauses 10000` makes a text of so many of its
paragraphs.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from docx import Document

from drafter.engines import ENGINES, engine_of
from drafter.jobs.consulting.plan import Depth
from drafter.jobs.consulting.run import PARTITION, ConsultingOptions, consult
from drafter.jobs.consulting.table import consultation_files
from drafter.model import Draft, Office
from drafter.workspace import Workspace
from tests.bench.quality.links import draft
from tests.made_comments import PUBLIC, made_comments

NEW = 20  # one row in so many is a wording of its own, before those that chance makes equal
PLANS = (12_000_000, 280_000_000)
_PROVINCES = [f"Tỉnh {n}" for n in range(1, 35)]
_CHANNELS = ["web", "app", "letter", "meeting"]
_TONES = ("{}", "{}", "{}", "Kính đề nghị xem xét: {}", "{} Xin cảm ơn.", "Tôi thấy {}")


def made_rows(about: Draft, rows: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of a consultation on a draft; equal seeds give equal rows."""
    random = Random(seed)
    said = [made.text for made in made_comments(about, max(1, rows // NEW // 2), seed)]
    texts = [random.choice(_TONES).format(text) for text in said for _ in range(2)]
    for _ in range(rows):
        # some wordings are sent far more often than others
        text = texts[int(len(texts) * random.random() ** 2)]
        yield {
            "text": text,
            "agency": f"Hội {random.randrange(400)}",
            "province": random.choice(_PROVINCES),
            "date": f"2025-0{random.randrange(1, 7)}-1{random.randrange(10)}",
            "channel": random.choice(_CHANNELS),
        }


def workspace(folder: Path, clauses: int) -> Draft:
    """A workspace with one draft of at least so many clauses."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "comments").mkdir()
    source = Path(PUBLIC[0])
    once = draft(PUBLIC[0])
    if len(once.clauses) >= clauses:
        (folder / "drafts" / "du-thao-lan-1.docx").write_bytes(source.read_bytes())
    else:
        long = Document()
        random = Random(2)
        for number in range(1, clauses // 4 + 1):
            long.add_paragraph(f"Điều {number}. Nội dung {number}")
            for khoan in range(1, 4):
                text = random.choice(once.clauses).text.replace("\n", " ")[:400]
                long.add_paragraph(f"{khoan}. {text} ({number}.{khoan})")
        long.save(str(folder / "drafts" / "du-thao-lan-1.docx"))
    return Workspace(folder, report=print, reading=True).rounds.newest


def memory() -> tuple[int, int]:
    """The most MB that this process has had, and the largest of those it started."""
    own, started = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_maxrss // 1024, started.ru_maxrss // 1024


def cpu() -> float:
    """Seconds of processor time of this process and of those that it started and that have ended."""
    used = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    parser.add_argument("--engine", choices=ENGINES, default="processes")
    parser.add_argument("--depth", choices=[each.name.lower() for each in Depth], default="table")
    parser.add_argument("--clauses", type=int, default=0)
    parser.add_argument("--partition", type=int, default=PARTITION)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        about = workspace(folder, given.clauses)
        path = folder / "rows.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for row in made_rows(about, given.rows):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(
            f"{given.rows:,} rows, {path.stat().st_size / 1e6:.0f} MB, {len(about.clauses)} clauses, "
            f"{given.engine}"
        )
        measure(folder, path, about, given)


def measure(folder: Path, path: Path, about: Draft, given: argparse.Namespace) -> None:
    """Work through the rows, and print what that took."""
    spent: dict[str, float] = {}
    last = start = time.perf_counter()
    before = cpu()

    def progress(step: str, rows: int, total: int) -> None:
        nonlocal last
        now = time.perf_counter()
        spent[step] = spent.get(step, 0.0) + now - last
        last = now

    options = ConsultingOptions(
        (str(path),), folder / "out", Depth[given.depth.upper()], None, given.partition
    )
    with engine_of(given.engine) as engine:
        made = consult(Workspace(folder, report=print, reading=True), options, engine, progress)
    if options.depth is Depth.TABLE:
        last = time.perf_counter()
        files = consultation_files(made, folder / "bang.parquet", Office(), "vi")
        progress("table", 0, 0)
        print(f"table {sum(map(len, files.values())) / 1e6:.1f} MB")
    whole = time.perf_counter() - start
    for step, seconds in spent.items():
        print(f"{step:6} {seconds:8.1f} s {given.rows / seconds:10,.0f} rows/s")
    used = cpu() - before
    rate = given.rows / used
    print(f"all    {whole:8.1f} s {given.rows / whole:10,.0f} rows/s")
    print(f"processors {used:.1f} s, {rate:,.0f} rows/s")
    size = sum(each.stat().st_size for each in made.folder.iterdir())
    print(f"memory {memory()} MB; results {size / 1e6:.1f} MB")
    for rows in PLANS:
        hours = rows / rate / 3600
        print(f"{rows / 1e6:.0f} million rows: {hours:.1f} hours of a core, {hours / 32:.2f} h on 32")


if __name__ == "__main__":
    main()
