"""Running: all steps over all parts, those that are done left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import CheckFailed
from ...model import RowBalance
from .grouping import ClauseGroup, grouped
from .linking import Bucket, linked
from .manifest import Manifest, PartDone, RunHead, program, summed_up
from .packed import pieces
from .plan import Depth, RunPlan
from .reading import read

if TYPE_CHECKING:
    from ...engines.base import Engine
    from ...model import Draft, RowFile, Slice
    from ...workspace import Workspace

PARTITION = 50_000  # rows; of so many a worker takes some 150 MB
_LEAST, _FEW = 8, 500  # parts, so that small inputs too are shared out; but none of fewer rows

Progress = Callable[[str, int, int], None]  # step, rows just done, rows in all


@dataclass(frozen=True, slots=True)
class ConsultingOptions:
    """`files` of rows; `folder` of results; `draft`: the one to link all to; `partition`: rows in a part."""

    files: tuple[str, ...]
    folder: Path
    depth: Depth
    draft: str | None = None
    partition: int = PARTITION


@dataclass(frozen=True, slots=True)
class Consulted:
    """What a run came to. `told`: file, row and fault of each row that is no comment; `unknown`: columns that
    nobody reads; `resumed`: how many parts were done before."""

    folder: Path
    balance: RowBalance
    told: tuple[tuple[str, int, str], ...]
    unknown: tuple[str, ...]
    resumed: int
    drafts: tuple[Draft, ...]


def consult(
    workspace: Workspace, options: ConsultingOptions, engine: Engine, progress: Progress
) -> Consulted:
    """Do what is not done yet. Raises what reading files of rows raises, OtherRun, WorkersLost, CannotWrite,
    CheckFailed where the balance does not close."""
    from ...readers.consultations import survey

    found = [(Path(name), survey(Path(name), name)) for name in options.files]
    plan = _plan(workspace, options, sum(file.rows for _, file in found))
    head = RunHead(
        tuple(file for _, file in found),
        tuple((draft.path, draft.sha256) for draft in plan.drafts),
        {
            "depth": plan.depth.name.lower(), "draft": plan.on, "parts": plan.parts,
            "dated": _hash([(draft.number, draft.date) for draft in plan.drafts]),
        },
        program(),
    )  # fmt: skip
    run = _Run(Manifest(options.folder, head), plan, engine, progress, found)
    resumed = run.all()
    return run.told(resumed)


def _plan(workspace: Workspace, options: ConsultingOptions, rows: int) -> RunPlan:
    drafts = workspace.rounds.drafts
    on = None if options.draft is None else workspace.draft(options.draft)
    if on is not None and on.path not in {draft.path for draft in drafts}:
        drafts = (on,)
    parts = max(-(-rows // options.partition), min(_LEAST, -(-rows // _FEW)), 1)
    named = None if on is None else on.path
    told = [(draft.path, draft.sha256, draft.number, draft.date) for draft in drafts]
    key = _hash((program(), parts, options.depth, named, told))
    return RunPlan(key, program(), drafts, options.depth, named, parts)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


class _Run:
    """One run: the steps from the last to the first are asked what they still need."""

    def __init__(
        self,
        manifest: Manifest,
        plan: RunPlan,
        engine: Engine,
        progress: Progress,
        files: Sequence[tuple[Path, RowFile]],
    ) -> None:
        self._manifest, self._plan, self._engine = manifest, plan, engine
        self._progress, self._files = progress, files
        self._rows = sum(file.rows for _, file in files)
        self._bare = plan.bare()

    def all(self) -> int:
        """How many parts were done before."""
        before = len(self._manifest.done)
        groups = self._missing("group") if self._plan.depth is Depth.TABLE else []
        buckets = self._missing("link", only="" if groups else "part-")
        if buckets:
            self._read()
            self._link(buckets)
        self._balanced("link")
        if groups:
            self._group(groups)
        if self._plan.depth is Depth.TABLE:
            self._balanced("group")
        self._manifest.clear("read")
        self._manifest.clear("link", only="sayings-")
        return before

    def told(self, resumed: int) -> Consulted:
        read = self._manifest.of("read")
        unknown = dict.fromkeys(name for part in read for name in part.unknown)
        return Consulted(
            self._manifest.folder, summed_up(read), tuple(row for part in read for row in part.told),
            tuple(unknown), resumed, self._plan.drafts,
        )  # fmt: skip

    def _missing(self, step: str, *, only: str = "") -> list[int]:
        numbers = range(self._plan.parts)
        return [number for number in numbers if not self._manifest.sound(step, number, only=only)]

    # --- the steps -----------------------------------------------------------------------

    def _read(self) -> None:
        for done in self._engine.map(read, self._bare, self._slices()):
            name = f"read-{done.no:05}.bin"
            places = {str(number): place for number, place in done.places.items()}
            part = PartDone("read", done.no, {}, done.balance, places, done.told, done.unknown)
            self._manifest.add(part, {name: done.data})
            self._progress("read", done.balance.rows, self._rows)
        if (found := summed_up(self._manifest.of("read")).rows) != self._rows:
            raise CheckFailed("consultation", check=f"{found} ≠ {self._rows}")

    def _slices(self) -> Iterator[Slice]:
        from ...readers.consultations import slices

        size = max(1, -(-self._rows // self._plan.parts))
        for each in slices(list(self._files), size):
            if not self._manifest.sound("read", each.no):
                yield each
            else:
                self._progress("read", self._manifest.done["read", each.no].balance.rows, self._rows)

    def _link(self, numbers: Sequence[int]) -> None:
        self._passed("link", numbers)
        packs = self._packs("read", "read-")
        buckets = (Bucket(number, pieces(packs, number)) for number in numbers)
        for done in self._engine.map(linked, self._bare, buckets):
            made = {f"part-{done.no:05}.parquet": done.data}
            if self._plan.depth is Depth.TABLE:
                made[f"sayings-{done.no:05}.bin"] = done.sayings
            places = {str(number): place for number, place in done.places.items()}
            self._manifest.add(PartDone("link", done.no, {}, done.balance, places), made)
            self._progress("link", done.balance.rows, self._rows)

    def _group(self, numbers: Sequence[int]) -> None:
        self._passed("group", numbers)
        packs = self._packs("link", "sayings-")
        parts = (ClauseGroup(number, pieces(packs, number)) for number in numbers)
        for done in self._engine.map(grouped, self._bare, parts):
            self._manifest.add(
                PartDone("group", done.no, {}, done.balance), {f"issues-{done.no:05}.bin": done.data}
            )
            self._progress("group", done.balance.rows, self._rows)

    def _packs(self, step: str, begins: str) -> list[tuple[Path, dict[int, tuple[int, int]]]]:
        """The files of packs of a step, with the places in them."""
        return [
            (self._manifest.folder / name, {int(number): place for number, place in part.places.items()})
            for part in self._manifest.of(step)
            for name in part.files
            if name.startswith(begins)
        ]

    def _passed(self, step: str, numbers: Sequence[int]) -> None:
        """Tell of the parts of a step that were done before."""
        there = [part for part in self._manifest.of(step) if part.no not in numbers]
        if there:
            self._progress(step, summed_up(there).rows, self._rows)

    def _balanced(self, step: str) -> None:
        """Raises CheckFailed where a row or a word of the files is not in this step."""
        read, here = summed_up(self._manifest.of("read")), summed_up(self._manifest.of(step))
        whole = here.comments == read.comments and here.words_in_comments == read.words_in_comments
        if step == "link":
            whole = whole and here == read and here.closes
        if not whole:
            raise CheckFailed("consultation", check=f"{step}: {here} ≠ {read}")
