"""The table: how it is to stand on paper, what it is called as a file, what stands against handing it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import CheckCode, CheckFinding, Extras, Layout, Readiness, Severity, Table
from drafter.wording.messages import say
from drafter.wording.names import draft_label

from .settling import settled_at

# What the table can be kept as, and whether it can be sent as that. PDF where this computer can print.
FORMATS = ("docx", "xlsx", "pdf", "html", "csv")
SENT_AS = ("docx", "xlsx", "pdf")
SWITCHES = ("attachment", "proof", "balance")


@dataclass(frozen=True, slots=True)
class TableForm:
    """How the table is wanted: the layout, what stands beside its rows, its language."""

    layout: Layout = Layout.CLAUSE
    attachment: bool = False
    proof: bool = False
    balance: bool = False
    lang: str = "vi"

    @property
    def extras(self) -> Extras:
        return Extras(attachment=self.attachment, balance=self.balance, proof=self.proof)

    @property
    def query(self) -> str:
        """As it stands in an address: names and values that need no escape."""
        switched = "".join(f"&{name}=1" for name in SWITCHES if getattr(self, name))
        return f"layout={self.layout}{switched}&language={self.lang}"


def choice(layout: str, switched: Sequence[str], lang: str) -> TableForm:
    """What a form says; anything else is as it is without one."""
    known = Layout(layout) if layout in tuple(Layout) else Layout.CLAUSE
    attachment, proof, balance = (name in switched for name in SWITCHES)
    return TableForm(known, attachment, proof, balance, lang)


def table_name(table: Table, suffix: str, lang: str) -> str:
    """`"Bảng tổng hợp ý kiến góp ý - Dự thảo lần 3.docx"`."""
    name = say("table-page.file", lang)
    label = draft_label(table.draft_number, lang)
    return f"{name} - {label}{suffix}" if label else f"{name}{suffix}"


@dataclass(frozen=True, slots=True)
class Against:
    """So many findings of one kind; `address`: where they are settled."""

    code: CheckCode
    count: int
    address: str


def against(found: Readiness) -> tuple[Against, ...]:
    """What stands against handing in, in the order in which an office works it off."""
    grave: dict[CheckCode, list[CheckFinding]] = {}
    for finding in found.findings:
        if finding.severity is not Severity.INFO:
            grave.setdefault(finding.code, []).append(finding)
    return tuple(
        Against(code, len(grave[code]), settled_at(code, [_first(each) for each in grave[code]]))
        for code in CheckCode
        if code in grave
    )


def _first(finding: CheckFinding) -> int | None:
    """The number of the comment that a finding is about."""
    return finding.comments[0].no if finding.comments else None
