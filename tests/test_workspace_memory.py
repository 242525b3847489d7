"""A workspace in a process that lives for days: what changed is seen, what did not is not read again."""

from __future__ import annotations

import gc
import os
import tracemalloc
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier

import pytest

from drafter import intake
from drafter.errors import DrafterError, NotADocx, UnreadFormat
from drafter.jobs.table import table
from drafter.model import Draft
from drafter.readers import docx as readers_docx
from drafter.workspace import Stages, Workspace
from drafter.workspace import inputs as inputs_module
from drafter.workspace.inputs import Inputs
from drafter.workspace.memo import Memo
from drafter.workspace.stages import LIMITS
from tests.commands import part
from tests.docx_builder import docx, p

FIRST, SECOND = "Sở Tài chính chủ trì.", "Sở Nội vụ chủ trì, cùng các huyện."


def refuse(error: DrafterError) -> None:
    raise error


def stages() -> Stages:
    """Stages that trust a file's times at once: nothing in these tests is written twice in one tick."""
    return Stages(inputs=Inputs(settled=0))


def written(root: Path, name: str, text: str) -> Path:
    (root / "drafts").mkdir(exist_ok=True)
    return docx(root / "drafts" / name, p("I. Mục tiêu"), p(f"1. {text}"))


def drafts(root: Path, over: Stages) -> tuple[Draft, ...]:
    return Workspace(root, report=refuse, stages=over).rounds.drafts


def counted(monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> Counter[str]:
    """How often a function is called, by what it is shown as."""
    calls: Counter[str] = Counter()
    real: Callable[..., object] = getattr(place, name)

    def call(first: object, **options: object) -> object:
        calls[str(options.get("shown") or getattr(first, "shown", ""))] += 1
        return real(first, **options)

    monkeypatch.setattr(place, name, call)
    return calls


def test_a_rewritten_draft_is_seen(tmp_path: Path) -> None:
    over = stages()
    written(tmp_path, "1.docx", FIRST)
    (before,) = drafts(tmp_path, over)
    written(tmp_path, "1.docx", SECOND)
    (after,) = drafts(tmp_path, over)
    assert [before.clauses[-1].text, after.clauses[-1].text] == [FIRST, SECOND]


def test_a_draft_rewritten_in_the_same_size_and_with_its_old_date_is_seen(tmp_path: Path) -> None:
    over = Stages()
    path = written(tmp_path, "1.docx", "Sở Tài chính chủ trì.")
    status = path.stat()
    drafts(tmp_path, over)
    written(tmp_path, "1.docx", "Sở Tài chính phụ trợ.")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert drafts(tmp_path, over)[0].clauses[-1].text == "Sở Tài chính phụ trợ."


@pytest.mark.slow
def test_unchanged_files_are_neither_opened_nor_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part(tmp_path)
    opened = counted(monkeypatch, inputs_module, "read_source")
    parsed = counted(monkeypatch, readers_docx, "read_docx")
    over = stages()
    made = [table(Workspace(tmp_path, report=refuse, stages=over)) for _ in range(3)]
    assert made[0] == made[1] == made[2]
    assert set(opened.values()) == set(parsed.values()) == {1}
    assert len(opened) == len(intake.listing(tmp_path).files)


@pytest.mark.slow
def test_one_new_letter_costs_one_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part(tmp_path)
    over = stages()
    Workspace(tmp_path, report=refuse, stages=over).correspondence()
    opened = counted(monkeypatch, inputs_module, "read_source")
    (tmp_path / "comments" / "them.txt").write_text("SỞ Y TẾ\n\n1. Đề nghị bỏ mục 2.", encoding="utf-8")
    Workspace(tmp_path, report=refuse, stages=over).correspondence()
    assert opened == {"them.txt": 1}


def test_the_hash_of_a_file_that_was_only_just_written_is_not_trusted(tmp_path: Path) -> None:
    path = written(tmp_path, "1.docx", FIRST)
    cautious, hasty = Inputs(), Inputs(settled=0)
    for known in (cautious, hasty):
        known.read(path, shown="1.docx", listed=True)
    assert cautious.known(path) is None
    assert hasty.known(path) is not None


def test_a_damaged_file_is_refused_each_time_until_it_is_mended(tmp_path: Path) -> None:
    over = stages()
    path = written(tmp_path, "1.docx", FIRST)
    path.write_bytes(b"not a zip, but long enough to be something")
    raised = []
    for _ in range(2):
        with pytest.raises(UnreadFormat) as refused:
            drafts(tmp_path, over)
        raised.append(refused.value)
    assert raised[0] is not raised[1]
    written(tmp_path, "1.docx", FIRST)
    assert len(drafts(tmp_path, over)) == 1


def left_behind(root: Path) -> tuple[int, int]:
    """What two hundred drafts leave in the memo, and by how many bytes the second hundred grows it all."""
    over = stages()
    sizes = []
    tracemalloc.start()
    for number in range(200):
        folder = root / str(number)
        folder.mkdir()
        written(folder, "1.docx", f"Năm {number}: {FIRST}")
        written(folder, "2.docx", f"Năm {number}: {SECOND}")
        old, new = drafts(folder, over)
        over.register(new), over.index(new), over.changes(old, new)
        if number in (99, 199):
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return len(over.memo), sizes[1] - sizes[0]


@pytest.mark.slow
def test_two_hundred_drafts_leave_no_more_behind_than_the_memo_may_keep(tmp_path: Path) -> None:
    """In one folder after the other, as a server meets them, with targets, places and changes of each.

    In a process of its own: where other tests have filled the caches of words before, one of them that makes
    room anew (megabytes at once) would be counted as left behind by these drafts.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        kept, grown = pool.submit(left_behind, tmp_path).result()
    assert kept <= sum(LIMITS.values())
    assert grown < 2_000_000


@pytest.mark.slow
def test_two_threads_get_the_same_and_no_file_is_read_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part(tmp_path)
    alone = table(Workspace(tmp_path, report=refuse))
    parsed = counted(monkeypatch, readers_docx, "read_docx")
    over, start = stages(), Barrier(2)

    def made() -> object:
        start.wait()
        return table(Workspace(tmp_path, report=refuse, stages=over))

    with ThreadPoolExecutor(2) as pool:
        both = [future.result() for future in [pool.submit(made) for _ in range(2)]]
    assert both == [alone, alone]
    assert set(parsed.values()) == {1}


def test_the_memo_lets_go_of_what_was_longest_unused() -> None:
    memo, made = Memo({"word": 2}), Counter[str]()

    def get(word: str) -> str:
        def compute() -> str:
            made[word] += 1
            return word.upper()

        return memo.get("word", word, compute)

    assert [get(word) for word in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == {"a": 1, "b": 2, "c": 1}
    assert len(memo) == 2


def test_what_cannot_be_computed_is_asked_for_once() -> None:
    memo, asked = Memo({"word": 2}), Counter[str]()

    def fail() -> str:
        asked["fail"] += 1
        raise NotADocx("a.docx", found="PDF")

    for _ in range(2):
        with pytest.raises(NotADocx) as raised:
            memo.get("word", "a", fail)
        assert raised.value.facts == {"found": "PDF"}
    assert asked["fail"] == 1
