"""Long drafts for the benchmarks: a real one of 12,000 words and a law of 1,500 articles, each edited."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.bench.speed_diff import phrases
from tests.docx_builder import docx, p
from tests.mutations import blocks, words
from tests.mutations.document import Document

SOURCE = Path(__file__).parents[1] / "data" / "official" / "nq03-nqcp.docx"
_EDITS = [
    *[(words.replace, 12), (words.figure, 10), (words.delete, 6), (words.insert, 6), (words.spell_out, 4)],
    *[(blocks.insert, 3), (blocks.delete, 3), (blocks.move, 2), (blocks.split, 2), (blocks.join, 2)],
]


def real(folder: Path, seed: int = 1) -> tuple[Path, Path]:
    """An official resolution with its annex tables, and the same after fifty edits."""
    edited, random = Document(SOURCE), Random(seed)
    for operation, times in _EDITS:
        for _ in range(times):
            operation(edited, random)
    path = folder / "real-edited.docx"
    path.write_bytes(edited.bytes())
    return SOURCE, path


def law(folder: Path, articles: int = 1500, seed: int = 1) -> tuple[Path, Path]:
    """Articles of two clauses, numbers typed; in the other file sixty edits, one article added, one moved."""
    random, stock = Random(seed), phrases()
    old = [
        [random.choice(stock), *(f"{random.choice(stock)}, {random.choice(stock)};" for _ in range(2))]
        for _ in range(articles)
    ]
    new = [list(article) for article in old]
    for _ in range(articles // 25):
        article = random.choice(new)
        at = random.randrange(1, len(article))
        article[at] = f"{article[at].rpartition(' ')[0]} {random.choice(stock)}"
    new.insert(2 * articles // 3, new.pop(articles // 3))
    new.insert(5, ["Nguyên tắc phối hợp", "Các cơ quan phối hợp chặt chẽ, kịp thời."])
    return _written(folder / "law-old.docx", old), _written(folder / "law-new.docx", new)


def _written(path: Path, articles: list[list[str]]) -> Path:
    body = "".join(
        p(f"Điều {number}. {title}") + "".join(p(f"{at}. {text}") for at, text in enumerate(clauses, 1))
        for number, (title, *clauses) in enumerate(articles, 1)
    )
    return docx(path, body)
