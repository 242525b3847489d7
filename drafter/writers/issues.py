"""Issues: the table of a whole consultation, a row for each thing that people say of a place, and how many
words came to which clause (the heat map); as CSV, Parquet or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from drafter.errors import UnknownFormat
from drafter.language.identities import identities
from drafter.language.normal import folded
from drafter.model import Clause, Draft, Issue, RowBalance, Scope
from drafter.record import SEAL, sealed
from drafter.writers.data import DataFile, records_csv
from drafter.writers.json.encoding import JsonObject, dumps

_SHOWN = 5  # other wordings of an issue
_NAMES = 5000  # of senders; of more only letter case and spaces are overlooked, as each takes 0.1 ms


class IssueFormat(StrEnum):
    """What issues can be written as, by the suffix of the file."""

    DOCX = ".docx"
    CSV = ".csv"
    PARQUET = ".parquet"
    JSON = ".json"


class IssueRecord(JsonObject, frozen=True):
    """What people say of one place in nearly one wording.

    `no` counts from 1; `draft` is the path of the draft it is about; `scope`: it is about the whole, clauses,
    or none; `clause` is the id of the clause there, `locator` as an official writes it; `heading` the
    clause's own. `text`: the wording of the most people, which stands for the others; `comments`: how many
    said it, `wordings` in how many wordings, `others` some of these. `provinces`, `agencies`, `channels`: how
    many of each, under "" where a row does not say; `stances`: how many requests, objections and so on;
    `verdicts`: what the newest draft did, where there is a later one. `review`: of how many a person must
    look at the clause. `campaign`: one text went round.
    """

    no: int
    draft: str
    scope: Scope
    clause: str | None
    locator: str | None
    heading: str | None
    text: str
    comments: int
    wordings: int
    others: tuple[str, ...]
    provinces: dict[str, int]
    agencies: dict[str, int]
    channels: dict[str, int]
    stances: dict[str, int]
    verdicts: dict[str, int]
    review: int
    campaign: bool


class HeatRecord(JsonObject, frozen=True):
    """How much was said of a clause; of the draft as a whole and of nothing in it, `clause` is empty.

    `draft` is its path; `locator` as an official writes it; `comments`: how many, in how many `issues`;
    `share` of all comments on this draft, 0 to 1; `review`: of how many a person must look at the clause.
    """

    draft: str
    scope: Scope
    clause: str | None
    locator: str | None
    comments: int
    issues: int
    share: float
    review: int


class BalanceRecord(JsonObject, frozen=True):
    """Rows and words that were read are comments or told as none."""

    rows: int
    comments: int
    told: int
    words: int
    words_in_comments: int
    words_told: int
    closes: bool


class IssueDocument(JsonObject, frozen=True):
    """A consultation: its issues in the order of the draft, how much was said of each clause, the balance.

    `seal`: the hash of all else in the file.
    """

    issues: tuple[IssueRecord, ...]
    heat: tuple[HeatRecord, ...]
    balance: BalanceRecord
    seal: str


_SCOPES = (Scope.DOCUMENT, Scope.CLAUSES, Scope.NONE)


def issue_format(path: Path) -> IssueFormat:
    """Raises UnknownFormat for an output that cannot be written."""
    try:
        return IssueFormat(path.suffix.lower())
    except ValueError as error:
        raise UnknownFormat(path, known=" ".join(IssueFormat)) from error


def issue_paths(path: Path) -> tuple[Path, ...]:
    """All that is written for an output at `path`: with the table of Word its data as CSV, and unless it is
    JSON the heat map beside it, `bang.heat.csv`. Raises UnknownFormat."""
    form = issue_format(path)
    if form is IssueFormat.DOCX:
        return path, *issue_paths(path.with_suffix(IssueFormat.CSV))
    return (path,) if form is IssueFormat.JSON else (path, path.with_name(f"{path.stem}.heat{path.suffix}"))


def issue_records(issues: Iterable[Issue], drafts: Sequence[Draft]) -> tuple[IssueRecord, ...]:
    """The newest draft first; the draft as a whole, then the clauses in order, each with what most people say
    first, then what is about nothing in it."""
    places = {
        (draft.path, clause.id): (len(drafts) - at, order, clause)
        for at, draft in enumerate(drafts)
        for order, clause in enumerate(draft.clauses)
    }
    ages = {draft.path: len(drafts) - at for at, draft in enumerate(drafts)}

    def place(issue: Issue) -> tuple[int, int, int, int, str]:
        said = issue.sayings[0]
        order = places[said.draft, said.clause][1] if said.clause else 0
        return (ages[said.draft], _SCOPES.index(Scope(said.scope)), order, -_count(issue), said.key)

    ordered = sorted(issues, key=place)
    same = _senders(ordered)
    return tuple(_record(no, issue, places, same) for no, issue in enumerate(ordered, 1))


def _senders(issues: Sequence[Issue]) -> Mapping[str, str]:
    """Each name of an agency or a group of people → the one by which it is counted: how most rows write it,
    in capitals only where all do."""
    found: Counter[str] = Counter()
    for issue in issues:
        for saying in issue.sayings:
            found.update(saying.agencies)
    names = [name for name in found if name]
    keys = identities(names) if len(names) <= _NAMES else {name: folded(name) for name in names}
    shown: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name.isupper(), -found[name], name)):
        shown.setdefault(keys[name], name)
    return {name: shown[keys[name]] for name in names}


def _record(
    no: int,
    issue: Issue,
    places: Mapping[tuple[str, str], tuple[int, int, Clause]],
    same: Mapping[str, str],
) -> IssueRecord:
    first = issue.sayings[0]
    clause = places[first.draft, first.clause][2] if first.clause else None
    return IssueRecord(
        no=no, draft=first.draft, scope=Scope(first.scope), clause=first.clause,
        locator=None if clause is None else clause.locator,
        heading=None if clause is None else clause.heading, text=first.text,
        comments=_count(issue), wordings=len(issue.sayings),
        others=tuple(saying.text for saying in issue.sayings[1 : 1 + _SHOWN]),
        provinces=_summed(issue, "provinces"), agencies=_summed(issue, "agencies", same),
        channels=_summed(issue, "channels"), stances=_summed(issue, "stances"),
        verdicts=_summed(issue, "verdicts"), review=sum(saying.reviewed for saying in issue.sayings),
        campaign=issue.campaign,
    )  # fmt: skip


def _count(issue: Issue) -> int:
    return sum(saying.count for saying in issue.sayings)


def _summed(issue: Issue, name: str, same: Mapping[str, str] = MappingProxyType({})) -> dict[str, int]:
    """Most first; those of one number in the order of their names. `same`: what is counted under another."""
    found: Counter[str] = Counter()
    for saying in issue.sayings:
        for each, count in getattr(saying, name).items():
            found[same.get(each, each)] += count
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def heat_records(issues: Sequence[IssueRecord], drafts: Sequence[Draft]) -> tuple[HeatRecord, ...]:
    """A row for every clause of every draft that something was said of, said of it or not, in the order of
    `issue_records`."""
    counts: dict[tuple[str, Scope, str | None], list[int]] = {}
    totals: Counter[str] = Counter()
    for issue in issues:
        counted = counts.setdefault((issue.draft, issue.scope, issue.clause), [0, 0, 0])
        for at, more in enumerate((issue.comments, 1, issue.review)):
            counted[at] += more
        totals[issue.draft] += issue.comments
    made = []
    for draft in reversed(drafts):
        if not totals[draft.path]:
            continue
        within = [(Scope.CLAUSES, clause.id, clause.locator) for clause in draft.clauses]
        for scope, id, locator in ((Scope.DOCUMENT, None, None), *within, (Scope.NONE, None, None)):
            comments, different, review = counts.get((draft.path, scope, id), (0, 0, 0))
            share = round(comments / totals[draft.path], 6)
            made.append(HeatRecord(draft.path, scope, id, locator, comments, different, share, review))
    return tuple(made)


def issue_files(
    path: Path, issues: tuple[IssueRecord, ...], heat: tuple[HeatRecord, ...], balance: RowBalance
) -> dict[Path, bytes]:
    """The data of an output at `path`, CSV, Parquet or JSON, by the paths of `issue_paths`. Sealed."""
    form = issue_format(path)
    if form is IssueFormat.JSON:
        names = BalanceRecord.__struct_fields__
        told = BalanceRecord(**{name: getattr(balance, name) for name in names})
        return {path: sealed(f"{dumps(IssueDocument(issues, heat, told, SEAL))}\n".encode())}
    data = (DataFile("issues", IssueRecord, issues), DataFile("heat", HeatRecord, heat))
    files = dict(zip(issue_paths(path), data, strict=True))
    if form is IssueFormat.CSV:
        return {name: records_csv(made) for name, made in files.items()}
    from drafter.writers.data.parquet import records_parquet

    return {name: records_parquet(made) for name, made in files.items()}
