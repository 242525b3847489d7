"""The contract's JSON: each analysis as plain dicts and lists, keys in the contract's order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal

from drafter.model import (
    Change,
    ChangeSet,
    Clause,
    Comment,
    Correspondence,
    Draft,
    Finding,
    Link,
    Measure,
    Notice,
    Reference,
    Register,
    Suggestion,
    Target,
    TaskRegister,
)
from drafter.wording.errors import fault
from drafter.wording.messages import say
from drafter.wording.reasons import detail

Json = dict[str, object]


def dumps(value: Json) -> str:
    """One document, keys in the order given, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def number(value: Decimal | None) -> int | float | None:
    """A figure as JSON has it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def outline(draft: Draft, lang: str) -> Json:
    return {
        "draft": {
            "path": draft.path,
            "title": draft.title,
            "number": draft.number,
            "date": draft.date and draft.date.isoformat(),
            "issuer": draft.issuer,
            "kind": draft.kind,
        },
        "clauses": [_clause(clause, draft) for clause in draft.clauses],
        "front": list(draft.front),
        "header": list(draft.header),
        "back": list(draft.back),
        "notices": [_notice(notice, lang) for notice in draft.notices],
    }


def _notice(notice: Notice, lang: str) -> Json:
    return {
        "code": notice.code,
        "place": notice.place,
        "detail": notice.detail,
        "message": notice_words(notice, lang),
    }


def notice_words(notice: Notice, lang: str) -> str:
    """The sentence for something odd met while reading."""
    return say(f"notice.{notice.code}", lang, place=notice.place, detail=notice.detail)


def _clause(clause: Clause, draft: Draft) -> Json:
    whole = sum(top.words_all for top in draft.children.get(None, ())) or 1
    return {
        "id": clause.id,
        "locator": clause.locator,
        "marker": clause.marker,
        "kind": clause.kind,
        "role": clause.role,
        "heading": clause.heading,
        "text": clause.text,
        "words": clause.words,
        "words_all": clause.words_all,
        "share": round(clause.words_all / whole, 4),
        "parent": clause.parent,
        "order": clause.order,
        "page": clause.page,
        "numbering": clause.numbering,
        "notes": [{"story": note.story, "text": note.text} for note in clause.notes],
    }


def targets(register: Register, lang: str) -> Json:
    return {
        "targets": [_target(target) for target in register.targets],
        "counts": dict(register.counts),
        "declared": dict(register.declared),
        "findings": [_finding(finding, lang) for finding in register.findings],
    }


def _target(target: Target) -> Json:
    return {
        "id": target.id,
        "clause": target.clause,
        "indicator": target.indicator,
        "deadline": target.deadline,
        "measurable": target.measurable,
        "text": target.text,
        "measures": [measure(one) for one in target.measures],
        "same_as": target.same_as,
        "scattered": target.scattered,
    }


def measure(measure: Measure) -> Json:
    """A measure of a target."""
    return {
        "comparator": measure.comparator,
        "value": number(measure.value),
        "value_max": number(measure.value_max),
        "unit": measure.unit,
        "of": measure.of,
        "scope": measure.scope,
        "deadline": measure.deadline,
        "of_change": measure.of_change,
    }


def _finding(finding: Finding, lang: str) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "clause": finding.clause,
        "message": say(f"finding.{finding.rule}", lang, clause=finding.clause, **finding.data),
        "data": dict(finding.data),
    }


def tasks(register: TaskRegister) -> Json:
    return {
        "groups": [
            {
                "clause": group.clause,
                "title": group.title,
                "targets": list(group.targets),
                "tasks": [
                    {
                        "clause": task.clause,
                        "text": task.text,
                        "lead": list(task.lead),
                        "partners": list(task.partners),
                        "deadline": task.deadline,
                        "targets": list(task.targets),
                    }
                    for task in group.tasks
                ],
            }
            for group in register.groups
        ],
        "unserved": list(register.unserved),
    }


def diff(changes: ChangeSet, old: Draft, new: Draft) -> Json:
    return {
        "old": {"path": old.path, "number": old.number},
        "new": {"path": new.path, "number": new.number},
        "changes": [_change(change) for change in changes.changes],
        "summary": {
            **changes.counts,
            "words": {role: {"old": before, "new": after} for role, (before, after) in changes.words.items()},
        },
    }


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "old": list(change.old),
        "new": list(change.new),
        "similarity": round(change.similarity, 4),
        "moved": change.moved,
        "renumbered": change.renumbered,
        "reordered": change.reordered,
        "segments": [[segment.op, segment.text] for segment in change.segments],
        "figures": [
            {"old": figure.old, "new": figure.new, "unit": figure.unit, "of": figure.of}
            for figure in change.figures
        ],
        "noise": list(change.noise),
        "noise_only": change.noise_only,
    }


def comments(correspondence: Correspondence, lang: str) -> Json:
    return {
        "comments": [comment(one) for one in correspondence.comments],
        "agencies": [
            {
                "name": letter.agency,
                "path": letter.path,
                "letter": letter.number,
                "date": letter.date and letter.date.isoformat(),
                "stance": letter.stance,
                "comments": len(letter.comments),
            }
            for letter in correspondence.letters
        ],
        "problems": [
            {"path": problem.path, "code": problem.code, "message": fault(problem.code, problem.facts, lang)}
            for problem in correspondence.problems
        ],
        "notices": [_notice(notice, lang) for notice in correspondence.notices],
    }


def comment(one: Comment) -> Json:
    position = one.position
    places = {"paragraph": position.paragraph, "row": position.row, "line": position.line}
    return {
        "id": one.id,
        "agency": one.agency,
        "date": one.date and one.date.isoformat(),
        "draft": one.draft,
        "path": one.path,
        "position": {
            **{unit: place for unit, place in places.items() if place is not None},
            **({"sheet": position.sheet} if position.sheet is not None else {}),
            "start": position.start,
            "end": position.end,
        },
        "text": one.text,
        "quote": list(one.quote),
        "references": [_reference(reference) for reference in one.references],
        "topics": list(one.topics),
        "stance": one.stance,
        "suggestion": _suggestion(one.suggestion),
        "cited": one.cited,
        "proposal": one.proposal,
        "reason": one.reason,
    }


def _reference(reference: Reference) -> Json:
    return {
        "text": reference.text,
        "id": reference.id,
        "exists": reference.exists,
        "act": reference.act,
    }


def _suggestion(suggestion: Suggestion | None) -> Json:
    if suggestion is None:
        return {"op": None, "old": None, "new": None}
    return {"op": suggestion.op, "old": suggestion.old, "new": suggestion.new}


def links(found: Sequence[Link], lang: str) -> Json:
    return {
        "links": [
            {
                "comment": link.comment,
                "scope": link.scope,
                "clauses": [
                    {
                        "id": clause.id,
                        "score": round(clause.score, 4),
                        "addressed": clause.addressed,
                        "reasons": [
                            {"signal": reason.signal, "detail": detail(reason, lang)}
                            for reason in clause.reasons
                        ],
                    }
                    for clause in link.clauses
                ],
                "confidence": round(link.confidence, 4),
                "review": link.review,
            }
            for link in found
        ]
    }
