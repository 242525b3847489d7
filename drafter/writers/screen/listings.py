"""What the terminal shows of drafts, targets, tasks, comments and links; readable without colour."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from drafter.model import (
    Clause,
    Comment,
    Correspondence,
    Draft,
    Finding,
    Kind,
    Link,
    Measure,
    Notice,
    Register,
    Severity,
    TaskRegister,
)
from drafter.wording.messages import say
from drafter.wording.reasons import detail, signal
from drafter.writers.json.encoding import number
from drafter.writers.json.lint import message
from drafter.writers.json.shared import notice_words

_HIDDEN_ROWS = 6  # rows of an annex table shown before the rest is counted in one line


def outline_view(draft: Draft, lang: str) -> RenderableType:
    """The clause tree with role, words and share of the whole."""
    whole = sum(top.words_all for top in draft.children.get(None, ())) or 1
    title = f"{draft.title or draft.path}"
    tree = Tree(Text(f"{title} · {say('screen.words', lang, count=whole)}", style="bold"))
    for top in draft.children.get(None, ()):
        _branch(tree, top, draft, whole, lang)
    return Group(tree, *_notices(draft.notices, lang))


def _notices(notices: Sequence[Notice], lang: str) -> list[Text]:
    """One line for each oddity, so that none is passed over in silence."""
    return [Text(f"! {notice_words(notice, lang)}", style="yellow") for notice in notices]


def _branch(tree: Tree, clause: Clause, draft: Draft, whole: int, lang: str) -> None:
    node = tree.add(_clause_line(clause, whole, lang))
    children = draft.children.get(clause.id, ())
    rows = [child for child in children if child.kind is Kind.TABLE_ROW]
    for child in children:
        if child.kind is not Kind.TABLE_ROW or child in rows[:_HIDDEN_ROWS]:
            _branch(node, child, draft, whole, lang)
    if len(rows) > _HIDDEN_ROWS:
        node.add(Text(say("screen.more-rows", lang, count=len(rows) - _HIDDEN_ROWS), style="dim"))


def _clause_line(clause: Clause, whole: int, lang: str) -> Text:
    line = Text(f"{clause.marker} " if clause.marker else "", style="bold cyan")
    line.append(shortened(clause.heading or clause.text, 70), style="bold" if clause.heading else "")
    line.append(f"  {say(f'role.{clause.role}', lang)} · {clause.words_all} ", style="dim")
    if clause.parent is None:
        line.append(f"({clause.words_all / whole:.0%})", style="dim")
    return line


def targets_view(register: Register, lang: str) -> RenderableType:
    """One row per target at its first place, then counts and findings."""
    table = Table(title=say("screen.targets", lang), title_justify="left", expand=True)
    for column in ("clause", "indicator", "measures", "deadline"):
        table.add_column(say(f"screen.{column}", lang), overflow="fold")
    for target in register.targets:
        if target.same_as is None:
            measures = "; ".join(measure_words(measure, lang) for measure in target.measures)
            table.add_row(target.clause, target.indicator, measures, str(target.deadline or ""))
    counts = [_count_line(key, register, lang) for key in sorted({*register.counts, *register.declared})]
    findings = [
        Text(
            f"{say(f'severity.{finding.severity}', lang)} [{finding.rule}] "
            + say(f"finding.{finding.rule}", lang, clause=finding.clause, **finding.data)
        )
        for finding in register.findings
    ]
    return Group(table, *counts, *findings)


def _count_line(key: str, register: Register, lang: str) -> Text:
    counted, declared = register.counts.get(key, 0), register.declared.get(key)
    name = say("screen.no-deadline", lang) if key == "none" else key
    line = Text(say("screen.count", lang, key=name, count=counted))
    if declared is not None:
        agrees = declared == counted
        line.append(
            " " + say("screen.declared", lang, count=declared), style="green" if agrees else "bold red"
        )
    return line


def measure_words(measure: Measure, lang: str) -> str:
    """A measure in a few words: `≥ 20 %`, `16 – 18 %/năm`, `hạng ≤ 30`."""
    if measure.value is None:
        return say("screen.complete", lang)
    value = figure_words(measure)
    sign = say(f"comparator.{measure.comparator}", lang)
    change = say("screen.of-change", lang) if measure.of_change else ""
    of = f"({measure.of})" if measure.of else ""
    return " ".join(
        part for part in (change, sign, value, measure.unit or "", of, measure.scope or "") if part
    )


def figure_words(measure: Measure) -> str:
    """The figure with a decimal comma: `7,5`, `3 – 5`."""
    values = [str(number(value)) for value in (measure.value, measure.value_max) if value is not None]
    return " – ".join(values).replace(".", ",")


def lint_view(findings: Sequence[Finding], draft: Draft, lang: str) -> RenderableType:
    """One row for each finding: how grave, which rule, where, what."""
    if not findings:
        return Text(say("lint.none", lang))
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    title = say(
        "lint.title", lang, errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )  # fmt: skip
    table = Table(title=title, title_justify="left", expand=True)
    for key, ratio in (
        ("lint.severity", 2),
        ("lint.rule", 3),
        ("diff.clause-column", 4),
        ("lint.message", 8),
    ):
        table.add_column(say(key, lang), overflow="fold", ratio=ratio)
    for one in findings:
        place = draft.by_id[one.clause].locator if one.clause else ""
        table.add_row(say(f"lint.{one.severity}", lang), one.rule, place, message(one, lang))
    return table


def tasks_view(register: TaskRegister, lang: str) -> RenderableType:
    """One table per group: task, lead, partners, deadline, targets served."""
    views: list[RenderableType] = []
    for no, group in enumerate(register.groups, 1):
        table = Table(title=f"{no}. {group.title}", title_justify="left", expand=True)
        for column, ratio in (
            ("clause", 2),
            ("task", 6),
            ("lead", 3),
            ("partners", 3),
            ("deadline", 2),
            ("served", 2),
        ):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for task in group.tasks:
            lead, partners = ", ".join(task.lead), ", ".join(task.partners)
            table.add_row(
                task.clause,
                shortened(task.text, 160),
                lead,
                partners,
                task.deadline or "",
                ", ".join(task.targets),
            )
        views.append(table)
    if register.unserved:
        views.append(Text(say("screen.unserved", lang, targets=", ".join(register.unserved))))
    return Group(*views)


def comments_view(read: Correspondence, lang: str) -> RenderableType:
    """One table per letter, its comments numbered as in their ids."""
    views: list[RenderableType] = []
    for letter in read.letters:
        facts = [
            letter.agency,
            letter.number or "",
            f"{letter.date:%d/%m/%Y}" if letter.date else "",
            letter.path,
        ]
        title = " · ".join(part for part in facts if part)
        table = Table(title=title, title_justify="left", expand=True)
        for column, ratio in (("no", 1), ("comment", 9), ("stance", 2), ("topics", 2), ("suggestion", 4)):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for comment in letter.comments:
            table.add_row(*_comment_cells(comment, lang))
        views.append(table)
    total = say("screen.comments-total", lang, count=len(read.comments), files=len(read.hashes))
    return Group(*views, *_notices(read.notices, lang), Text(total, style="bold"))


def _comment_cells(comment: Comment, lang: str) -> tuple[str, ...]:
    suggestion = comment.suggestion
    wish = ""
    if suggestion is not None:
        words = " → ".join(f"“{part}”" for part in (suggestion.old, suggestion.new) if part)
        wish = " ".join(part for part in (say(f"op.{suggestion.op}", lang), words) if part)
    topics = ", ".join(say(f"topic.{topic}", lang) for topic in comment.topics)
    return comment.id.rpartition("#")[2], comment.text, say(f"stance.{comment.stance}", lang), topics, wish


def links_view(found: Sequence[Link], read: Correspondence, lang: str) -> RenderableType:
    """Each comment with the clauses it addresses, the reasons, and a mark where a person must look."""
    comments = {comment.id: comment for comment in read.comments}
    table = Table(title=say("screen.links", lang), title_justify="left", expand=True)
    for column, ratio in (("comment", 6), ("addressed", 3), ("reasons", 5), ("confidence", 1)):
        table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
    for link in found:
        addressed = [clause for clause in link.clauses if clause.addressed]
        places = "\n".join(clause.id for clause in addressed) or say(f"scope.{link.scope}", lang)
        reasons = "\n".join(
            f"{signal(reason.signal, lang)}: {detail(reason, lang)}"
            for clause in addressed
            for reason in clause.reasons
        )
        mark = " ?" if link.review else ""
        text = f"{comments[link.comment].agency}: {shortened(comments[link.comment].text, 160)}"
        table.add_row(text, places, reasons, f"{link.confidence:.2f}{mark}")
    return Group(table, Text(say("screen.review", lang, count=sum(link.review for link in found))))


def shortened(text: str, width: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `width`."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[:width].rsplit(" ", 1)[0] + " …"
