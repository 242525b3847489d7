"""Answers: what evidence lets the drafting office say to each row of the table.

Facts only, and a proposal only: the disposition stays with the people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.language.noise import telling
from drafter.language.normal import folded
from drafter.model import Answer, Draft, Evidence, Row, Segment, Table

_PLACES = 3  # clauses named in one answer
_NOT_TOLD = frozenset(("places", "terms", "%", "clauses"))  # units: the words themselves say it better
_MARKS = " \n,;."  # that hang on an edit and say nothing


def answered(table: Table, newest: Draft, found: Sequence[Evidence]) -> Table:
    """`table` with the facts of an answer in every row that has evidence of the newest draft."""
    by_comment = {evidence.comment: evidence for evidence in found if evidence.draft == newest.path}
    return replace(table, rows=tuple(_row(row, newest, by_comment) for row in table.rows))


def _row(row: Row, newest: Draft, found: Mapping[str, Evidence]) -> Row:
    evidence = next((found[id] for id in row.comments if id in found), None)
    return row if evidence is None else replace(row, answer=_answer(row, evidence, newest))


def _answer(row: Row, evidence: Evidence, newest: Draft) -> Answer:
    clauses = [newest.by_id[id] for id in evidence.clauses[:_PLACES]]
    return Answer(
        verdict=evidence.verdict,
        draft_number=newest.number,
        draft_title=newest.title,
        places=tuple(clause.locator or clause.id for clause in clauses),
        commented=row.locator,
        gone=_gone(evidence),
        counted=tuple(m for m in evidence.measures if m.unit not in _NOT_TOLD and (m.before or m.after)),
        edits=tuple(_edits(evidence.segments)),
        before=row.draft_text if row.clause is not None else "",
        after="\n".join(clause.text for clause in clauses),
    )


def _gone(evidence: Evidence) -> bool:
    """Whether the clauses that were to go went."""
    return not evidence.clauses and any(m.name == "clauses" and m.after == 0 for m in evidence.measures)


def _edits(segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """The words that went and those that came in their place; either may be empty."""
    for edit in telling(segments):
        old, new = edit.old.strip(_MARKS), edit.new.strip(_MARKS)
        columns = "|" in old + new  # of a table
        if not columns and folded(old) != folded(new):  # the same but for letter case, or nothing at all
            yield old, new
