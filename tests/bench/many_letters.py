"""Many letters for the benchmarks: the drafts of the sample, and letters whose comments all differ."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from drafter.analyses.alignment import align
from drafter.analyses.outline import outline
from drafter.model import Draft
from tests.commands import ROOT
from tests.inputs import read_docx
from tests.made_asks import asks
from tests.made_comments import made_comments

_WISHES = (
    "Tại {place}, đề nghị bổ sung quy định về {words}.",
    "Tại {place}, đề nghị giao {agency} chủ trì {words}.",
    "Đề nghị bổ sung {agency} là cơ quan phối hợp thực hiện {words} tại {place}.",
    "Đề nghị làm rõ lộ trình từng năm của {words} tại {place}.",
    "Đề nghị làm rõ cơ quan chủ trì {words} tại {place}.",
    "Đề nghị nghiên cứu bổ sung nội dung về {words}.",
)
EACH = 5  # comments of a letter
_AGENCIES = ("Sở Tài chính", "Sở Nội vụ", "Công an tỉnh", "Sở Y tế", "Sở Tư pháp")


def many_letters(folder: Path, letters: int = 1000, each: int = EACH, seed: int = 1) -> Path:
    """The sample's drafts in `folder` and `letters` letters on the second, of `each` comments, none twice."""
    shutil.copytree(ROOT / "drafts", folder / "drafts")
    (folder / "comments").mkdir()
    said = different(folder / "drafts", seed)
    for at in range(letters):
        items = "\n".join(f"{no}. {next(said)}" for no in range(1, each + 1))
        (folder / "comments" / f"xa-{at + 1:04}.txt").write_text(
            f"ỦY BAN NHÂN DÂN XÃ SỐ {at + 1}\nSố: {at + 1}/UBND-VP\n\nGóp ý dự thảo lần 2\n\n{items}\n",
            "utf-8",
        )
    return folder


def different(drafts: Path, seed: int = 1) -> Iterator[str]:
    """Comments made by rule from the last two drafts without end, no two alike: on places and words of the
    draft, for edits that were made and others, for what is to be added in no words of its own."""
    old, new = (_read(path) for path in sorted(drafts.glob("*.docx"))[-2:])
    truth = {(one.old, one.new) for one in align(old, new).matches}
    random, seen = Random(seed), set[str]()
    for turn in count():
        made = [one.text for one in made_comments(old, 600, seed + turn)]
        edits = [one.text for one in asks(old, new, truth, random)]
        for text in random.sample([*made, *edits, *_wishes(old, random, 300)], k=900):
            if text not in seen:
                seen.add(text)
                yield text


def _wishes(draft: Draft, random: Random, many: int) -> Iterator[str]:
    clauses = [one for one in draft.clauses if one.locator and len(one.text.split()) > 12]
    for _ in range(many):
        place, about = random.choice(clauses), random.choice(clauses).text.split()
        at = random.randrange(len(about) - 6)
        words = " ".join(about[at : at + 6]).strip(" ,.;:").lower()
        wish = random.choice(_WISHES)
        yield wish.format(place=place.locator, words=words, agency=random.choice(_AGENCIES))


def _read(path: Path) -> Draft:
    return outline(read_docx(path))
