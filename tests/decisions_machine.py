"""A model of decisions in a workspace: what people do to it in any order, and what must stand afterwards.

A step is done by the commands; what the store holds is compared with the model after each.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner, Result

from drafter.cli import app
from drafter.wording.messages import say
from drafter.workspace import Stages
from tests.commands import part
from tests.returned_tables import Edited

Answer = tuple[str, str]  # disposition, response
OPEN: Answer = ("pending", "")
WAYS = {"explained": "--explain", "noted": "--note", "partly": "--partly", "accepted": "--accept"}
BEGINS = {
    "explained": "Giải trình: ",
    "noted": "Ghi nhận: ",
    "partly": "Tiếp thu một phần: ",
    "accepted": "Tiếp thu, ",
}
WORDS = ("nguồn kinh phí hằng năm", "giữ 2,5% – như “mục II”", "=1+1 là chữ", "đã rà soát; viết thống nhất")


@dataclass
class Sent:
    """A table that went out: what stood then, and what somebody has typed into it since."""

    path: Path
    stood: dict[int, Answer]
    rows: list[tuple[int, ...]]
    typed: dict[int, Answer] = field(default_factory=dict)


class Machine:
    """One workspace in `folder`; `dice` chooses what happens. `stages` may be shared by machines."""

    def __init__(self, folder: Path, dice: random.Random, stages: Stages) -> None:
        self.folder, self.dice, self._stages = part(folder), dice, stages
        self.stands: dict[int, Answer] = {}
        self.acts: dict[int, list[tuple[Answer, Answer]]] = {}  # number → (before, after), not undone
        self.out: list[Sent] = []
        self.drafts = 0
        assert self.run("comments").exit_code == 0
        self.numbers = self._listed()
        self.stands = dict.fromkeys(self.numbers.values(), OPEN)
        self.done: list[str] = []
        self.met: list[str] = []  # what became of rows that came back

    def run(self, *arguments: str) -> Result:
        """What a command prints and how it ends."""
        return CliRunner().invoke(app, ["-C", str(self.folder), *arguments], obj=self._stages)

    def step(self) -> None:
        """One thing that happens, and the comparison."""
        act: Callable[[], None] = self.dice.choice(
            [self.decide, self.decide, self.undo, self.send, self.type, self.type, self.bring_back,
             self.rename, self.send_again, self.further_draft, self.shift]
        )  # fmt: skip
        self.done.append(act.__name__)
        act()
        assert self.stored() == self.stands, self.done
        assert self._listed().items() >= self.numbers.items(), self.done  # numbers never change

    # --- what people do ---------------------------------------------------------------------

    def decide(self) -> None:
        """One or two comments in one act."""
        numbers = self.dice.sample(sorted(self.stands), self.dice.choice((1, 1, 2)))
        disposition, words = self._answer()
        told = self.run("decide", *map(str, numbers), WAYS[disposition], "--response", words, "--by", "A")
        assert told.exit_code == 0, told.output
        for no in numbers:
            self._became(no, (disposition, words))

    def undo(self) -> None:
        """Where there is nothing to take back it is refused."""
        no = self.dice.choice(sorted(self.stands))
        told = self.run("decide", str(no), "--undo", "--by", "B")
        if not self.acts.get(no):
            assert told.exit_code == 2
            return
        before, _ = self.acts[no].pop()
        self.stands[no] = before

    def send(self) -> None:
        """The table goes out."""
        suffix = self.dice.choice((".docx", ".xlsx"))
        path = self.folder / f"bang-{len(self.out)}{suffix}"
        layout = self.dice.choice(("clause", "comment", "text"))
        assert self.run("table", "-o", str(path), "--layout", layout).exit_code == 0
        table = self.folder / "bang.json"
        assert self.run("table", "-o", str(table), "--force").exit_code == 0
        rows = [tuple(row["numbers"]) for row in json.loads(table.read_text("utf-8"))["rows"]]
        self.out.append(Sent(path, dict(self.stands), rows))

    def type(self) -> None:
        """Somebody types an answer into a table that is out."""
        for sent in self._some_table():
            at = self.dice.randrange(len(sent.rows))
            disposition, words = self._answer()
            told = BEGINS[disposition] + words
            edited = Edited(sent.path.read_bytes(), sent.path.suffix)
            edited.answer(at, told)
            if sent.path.suffix == ".xlsx":
                edited.choose(at, say(f"disposition.{disposition}", "vi"))
            sent.path.write_bytes(edited.data)
            sent.typed.update(dict.fromkeys(sent.rows[at], (disposition, told)))

    def shift(self) -> None:
        """Somebody sorts the rows of a table that is out."""
        for sent in self._some_table():
            if sent.path.suffix == ".xlsx":
                order = list(range(len(sent.rows)))
                self.dice.shuffle(order)
                edited = Edited(sent.path.read_bytes(), sent.path.suffix)
                edited.order(order)
                sent.path.write_bytes(edited.data)
                sent.rows = [sent.rows[at] for at in order]

    def bring_back(self) -> None:
        """A table comes back: what was typed holds where nobody has decided otherwise in the meantime."""
        for sent in self._some_table():
            told = self.run("import", str(sent.path), "--by", "C")
            assert told.exit_code in (0, 1), told.output
            for numbers in sent.rows:
                typed = {no: sent.typed[no] for no in numbers if no in sent.typed}
                if not typed:
                    continue
                if any(self.stands[no] != sent.stood[no] for no in numbers):
                    self.met.append("row decided here too: left")
                    continue
                self.met.append("row taken")
                for no, answer in typed.items():
                    self._became(no, answer)

    def rename(self) -> None:
        """A letter gets another name."""
        path = self.dice.choice(sorted((self.folder / "comments").iterdir()))
        path.rename(path.with_name(f"van-ban-{self.dice.randrange(10**6)}{path.suffix}"))

    def send_again(self) -> None:
        """A letter comes a second time."""
        path = self.dice.choice(sorted((self.folder / "comments").iterdir()))
        shutil.copy(path, path.with_name(f"gui-lai-{self.dice.randrange(10**6)}{path.suffix}"))

    def further_draft(self) -> None:
        """The next draft is out: the words of an earlier one under the next number."""
        if self.drafts == 2:
            return
        self.drafts += 1
        drafts = sorted((self.folder / "drafts").iterdir())
        shutil.copy(self.dice.choice(drafts), self.folder / "drafts" / f"z-{self.drafts}.docx")
        entries = (
            f'[[drafts]]\npath = "drafts/z-{at}.docx"\nnumber = {3 + at}\n'
            for at in range(1, self.drafts + 1)
        )
        (self.folder / "drafter.toml").write_text("\n".join(entries), "utf-8")

    # --- what must stand --------------------------------------------------------------------

    def stored(self) -> dict[int, Answer]:
        """What the store holds, from the last line of each history."""
        lines = json.loads(self.run("log", "--json").stdout)["log"]
        last = {line["no"]: line["after"] for line in lines}
        found = {no: (each["disposition"], each["response"]) for no, each in last.items()}
        return {**dict.fromkeys(self.numbers.values(), OPEN), **found}

    def _listed(self) -> dict[str, int]:
        listed = json.loads(self.run("comments", "--json").stdout)["comments"]
        return {each["key"]: each["no"] for each in listed}

    def _became(self, no: int, answer: Answer) -> None:
        self.acts.setdefault(no, []).append((self.stands[no], answer))
        self.stands[no] = answer

    def _answer(self) -> Answer:
        return self.dice.choice([*WAYS]), self.dice.choice(WORDS)

    def _some_table(self) -> Iterator[Sent]:
        if self.out:
            yield self.dice.choice(self.out)
