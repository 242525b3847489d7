"""Comments made from real drafts by rule: which clause each is about is known because it was made from it.

They serve to calibrate confidence: labelled sets written by hand are too few for that. A made comment says
where it belongs the way letters do: by citation, by words in quotes, by both, by both in conflict, by a
paraphrase, by a heading's name, or it is about the whole draft, or about none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from drafter.analyses.comments.reading import comment_of
from drafter.language.words import count
from drafter.model import Clause, Comment, Draft, Kind, Position, Role

PUBLIC = tuple(
    f"tests/data/{path}.docx"
    for path in (
        "official/nd30-2020", "official/hd36-vptw-2018", "official/nq57-nqtw", "official/nq03-nqcp",
        "official/nd30-2020-phuluc3", "versions/v2",
    )
)  # fmt: skip
_ASKS = [
    "đề nghị làm rõ cơ quan chịu trách nhiệm", "đề nghị xem lại cho phù hợp với thực tế",
    "đề nghị quy định cụ thể hơn", "đề nghị bổ sung thời hạn thực hiện", "cần cân nhắc tính khả thi",
    "đề nghị diễn đạt lại cho ngắn gọn, dễ hiểu", "đề nghị bỏ nội dung này vì trùng lặp",
]  # fmt: skip
_WHOLE = [
    "Dự thảo còn dài, đề nghị biên tập cho ngắn gọn, súc tích hơn.",
    "Đề nghị rà soát lỗi chính tả, kỹ thuật trình bày trong toàn văn bản.",
    "Bố cục dự thảo cơ bản hợp lý, đề nghị thống nhất cách dùng từ ngữ giữa các phần.",
    "Đề nghị bổ sung đánh giá nguồn lực thực hiện toàn bộ dự thảo.",
]
_NONE = [
    "Trân trọng cảm ơn quý cơ quan đã gửi lấy ý kiến.",
    "Đề nghị quý cơ quan gửi lại bản điện tử để thuận tiện nghiên cứu.",
    "Việc triển khai Luật Đất đai năm 2024 tại địa phương còn nhiều khó khăn.",
    "Chúng tôi mong văn bản sớm được ban hành.",
]


class Made:
    """A made comment and what is known of it; `clauses` empty unless its scope is clauses."""

    def __init__(self, text: str, scope: str, clauses: Sequence[str] = (), also: Sequence[str] = ()) -> None:
        self.text, self.scope, self.clauses, self.also = text, scope, tuple(clauses), tuple(also)

    def comment(self, id: str) -> Comment:
        return comment_of(
            id=id,
            agency="",
            dated=None,
            draft=None,
            path="made",
            position=Position(),
            text=self.text,
            cited="",
        )


def made_comments(draft: Draft, many: int, seed: int = 1) -> list[Made]:
    """`many` comments on a draft; equal seeds give equal comments."""
    random = Random(seed)
    clauses = _worth_comments(draft)
    makers: list[tuple[Callable[[Draft, Sequence[Clause], Random], Made], int]] = [
        (_cited, 34), (_cited_and_quoted, 18), (_quoted, 14), (_in_conflict, 6), (_paraphrased, 14),
        (_headed, 4), (_whole, 6), (_none, 4),
    ]  # fmt: skip
    kinds, weights = zip(*makers, strict=True)
    return [make(draft, clauses, random) for make in random.choices(kinds, weights, k=many)]


def _worth_comments(draft: Draft) -> list[Clause]:
    """Clauses with words enough and a citation that names them alone."""
    locators = [clause.locator for clause in draft.clauses]
    texts = [clause.text for clause in draft.clauses]
    return [
        clause
        for clause in draft.clauses
        if clause.kind not in (Kind.TABLE_ROW, Kind.TEXT)
        and clause.role is not Role.BASIS
        and count(clause.text) >= 12
        and clause.locator
        and locators.count(clause.locator) == 1
        and "~" not in clause.id  # nobody cites the second of two equal numbers
        and texts.count(clause.text) == 1
    ]


def _place(clause: Clause, random: Random) -> str:
    """The citation as letters print it: with or without commas, opened or not."""
    cited = clause.locator if random.random() < 0.5 else clause.locator.replace(", ", " ")
    return random.choice(["Tại {}, ", "{}: ", "Đối với {}, ", "Ở {}, "]).format(cited)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stretch(clause: Clause, random: Random, low: int, high: int) -> list[str]:
    words = clause.text.split()
    size = min(random.randint(low, high), len(words))
    at = random.randrange(len(words) - size + 1)
    return words[at : at + size]


def _holding(draft: Draft, words: str, clause: Clause) -> list[str]:
    """Other clauses that hold the same words: neither right nor wrong."""
    return [c.id for c in draft.clauses if c.id != clause.id and words in c.text]


def _cited(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    clause = random.choice(clauses)
    about = " ".join(_stretch(clause, random, 2, 4)) if random.random() < 0.3 else ""
    ask = random.choice(_ASKS) + (f" về {about.strip(' ,.;:')}" if about else "")
    return Made(_capital(f"{_place(clause, random)}{ask}."), "clauses", [clause.id])


def _cited_and_quoted(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    clause = random.choice(clauses)
    quote = " ".join(_stretch(clause, random, 4, 12)).strip(" ,.;:")
    wish = random.choice(
        ["đề nghị bỏ cụm từ “{}”", "đề nghị thay “{}” bằng “nội dung khác”", "cụm từ “{}” chưa rõ"]
    )
    return Made(_capital(f"{_place(clause, random)}{wish.format(quote)}."), "clauses", [clause.id])


def _quoted(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    clause = random.choice(clauses)
    words = _stretch(clause, random, 6, 14)
    exact = " ".join(words).strip(" ,.;:")
    if random.random() < 0.5 and len(words) > 7:  # as people quote: a word left out, or dots for some
        at = random.randrange(2, len(words) - 2)
        words[at : at + random.randint(1, 2)] = [random.choice(["…", ""])]
    quote = " ".join(word for word in words if word).strip(" ,.;:")
    text = random.choice(["Nội dung “{}” {ask}.", "Đề nghị xem lại quy định “{}”.", "Cụm từ “{}” {ask}."])
    return Made(
        text.format(quote, ask=random.choice(_ASKS)), "clauses", [clause.id], _holding(draft, exact, clause)
    )


def _in_conflict(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    """The words decide, the number is wrong."""
    clause, other = random.sample(list(clauses), 2)
    quote = " ".join(_stretch(clause, random, 7, 14)).strip(" ,.;:")
    text = f"{_place(other, random)}đề nghị bỏ nội dung “{quote}”."
    return Made(_capital(text), "clauses", [clause.id], _holding(draft, quote, clause))


def _paraphrased(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    """Two stretches of the clause in the other order, some of their words left out."""
    clause = random.choice(clauses)
    words = _stretch(clause, random, 8, 14)
    half = len(words) // 2
    kept = [
        word.strip(",.;:“”()").lower() for word in (*words[half:], *words[:half]) if random.random() < 0.8
    ]
    return Made(f"Việc {' '.join(kept)} {random.choice(_ASKS)}.", "clauses", [clause.id])


def _headed(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    headed = [
        c for c in draft.clauses if c.heading and 3 <= count(c.heading) <= 14 and draft.children.get(c.id)
    ]
    once = [c for c in headed if [x.heading for x in headed].count(c.heading) == 1]
    if not once:
        return _cited(draft, clauses, random)
    clause = random.choice(once)
    name = (clause.heading or "").strip(" .:")
    name = name.capitalize() if name.isupper() else name
    below = [one.id for one in draft.subtree(clause.id)[1:]]
    return Made(f"Phần “{name}” còn chung chung, {random.choice(_ASKS)}.", "clauses", [clause.id], below)


def _whole(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    return Made(random.choice(_WHOLE), "document")


def _none(draft: Draft, clauses: Sequence[Clause], random: Random) -> Made:
    return Made(random.choice(_NONE), "none")
