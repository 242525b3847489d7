"""Marks in copies of a draft: words struck through, paragraphs split and joined, notes and text boxes, ranges
over several clauses, copies of one of several drafts and of a part of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.analyses.outline import outline
from drafter.errors import NoComments
from drafter.model import Comment, Letter, Rounds
from tests.docx_builder import W, docx, p, r
from tests.inputs import read_comment_file, read_docx

BODY = (
    "Người dân và doanh nghiệp là trung tâm của chuyển đổi số.",
    "Dữ liệu số là tài nguyên quan trọng; dữ liệu được quản lý thống nhất từ tỉnh đến xã.",
    "Ít nhất 80% dịch vụ công trực tuyến được cung cấp ở mức độ 4.",
    "Sở Nội vụ chủ trì bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã.",
)
WHO = 'w:id="7" w:author="Sở Y tế" w:date="2021-03-05T08:00:00Z"'
STRIKE = "<w:strike/>"


def numbered(*lines: str) -> tuple[str, ...]:
    return tuple(p(f"{n}. {line}") for n, line in enumerate(lines, 1))


def ins(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def mark(kind: str) -> str:
    """What happened to the mark of a paragraph."""
    return f"<w:rPr><w:{kind} {WHO}/></w:rPr>"


def found(
    folder: Path,
    drafts: tuple[tuple[str, ...], ...],
    copy: tuple[str, ...],
    name: str = "so-y-te",
    **parts: str,
) -> tuple[Letter, ...]:
    """The letters in a copy held against drafts; `parts` are those of the copy, `both_…` of all files."""
    both = {key[5:]: parts.pop(key) for key in [*parts] if key.startswith("both_")}
    (folder / "out").mkdir(exist_ok=True)
    sent = [
        outline(read_docx(docx(folder / "out" / f"draft-{n}.docx", *draft, **both)))
        for n, draft in enumerate(drafts, 1)
    ]
    back = docx(folder / f"{name}.docx", *copy, **(both | parts))
    try:
        return letters(read_comment_file(back, root=folder), Rounds(tuple(sent)))
    except NoComments:
        return ()


def said(folder: Path, draft: tuple[str, ...], copy: tuple[str, ...], **parts: str) -> list[Comment]:
    return [comment for letter in found(folder, (draft,), copy, **parts) for comment in letter.comments]


def asked(comment: Comment) -> tuple[str, str | None, str | None]:
    own = comment.operation
    assert own is not None
    return str(own.op), own.old, own.new


# --- words struck through -------------------------------------------------------------------


def test_words_struck_and_typed_anew_are_a_replacement(tmp_path: Path) -> None:
    copy = [*numbered(*BODY)]
    copy[2] = p("3. Ít nhất ", r("80% ", STRIKE), r("85% "), BODY[2].split("80% ")[1])
    assert [asked(each) for each in said(tmp_path, numbered(*BODY), tuple(copy))] == [
        ("replace", "80%", "85%")
    ]


def test_words_struck_alone_are_a_deletion(tmp_path: Path) -> None:
    copy = [*numbered(*BODY)]
    first, second = BODY[3].split(", công chức")
    copy[3] = p(f"4. {first}", r(", công chức", "<w:dstrike/>"), second)
    (only,) = said(tmp_path, numbered(*BODY), tuple(copy))
    assert asked(only)[0] == "delete" and "công chức" in (asked(only)[1] or "")


def test_a_paragraph_struck_from_end_to_end_is_to_be_deleted(tmp_path: Path) -> None:
    for struck in (p(r(f"2. {BODY[1]}", STRIKE)), p("2. ", r(BODY[1], STRIKE))):
        copy = [*numbered(*BODY)]
        copy[1] = struck
        (only,) = said(tmp_path, numbered(*BODY), tuple(copy))
        assert asked(only) == ("delete", BODY[1], None)
        assert only.position.paragraph == 2


def test_what_the_draft_itself_strikes_through_is_no_comment(tmp_path: Path) -> None:
    draft = (*numbered(*BODY), p("5. Giữ nguyên ", r("phần đã bỏ", STRIKE), " của nghị quyết trước đây."))
    assert said(tmp_path, draft, draft) == []


# --- paragraphs split and joined ------------------------------------------------------------

HALVES = tuple(part.strip() for part in BODY[1].split(";"))


@pytest.mark.parametrize("number", ["", "3. ", "b) "])
def test_a_tracked_break_asks_to_split_and_nothing_else(tmp_path: Path, number: str) -> None:
    first = p(f"2. {HALVES[0]}", gone(";"), ins("."), ppr=mark("ins"))
    second = p(*([ins(number)] if number else []), gone(" d"), ins("D"), HALVES[1][1:])
    copy = (*numbered(*BODY)[:1], first, second, *numbered(*BODY)[2:])
    (only,) = said(tmp_path, numbered(*BODY), copy)
    assert asked(only) == ("split", None, None)
    assert only.asks[0].parts == 2


@pytest.mark.parametrize("link", [" ", "; "])
def test_a_tracked_join_asks_to_merge_and_nothing_else(tmp_path: Path, link: str) -> None:
    first = p(f"1. {BODY[0].rstrip('.')}", gone("."), ins(link), ppr=mark("del"))
    second = p(gone("2. "), BODY[1])
    (only,) = said(tmp_path, numbered(*BODY), (first, second, *numbered(*BODY)[2:]))
    assert asked(only)[0] == "merge"
    assert only.anchor is not None and only.anchor.clauses == ("1", "2")


def test_silent_breaks_are_told_like_tracked_ones(tmp_path: Path) -> None:
    draft = numbered(*BODY)
    split = (draft[0], p(f"2. {HALVES[0]};"), p(f"3. {HALVES[1]}"), *draft[2:])
    joined = (p(f"1. {BODY[0]} {BODY[1]}"), *draft[2:])
    assert [asked(each)[0] for each in said(tmp_path, draft, split)] == ["split"]
    assert [asked(each)[0] for each in said(tmp_path, draft, joined)] == ["merge"]


def test_blank_lines_and_soft_breaks_ask_for_nothing(tmp_path: Path) -> None:
    draft = numbered(*BODY)
    blank = (draft[0], p("", ppr=mark("ins")), *draft[1:])
    closed = (p(f"1. {BODY[0]}", ppr=mark("del")), p("", ppr=mark("del")), p(gone(""), f"2. {BODY[1]}"))
    soft = (draft[0], p(f"<w:r><w:t>2. {HALVES[0]};</w:t><w:br/><w:t>{HALVES[1]}</w:t></w:r>"), *draft[2:])
    assert said(tmp_path, draft, blank) == []
    assert said(tmp_path, draft, soft) == []
    assert [asked(each)[0] for each in said(tmp_path, draft, (*closed, *draft[2:]))] == ["merge"]


def test_paragraphs_typed_after_another_are_additions_and_no_split(tmp_path: Path) -> None:
    draft = numbered(*BODY)
    new = ("Hằng năm công bố kết quả thực hiện.", "Bố trí đủ kinh phí cho chuyển đổi số.")
    above = p(f"2. {BODY[1]}", ppr=mark("ins"))
    copy = (draft[0], above, p(ins(f"3. {new[0]}"), ppr=mark("ins")), p(ins(f"4. {new[1]}")), *draft[2:])
    assert [asked(each)[::2] for each in said(tmp_path, draft, copy)] == [("add", new[0]), ("add", new[1])]


# --- notes and text boxes -------------------------------------------------------------------


def notes(*said: str) -> str:
    listed = "".join(f'<w:footnote w:id="{n}">{each}</w:footnote>' for n, each in enumerate(said, 2))
    return f'<w:footnotes xmlns:w="{W}">{listed}</w:footnotes>'


def at(text: str, note: int) -> str:
    return p(text, f'<w:r><w:footnoteReference w:id="{note}"/></w:r>')


NOTED = (p(f"1. {BODY[0]}"), at(f"2. {BODY[1]}", 2), at(f"3. {BODY[2]}", 3), p(f"4. {BODY[3]}"))
FIRST, SECOND = "Theo báo cáo năm 2020.", "Số liệu năm 2020 là 45% theo báo cáo."


@pytest.mark.parametrize(
    "changed",
    [p("Số liệu năm 2020 là ", gone("45%"), ins("48%"), " theo báo cáo."), p(SECOND.replace("45", "48"))],
    ids=["tracked", "silent"],
)
def test_edits_of_a_note_are_comments_on_the_clause_of_its_sign(tmp_path: Path, changed: str) -> None:
    (only,) = said(
        tmp_path, NOTED, NOTED, both_footnotes=notes(p(FIRST), p(SECOND)), footnotes=notes(p(FIRST), changed)
    )
    assert asked(only) == ("replace", "45%", "48%")
    assert only.anchor is not None and only.anchor.clauses == ("3",)
    assert only.position.paragraph == 3


def test_an_added_note_and_one_that_is_gone_are_told(tmp_path: Path) -> None:
    both = notes(p(FIRST), p(SECOND))
    without = (NOTED[0], p(f"2. {BODY[1]}"), *NOTED[2:])
    (gone_one,) = said(tmp_path, NOTED, without, both_footnotes=both)
    assert asked(gone_one) == ("delete", FIRST, None)
    (new_one,) = said(tmp_path, without, NOTED, both_footnotes=both)
    assert asked(new_one) == ("add", None, FIRST)


# --- ranges over several clauses, other drafts, parts ----------------------------------------


def test_a_comment_addresses_every_clause_of_its_range(tmp_path: Path) -> None:
    words = p("Đề nghị bỏ hai khoản này.")
    comment = f'<w:comments xmlns:w="{W}"><w:comment {WHO}>{words}</w:comment></w:comments>'
    draft = numbered(*BODY)
    first = p('<w:commentRangeStart w:id="7"/>', f"2. {BODY[1]}")
    last = p(f"3. {BODY[2]}", '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    (only,) = said(tmp_path, draft, (draft[0], first, last, draft[3]), comments=comment)
    assert only.anchor is not None and only.anchor.clauses == ("2", "3")


OLDER = (p("Dự thảo lần 1"), p("NGHỊ QUYẾT"), p("Về chuyển đổi số"), *numbered(*BODY))
NEWER = (p("Dự thảo lần 2"), *OLDER[1:4], *numbered(*BODY)[2:])


@pytest.mark.parametrize(
    ("copy", "name", "which"),
    [(OLDER, "so-y-te", 1), (NEWER, "so-y-te-du-thao-lan-1", 2), (OLDER[1:], "du-thao-lan-2-so-y-te", 2)],
    ids=["page", "page before name", "name"],
)
def test_a_copy_is_held_against_the_draft_that_it_says_it_is(
    tmp_path: Path, copy: tuple[str, ...], name: str, which: int
) -> None:
    changed = (*copy[:-1], p(f"4. {BODY[3]} Kinh phí do ngân sách tỉnh bảo đảm."))
    (letter,) = found(tmp_path, (OLDER, NEWER), changed, name)
    assert letter.draft_number == which


def test_a_copy_that_says_nothing_is_of_the_likest_draft(tmp_path: Path) -> None:
    changed = (*OLDER[1:-1], p(f"4. {BODY[3]} Kinh phí do ngân sách tỉnh bảo đảm."))
    (letter,) = found(tmp_path, (OLDER, NEWER), changed)
    assert letter.draft_number == 1
    assert len(letter.comments) == 1


def test_what_a_part_of_a_draft_leaves_out_was_not_deleted(tmp_path: Path) -> None:
    lines = [f"Đơn vị thứ {n} chịu trách nhiệm về nhiệm vụ được giao." for n in range(1, 31)]
    draft = (p("NGHỊ QUYẾT"), p("Về chuyển đổi số"), *numbered(*lines), p("Nơi nhận:"), p("- Như trên;"))
    half = (*draft[:12], p("11. Đơn vị thứ 11 chịu trách nhiệm chung."))
    said_of = said(tmp_path, draft, half)
    assert [asked(each)[0] for each in said_of] == ["replace"]
