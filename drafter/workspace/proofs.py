"""What the workspace can prove: targets, lint, evidence, the table with its proposed answers."""

from __future__ import annotations

from ..errors import BadSettings
from ..model import (
    Clash,
    Correspondence,
    Draft,
    Evidence,
    Finding,
    LedgerRow,
    Register,
    SilentChange,
    Table,
)
from ..settings import settings_hash
from .reading import Reading


class Proofs(Reading):
    """Reading with what follows from it."""

    def register(self, draft: Draft) -> Register:
        """The targets of a draft, read once."""
        from ..analyses.targets import targets

        if draft.sha256 not in self._registers:
            self._registers[draft.sha256] = targets(draft)
        return self._registers[draft.sha256]

    def lint(self, draft: Draft) -> tuple[Finding, ...]:
        """Measurable faults of a draft, under the limits of drafter.toml. Raises BadSettings."""
        from ..analyses.lint import lint, rules
        from ..analyses.tasks import tasks
        from ..readers.docx.layout import read_layout

        own = self.settings.lint
        known = {rule.id: rule.limit is not None for rule in rules()}
        wrong = [key for key in own.limits if not known.get(key)] + [
            key for key in own.off if key not in known
        ]
        if wrong:
            raise BadSettings(
                self.root / "drafter.toml", reason=f"[lint] {', '.join(wrong)}: ? ({', '.join(known)})"
            )
        register = self.register(draft)
        layout = read_layout(self.package(draft))
        return lint(draft, register, tasks(draft, register), layout, limits=own.limits, off=own.off)

    def evidence(self, read: Correspondence) -> tuple[Evidence, ...]:
        """What every later draft did about each comment of `read`."""
        from ..analyses.evidence import evidence

        if self._evidence is None or self._evidence[0] is not read:
            links = {link.comment: link for link in self.links(read)}
            found = evidence(read.comments, links, self.rounds, self.register)
            self._evidence = (read, found)
        return self._evidence[1]

    def silent(self, read: Correspondence) -> tuple[SilentChange, ...]:
        """The changes of the newest draft that no comment explains."""
        from ..analyses.evidence.silent import silent

        if len(self.drafts) < 2:
            return ()
        old, new = self.drafts[-2:]
        return silent(
            self.changes(old, new),
            old,
            new,
            self.register(new),
            read.comments,
            self.links(read),
            self.evidence(read),
        )

    def clashes(self, read: Correspondence) -> tuple[Clash, ...]:
        """Comments that cannot all be followed."""
        from ..analyses.evidence.clashes import clashes

        return clashes(read.comments, {link.comment: link for link in self.links(read)}, self.rounds)

    def ledger(self, read: Correspondence | None) -> tuple[LedgerRow, ...]:
        """Every target through all drafts, with the comments of `read` about it."""
        from ..analyses.ledger import ledger

        links = {} if read is None else {link.comment: link for link in self.links(read)}
        comments = () if read is None else read.comments
        return ledger(self.rounds, self.register, comments, links)

    def table(self) -> Table:
        """The disposition table of the workspace, answers proposed from the evidence.

        Raises CheckFailed where the balance does not close.
        """
        from ..analyses.answers import answered
        from ..analyses.disposition import disposition

        drafts = self.drafts
        read = self.correspondence()
        links = {link.comment: link for link in self.links(read)}
        table = disposition(
            read,
            links,
            self.rounds,
            asked=self.settings.agencies,
            silence_is_agreement=self.settings.silence_is_agreement,
            further=settings_hash(self.root),
        )
        return answered(table, drafts[-1], self.evidence(read))
