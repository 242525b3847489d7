"""How the work grows with the length of one file: `python -m tests.bench.growth [NAME…]`.

Each job is done on inputs of a size and of three times the size, made from stretches of a real text. Printed
are the calls of functions (which a busy machine does not change) and the seconds of processor time, as
ratios: 3 is linear, 9 the square.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.comments import letters
from drafter.analyses.lint import lint
from drafter.analyses.outline import outline
from drafter.analyses.targets import targets
from drafter.analyses.tasks import tasks
from drafter.engines import engine_of
from drafter.jobs.consulting.plan import Depth
from drafter.jobs.consulting.run import ConsultingOptions, consult
from drafter.language import guarded
from drafter.model import Draft
from drafter.workspace import Workspace
from tests.bench.consultation import workspace
from tests.bench.speed_diff import phrases
from tests.docx_builder import docx, p
from tests.inputs import read_comment_file, read_docx, read_layout, redline
from tests.made_comments import made_comments

SIZE = 1000  # paragraphs, of which there are three times as many in the other input
TIMES = 3
_HEAD = ("UBND TỈNH AN BÌNH", "Số: 1/NQ-TU", "NGHỊ QUYẾT", "về chuyển đổi số")
Job = Callable[[int, Path], Callable[[], object]]


def _sentence(random: Random, stock: list[str]) -> str:
    return ", ".join(random.choice(stock) for _ in range(3)) + "."


def _draft(folder: Path, bodies: list[str], name: str = "draft") -> Path:
    return docx(folder / f"{name}-{len(bodies)}.docx", "".join(map(p, [*_HEAD, *bodies])))


def _prose(size: int) -> list[str]:
    random, stock = Random(1), phrases()
    return [f"{at}. {_sentence(random, stock)}" for at in range(1, size + 1)]


def _goals(size: int) -> list[str]:
    """Task sentences and targets in turn, each another."""
    random, stock = Random(1), phrases()
    out = ["I. MỤC TIÊU, NHIỆM VỤ"]
    for at in range(1, size):
        about = f"{random.choice(stock)} {random.choice(stock)}".lower()
        out.append(
            f"- Đến năm {2024 + at % 7}, tỷ lệ {about} đạt {at % 97 + 1}%."
            if at % 2
            else f"- Sở Nội vụ chủ trì, phối hợp với Sở Y tế {about}, hoàn thành trong năm {2024 + at % 7}."
        )
    return out


def _outlined(folder: Path, bodies: list[str]) -> Draft:
    return outline(read_docx(_draft(folder, bodies)))


def _lint(size: int, folder: Path) -> Callable[[], object]:
    draft = _outlined(folder, _prose(size))
    register = targets(draft)
    planned, layout = tasks(draft, register), read_layout(_draft(folder, ["x"]))
    return lambda: lint(draft, register, planned, layout)


def _targets(size: int, folder: Path) -> Callable[[], object]:
    draft = _outlined(folder, _goals(size))
    return lambda: targets(draft)


def _tasks(size: int, folder: Path) -> Callable[[], object]:
    draft = _outlined(folder, _goals(size))
    register = targets(draft)
    return lambda: tasks(draft, register)


def _letter(size: int, folder: Path) -> Callable[[], object]:
    """Paragraphs of prose that ask for nothing, and here and there something."""
    random, stock = Random(2), phrases()
    said = [
        f"{'Đề nghị làm rõ ' if at % 5 == 0 else ''}{_sentence(random, stock)}".capitalize()
        for at in range(size)
    ]
    path = folder / f"letter-{size}.txt"
    path.write_text("\n".join(("SỞ NỘI VỤ", "Số: 1/SNV", "Góp ý dự thảo", *said)), "utf-8")
    sheet = read_comment_file(path, root=folder)
    return lambda: letters(sheet)


def _redline(size: int, folder: Path) -> Callable[[], object]:
    """Two drafts of which every other paragraph was written anew, and some were put elsewhere."""
    random, stock = Random(3), phrases()
    old = _prose(size)
    new = [each if random.random() < 0.5 else _changed(each, random, stock) for each in old]
    for _ in range(size // 20):
        new.insert(random.randrange(len(new)), new.pop(random.randrange(len(new))))
    paths = _draft(folder, old, "old"), _draft(folder, new, "new")
    return lambda: redline(*paths, author="A")


def _align(size: int, folder: Path) -> Callable[[], object]:
    """Two drafts of which nearly every clause was written anew, so that few are alike to the letter."""
    random, stock = Random(4), phrases()
    old = [f"- {_sentence(random, stock)}" for _ in range(size)]
    new = [_changed(_changed(each, random, stock), random, stock) for each in old if random.random() < 0.9]
    random.shuffle(new)
    before, after = (
        outline(read_docx(_draft(folder, each, name))) for each, name in ((old, "x"), (new, "y"))
    )
    return lambda: changes(before, after, align(before, after))


def _lines(size: int, folder: Path) -> Callable[[], object]:
    """A letter of so many sentences in four lines."""
    random, stock = Random(5), phrases()
    said = [" ".join(_sentence(random, stock).capitalize() for _ in range(size // 4)) for _ in range(4)]
    path = folder / f"lines-{size}.txt"
    path.write_text("\n".join(("SỞ NỘI VỤ", "Số: 1/SNV", "Góp ý dự thảo", *said)), "utf-8")
    sheet = read_comment_file(path, root=folder)
    return lambda: letters(sheet)


def _paragraph(size: int, folder: Path) -> Callable[[], object]:
    """One paragraph of so many sentences with figures, its targets, and what is wrong with it."""
    draft = _outlined(folder, ["I. MỤC TIÊU", " ".join(each[2:] for each in _goals(size)[1:])])
    layout = read_layout(_draft(folder, ["x"]))

    def work() -> object:
        register = targets(draft)
        return lint(draft, register, tasks(draft, register), layout)

    return work


def _rows(size: int, folder: Path) -> Callable[[], object]:
    """As many rows of a consultation, each a wording of its own, read, linked and grouped."""
    return consulted(size, 0, folder / f"rows-{size}")


def consulted(rows: int, clauses: int, folder: Path) -> Callable[[], object]:
    """Work through a consultation on a draft of at least so many clauses."""
    about = workspace(folder, clauses)
    lines = [
        json.dumps({"text": f"{made.text} ({at})"}) for at, made in enumerate(made_comments(about, rows))
    ]
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    read = Workspace(folder, report=print, reading=True)
    _ = read.rounds
    options = ConsultingOptions((str(path),), folder / "out", Depth.TABLE)

    def work() -> object:
        with engine_of("local") as engine:
            return consult(read, options, engine, lambda step, done, total: None)

    return work


def _changed(text: str, random: Random, stock: list[str]) -> str:
    words = text.split()
    at = random.randrange(1, len(words))
    return " ".join([*words[:at], random.choice(stock), *words[at + 3 :]])


JOBS: dict[str, Job] = {
    "lint": _lint, "targets": _targets, "tasks": _tasks, "letter": _letter, "lines": _lines,
    "paragraph": _paragraph, "align": _align, "redline": _redline, "rows": _rows,
}  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls, those written in C too."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # the stubs leave it out


def growth(name: str, size: int, folder: Path) -> float:
    """How many times as many functions are called for three times the length."""
    with _nothing_learnt():
        JOBS[name](size // 10, folder)()  # what is loaded and compiled once
        first, second = (calls(JOBS[name](each, folder)) for each in (size, TIMES * size))
    return second / first


@contextmanager
def _nothing_learnt() -> Iterator[None]:
    """An expression learns what words its matches must have after so many searches: where these are reached
    between the two lengths, depending on what ran before, the one time that it takes is no growth."""
    known = guarded._LEARNT
    guarded._LEARNT = 0
    try:
        yield
    finally:
        guarded._LEARNT = known


def seconds(name: str, size: int, folder: Path) -> float:
    work = JOBS[name](size, folder)
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(JOBS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.names or JOBS:
            seconds(name, asked.size // 10, Path(folder))
            first, second = (seconds(name, size, Path(folder)) for size in (asked.size, TIMES * asked.size))
            counted = growth(name, asked.size // 5, Path(folder))
            print(
                f"{name:8} {TIMES} × {asked.size} paragraphs: {second / first:.1f} times the seconds "
                f"({first:.1f} → {second:.1f}); calls from {asked.size // 5}: {counted:.1f} times",
                flush=True,
            )


if __name__ == "__main__":
    main()
