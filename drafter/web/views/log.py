"""The log: what was done, by whom, an act at a time, and which of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.jobs.chosen import Cites
from drafter.model import Decision, HistoryLine, Via
from drafter.wording.decisions import changed_words, moment

SIZE = 30  # acts on a page
LINES = 12  # of one act that are shown at once


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What a person wants to see: one comment, one person, one way; None, "" for all."""

    no: int | None = None
    who: str = ""
    via: str = ""

    def wants(self, line: HistoryLine) -> bool:
        return (
            self.no in (None, line.no)
            and self.who in ("", line.author.name)
            and self.via in ("", line.author.via)
        )


@dataclass(frozen=True, slots=True)
class LogLine:
    """What an act did to some comments alike; `agency`: of one comment alone."""

    numbers: tuple[int, ...]
    agency: str
    told: str


@dataclass(frozen=True, slots=True)
class LogAct:
    """One act. `undone_by`: the act that took it back; `seen`: comments and versions as they stand, where it
    can be taken back, "" where something came after it."""

    act: int
    at: str
    who: str
    via: Via
    lines: tuple[LogLine, ...]
    more: tuple[LogLine, ...] = ()
    undone_by: int | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True)
class LogPage:
    """`page` of `pages`; `people` and `ways` that can be asked for."""

    acts: tuple[LogAct, ...]
    count: int
    page: int
    pages: int
    people: tuple[str, ...]
    ways: tuple[Via, ...]


def log_page(
    history: Sequence[HistoryLine],
    wanted: LogFilter,
    page: int,
    *,
    decisions: Mapping[str, Decision],
    agency: Callable[[str], str],
    cites: Cites,
    lang: str,
) -> LogPage:
    """The acts that are wanted, newest first. `agency`: whose a comment is, by its key."""
    acts = by_act(history)
    undone = {lines[0].undoes: act for act, lines in acts.items()}
    last = last_acts(history)
    chosen = [act for act in sorted(acts, reverse=True) if any(map(wanted.wants, acts[act]))]
    pages = max(1, -(-len(chosen) // SIZE))
    page = min(max(1, page), pages)
    made = []
    for act in chosen[(page - 1) * SIZE : page * SIZE]:
        lines = [line for line in acts[act] if wanted.no in (None, line.no)]
        told = tuple(_alike(lines, agency, cites, lang))
        author = acts[act][0].author
        made.append(
            LogAct(
                act,
                moment(author.at, lang),
                author.name,
                author.via,
                told[:LINES],
                told[LINES:],
                undone.get(act),
                _seen(act, acts[act], last, decisions),
            )
        )
    people = tuple(sorted({line.author.name for line in history}))
    ways = tuple(way for way in Via if any(line.author.via is way for line in history))
    return LogPage(tuple(made), len(chosen), page, pages, people, ways)


def _alike(
    lines: Sequence[HistoryLine], agency: Callable[[str], str], cites: Cites, lang: str
) -> Iterator[LogLine]:
    groups: dict[str, list[HistoryLine]] = {}
    for line in lines:
        told = changed_words(line, cites(line.key, line.after.clauses), lang)
        groups.setdefault(told, []).append(line)
    for told, same in groups.items():
        yield LogLine(tuple(each.no for each in same), agency(same[0].key) if len(same) == 1 else "", told)


def by_act(history: Sequence[HistoryLine]) -> Mapping[int, list[HistoryLine]]:
    acts: dict[int, list[HistoryLine]] = {}
    for line in history:
        acts.setdefault(line.act, []).append(line)
    return acts


def last_acts(history: Sequence[HistoryLine]) -> Mapping[str, int]:
    """By comment key, the last act on it that was neither taken back nor takes another back."""
    undone = {line.undoes for line in history}
    return {line.key: line.act for line in history if line.undoes is None and line.act not in undone}


def _seen(
    act: int, lines: Sequence[HistoryLine], last: Mapping[str, int], decisions: Mapping[str, Decision]
) -> str:
    """`"3:5,4:2"`: numbers of comments and versions; "" where another act came after it."""
    if any(last.get(line.key) != act or line.key not in decisions for line in lines):
        return ""
    return ",".join(f"{line.no}:{decisions[line.key].version}" for line in lines)
