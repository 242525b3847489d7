"""Quality of links: on the gold letters, and on the comments written for this project.

Only a set whose mistakes nobody has read is called held out. The comments of the gold letters are read by
the real reader; one that is not read counts as a miss. Ids in gold `also` count neither right nor wrong.
Intervals: bootstrap over comments, 95 %.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.analyses.citations.resolve import resolved
from drafter.analyses.comments import letters
from drafter.analyses.comments.reading import comment_of
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.analyses.outline import outline
from drafter.language.normal import folded
from drafter.model import Comment, Draft, Link, Position, Scope
from tests.inputs import read_comment_file, read_docx
from tests.made_comments import PUBLIC, made_comments

TOP = Path(__file__).parents[3]
DATA = TOP / "tests" / "data"
SIGNALS = ("anchor", "reference", "quote", "role", "topic", "text")


@dataclass(frozen=True)
class Case:
    """One labelled comment. `comment` is null where the reader did not find it."""

    name: str
    scope: str
    clauses: tuple[str, ...]
    also: tuple[str, ...]
    comment: Comment | None
    draft: str
    kind: str = ""


@dataclass(frozen=True)
class Judged:
    """What came of a case. `first`, `five`, `f1` are null where clauses are not asked for."""

    case: Case
    link: Link | None
    scope: bool
    first: bool | None
    five: bool | None
    f1: float | None

    @property
    def right(self) -> bool:
        """As `confidence` promises: the scope, and of clauses the first."""
        return self.scope and self.first is not False


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def ids(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def draft(path: str) -> Draft:
    return outline(read_docx(TOP / path))


def gold_cases() -> list[Case]:
    """The 70 comments of the letters in `data/links`, as read from the files."""
    root = DATA / "links" / "comments"
    read: dict[str, list[Comment]] = {}
    found = []
    for row in rows(DATA / "links" / "gold.tsv"):
        if row["file"] not in read:
            sheet = read_comment_file(root / row["file"], root=root)
            read[row["file"]] = [c for letter in letters(sheet) for c in letter.comments]
        comment = _pick(read[row["file"]], row)
        found.append(
            Case(
                row["comment"],
                row["scope"],
                ids(row["clauses"]),
                ids(row["also"]),
                comment,
                "tests/data/links/nq57.docx",
            )
        )
    return found


def _pick(comments: list[Comment], row: Mapping[str, str]) -> Comment | None:
    """The comment that begins or ends as the gold says; each is used once."""
    start, end = folded(row["start"]), folded(row["end"])
    for comment in comments:
        text = folded(comment.text)
        if start[:40] in text or end in text:
            comments.remove(comment)
            return comment
    return None


def own_cases(folder: str = "links-own") -> list[Case]:
    """The comments of `data/<folder>/gold.tsv`; drafts are named from the top of the project."""
    found = []
    for row in rows(DATA / folder / "gold.tsv"):
        comment = comment_of(
            id=row["comment"], agency="", dated=None, draft=None, path="own", position=Position(),
            text=row["text"], cited=row["cited"].replace(" ⏎ ", "\n"),
        )  # fmt: skip
        found.append(
            Case(
                f"{folder}/{row['comment']}",
                row["scope"],
                ids(row["clauses"]),
                ids(row["also"]),
                comment,
                row["draft"],
                row.get("kind", ""),
            )
        )
    return found


def made_cases(many: int = 100, seed: int = 7) -> list[Case]:
    """Comments made by rule from six other public drafts; nothing was fitted to them."""
    found = []
    for path in PUBLIC:
        for number, made in enumerate(made_comments(draft(path), many, seed), 1):
            name = f"made/{Path(path).stem}#{number}"
            found.append(Case(name, made.scope, made.clauses, made.also, made.comment(name), path))
    return found


def linked(comments: Sequence[Comment], about: Draft, without: Sequence[str] = ()) -> tuple[Link, ...]:
    """Comments linked on a draft in which nobody has looked up yet what they cite."""
    made = index(about)
    return link([resolved(comment, made.places) for comment in comments], made, without=without)


def judge(cases: Sequence[Case], without: Sequence[str] = ()) -> list[Judged]:
    """Every case with its link, drafts taken one after the other."""
    links: dict[str, Link] = {}
    for path in {case.draft for case in cases}:
        mine = [case for case in cases if case.draft == path and case.comment is not None]
        made = linked([case.comment for case in mine if case.comment], draft(path), without)
        links.update(zip((case.name for case in mine), made, strict=True))
    return [_judged(case, links.get(case.name)) for case in cases]


def _judged(case: Case, made: Link | None) -> Judged:
    if made is None:
        asked = case.scope == Scope.CLAUSES
        return Judged(
            case, None, False, False if asked else None, False if asked else None, 0.0 if asked else None
        )
    right = made.scope == case.scope or made.scope in case.also
    if case.scope != Scope.CLAUSES:
        return Judged(case, made, right, None, None, None)
    ranked = [c.id for c in made.clauses if c.id not in case.also]
    addressed = {c.id for c in made.clauses if c.addressed} - set(case.also)
    hits = len(addressed & set(case.clauses))
    f1 = 2 * hits / (len(addressed) + len(case.clauses)) if addressed or case.clauses else 1.0
    return Judged(
        case,
        made,
        right,
        bool(ranked[:1]) and ranked[0] in case.clauses,
        bool(set(ranked[:5]) & set(case.clauses)),
        f1,
    )


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float], times: int = 2000) -> str:
    """The bootstrap interval, drawn with a fixed seed."""
    draw = random.Random(5)
    means = sorted(mean(draw.choices(values, k=len(values))) for _ in range(times))
    return f"{means[int(0.025 * times)]:.3f}–{means[int(0.975 * times)]:.3f}"


def calibration_error(judged: Sequence[Judged], bins: int = 5) -> float:
    return expected_calibration_error([(j.link.confidence, j.right) for j in judged if j.link], bins)


def expected_calibration_error(judged: Sequence[tuple[float, bool]], bins: int = 5) -> float:
    """Of pairs of confidence and truth, over bins of equal size."""
    pairs = sorted(judged)
    size = max(1, -(-len(pairs) // bins))
    groups = [pairs[i : i + size] for i in range(0, len(pairs), size)]
    return sum(len(g) * abs(mean([c for c, _ in g]) - mean([float(r) for _, r in g])) for g in groups) / max(
        len(pairs), 1
    )


METRICS: tuple[tuple[str, Callable[[Judged], float | bool | None]], ...] = (
    ("right clause first", lambda j: j.first),
    ("right clause within five", lambda j: j.five),
    ("all clauses F1", lambda j: j.f1),
    ("scope", lambda j: j.scope),
)


def summary(name: str, cases: Sequence[Case]) -> dict[str, float | int | str]:
    judged = judge(cases)
    found: dict[str, float | int | str] = {
        f"{name}: comments": len(cases),
        f"{name}: unread": sum(j.link is None for j in judged),
    }
    for metric, get in METRICS:
        values = [float(value) for j in judged if (value := get(j)) is not None]
        found[f"{name}: {metric}"] = mean(values)
        found[f"{name}: {metric}, 95 %"] = interval(values)
    for metric, get in METRICS[:2]:
        values = [
            float(value) for j in judged if j.case.kind == "paraphrase" and (value := get(j)) is not None
        ]
        if values:
            found[f"{name}: paraphrases, {metric}"] = mean(values)
    unseen = [j for j in judged if j.link and not j.link.review]
    found[f"{name}: calibration error"] = calibration_error(judged)
    found[f"{name}: share sent to review"] = 1 - len(unseen) / max(len(judged), 1)
    found[f"{name}: wrong among those not sent"] = mean([float(not j.right) for j in unseen])
    for signal in SIGNALS:
        without = judge(cases, [signal])
        found[f"{name}: first without {signal}"] = mean(
            [float(j.first) for j in without if j.first is not None]
        )
    return found


def report() -> dict[str, float | int | str]:
    """Metrics of all sets. The mistakes on `own` and `own 2` to `own 4` have been read since their first run,
    whose figures stand in the README of each."""
    found = summary("gold", gold_cases()) | summary("made", made_cases())
    for folder in ("own", "own-2", "own-3", "own-4", "held-out", "held-out-2"):
        found |= summary(folder.replace("-", " "), own_cases(f"links-{folder}"))
    return found
