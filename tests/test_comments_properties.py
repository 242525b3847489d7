"""Properties of segmentation, edits and quotes that hold for any text."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.comments import letters
from drafter.analyses.comments.atoms import atoms
from drafter.analyses.comments.edits import edits, is_noise, plain
from drafter.analyses.comments.tracked import before
from drafter.errors import NoComments
from drafter.intake import listing
from drafter.language.quotes import find_quotes
from drafter.language.words import tokens
from drafter.model import Block, Comment, Position, Revision, Sheet
from tests.inputs import read_comment_file

DATA = Path(__file__).parent / "data"
PHRASES = (
    "đề nghị bổ sung nguồn vốn",
    "bỏ cụm từ “nếu có”",
    "Tại khoản 2 mục III",
    "vì chưa khả thi",
    "đồng thời làm rõ thời hạn",
    "Phần bối cảnh còn dài",
    "thống nhất với dự thảo",
    "tuy nhiên",
    "lý do: trùng lặp",
    "từ 80% xuống 70%",
    "cần có lộ trình",
    "“",
    "”",
    "(2)",
)
SENTENCES = st.lists(
    st.tuples(st.sampled_from(PHRASES), st.sampled_from([", ", "; ", ". ", ": ", " "])),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join(a + b for a, b in parts).strip())
LINES = st.lists(
    st.tuples(st.sampled_from(["", "1. ", "2. ", "- ", "a) ", "I. ", "+ "]), SENTENCES).map("".join),
    min_size=1,
    max_size=10,
)


@given(SENTENCES)
def test_atoms_stand_in_order_and_lose_no_word(text: str) -> None:
    spans = atoms(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    left = text
    for start, end in reversed(spans):
        left = left[:start] + left[end:]
    assert not any(char.isalpha() for char in left.replace("(2)", ""))


def sheet(lines: list[str]) -> Sheet:
    blocks = tuple(Block(number, line) for number, line in enumerate(lines, 1) if line.strip())
    return Sheet("x.txt", "0", "line", blocks)


def said(read: Sheet) -> list[Comment]:
    """The comments of a sheet; none where it holds no comment."""
    try:
        return [comment for letter in letters(read) for comment in letter.comments]
    except NoComments:
        return []


@pytest.mark.slow
@given(LINES)
def test_every_comment_ends_with_the_text_at_its_position_and_none_overlap(lines: list[str]) -> None:
    """Before it may stand the first words of its sentence."""
    taken: list[tuple[int, int]] = []
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines) + 1)]
    whole = "\n".join(lines)
    for comment in said(sheet(lines)):
        line = comment.position.line
        assert line is not None
        start = starts[line - 1] + comment.position.start
        end = starts[line - 1] + comment.position.end
        assert comment.text.endswith(whole[start:end])
        taken.append((start, end))
    assert all(first[1] <= second[0] for first, second in pairwise(taken))


@pytest.mark.slow
@given(LINES)
def test_decomposed_unicode_gives_the_same_comments(lines: list[str]) -> None:
    composed = [comment.text for comment in said(sheet(lines))]
    decomposed = [comment.text for comment in said(sheet([unicodedata.normalize("NFD", x) for x in lines]))]
    assert [unicodedata.normalize("NFC", text) for text in decomposed] == composed


TOKENS = ["kinh", "tế", "số", "đạt", "30%", "GRDP", "vào", "năm", "2025", ";", "của", "tỉnh", "."]
WORDS = st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join)


@given(WORDS, WORDS)
def test_edits_lead_from_the_old_wording_to_the_new(old: str, new: str) -> None:
    text = old
    for edit in reversed(edits(old, new)):
        assert edit.text == old
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert plain(text) == plain(new)


@given(WORDS, st.data())
def test_undoing_tracked_changes_gives_the_text_before_and_their_edits_the_text_after(
    old: str, data: st.DataObject
) -> None:
    accepted, original = "", ""
    revisions = []
    for token in tokens(old):
        kind = data.draw(st.sampled_from("=+-"))
        if kind != "-":
            if kind == "+":
                revisions.append(Revision("+", "Sở Y tế", None, token, 0, len(accepted)))
            accepted += token
        else:
            revisions.append(Revision("-", "Sở Y tế", None, token, 0, len(accepted)))
        if kind != "+":
            original += token
    undone = before(accepted, revisions)
    assert undone.text == original
    text = original
    for edit in (each.edit for each in reversed(undone.edits)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert is_noise(text, accepted)


@given(st.text(alphabet='ab “”"«»‘’\n', max_size=40))
def test_a_quote_is_the_text_between_its_offsets(text: str) -> None:
    for quote in find_quotes(text):
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip()


@pytest.mark.slow
def test_in_the_real_files_every_comment_ends_with_the_text_at_its_position() -> None:
    for root in (DATA / "links" / "comments", DATA / "letters"):
        for path in listing(root).files:
            if path.name in ("README.md", "expected.tsv"):
                continue
            read = read_comment_file(path, root=root)
            for comment in said(read):
                own = comment.position.end - comment.position.start
                assert comment.text.endswith(stretch(read, comment.position, own))


def stretch(read: Sheet, position: Position, length: int) -> str:
    """What the blocks of a sheet hold from a position on."""
    number = position.paragraph or position.row or position.line
    flat = [
        block
        for part in read.parts
        for block in ([part] if isinstance(part, Block) else [b for r in part.rows for c in r for b in c])
    ]
    first = next(
        i
        for i, block in enumerate(flat)
        if block.number == number and block.offset <= position.start < block.offset + len(block.text)
    )
    text = "\n".join(block.text for block in flat[first:])
    at = position.start - flat[first].offset
    return text[at : at + length]
