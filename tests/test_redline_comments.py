"""A redline by comment: agencies as authors of what was done for them, their words beside the changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafter.model import Manuscript, View
from drafter.opc import name
from tests.commands import SAMPLE, run
from tests.inputs import open_package, read_docx
from tests.judges.referee import judge
from tests.redline_pairs import DRAFTS


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("by-comment") / "redline.docx"
    assert run(SAMPLE, "diff", "2", "3", "--docx", str(out), "--by-comment").exit_code == 0
    return out


@cache
def read(path: Path) -> Manuscript:
    return read_docx(path)


@pytest.mark.slow
def test_both_views_are_the_drafts_all_the_same(made: Path) -> None:
    verdict = judge(DRAFTS[1], DRAFTS[2], made)
    assert verdict.strict, (verdict.faults, verdict.where)


@pytest.mark.slow
def test_a_change_made_for_a_comment_carries_the_agency_and_others_the_drafting_one(made: Path) -> None:
    authors = [revision.author for revision in read(made).revisions]
    drafting = max(set(authors), key=authors.count)
    added = {r.text.strip(" ,"): r.author for r in read(made).revisions if r.op == "+"}
    assert added["bãi đỗ xe thông minh"] == "Ủy ban nhân dân thành phố Hà Tĩnh"
    assert added["hợp tác xã"] in ("Hiệp hội Doanh nghiệp tỉnh Hà Tĩnh", "Liên minh Hợp tác xã tỉnh")
    assert added["kỹ năng an toàn thông tin"] == drafting


def test_the_comment_stands_once_on_the_changed_words(made: Path) -> None:
    notes = [note for note in read(made).annotations if "bãi đỗ xe" in note.text]
    assert [note.quote.strip(" ,") for note in notes] == ["bãi đỗ xe thông minh"]


def test_comments_have_what_word_needs_to_keep_them_as_threads(made: Path) -> None:
    package = open_package(made)
    w14 = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    w15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
    comments = package.xml("word/comments.xml")
    last = [str(list(one.iter(name("w:p")))[-1].get(w14)) for one in comments.iter(name("w:comment"))]
    threads = [str(one.get(f"{w15}paraId")) for one in package.xml("word/commentsExtended.xml")]
    assert last and sorted(last) == sorted(threads)
    assert len(set(last)) == len(last)
    people = {one.get(f"{w15}author") for one in package.xml("word/people.xml")}
    assert {one.get(name("w:author")) for one in comments.iter(name("w:comment"))} <= people
    root = package.xml("word/document.xml")
    keys = sorted(str(one.get(name("w:id"))) for one in comments.iter(name("w:comment")))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(str(one.get(name("w:id"))) for one in root.iter(name(f"w:{tag}"))) == keys


@pytest.mark.slow
def test_without_the_option_there_is_no_comment_and_one_author_of_content(tmp_path: Path) -> None:
    out = tmp_path / "plain.docx"
    run(SAMPLE, "diff", "2", "3", "--docx", str(out))
    plain = read_docx(out, view=View.ACCEPTED)
    assert plain.annotations == ()
    assert len({r.author for r in plain.revisions} - {"Chuẩn hóa", "Đánh số"}) == 1
