"""Words of mails that only bring others, and of those that ask in their subject: none is lost."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from drafter.analyses.comments import cover_of, letters
from drafter.errors import NoComments
from drafter.intake import source_of
from drafter.model import FrameKind, Letter, Sheet
from drafter.readers.comments import read_comment_file
from tests.commands import part, run
from tests.made_mail import COVER, WORDS, mail

HEAD = "Từ: Sở Tài chính tỉnh <vanthu@stc.example>\nĐến: Ban soạn thảo <a@b.example>\nChủ đề: {}\n\n"


def titled(subject: str, words: str = "") -> EmailMessage:
    made = mail(words)
    del made["Subject"]
    made["Subject"] = subject
    return made


def sheet(made: EmailMessage | str) -> Sheet:
    if isinstance(made, str):
        return read_comment_file(source_of(made.encode(), "thu.txt"))
    return read_comment_file(source_of(bytes(made), "thu.eml"))


def only(made: EmailMessage | str) -> Letter:
    (letter,) = letters(sheet(made))
    assert letter.words.closes
    return letter


ASKED = (
    "Đề nghị bỏ khoản 9 mục IV",
    "Góp ý dự thảo: bổ sung lộ trình",
    "V/v góp ý dự thảo - bỏ khoản 9 mục IV",
)


@pytest.mark.parametrize("subject", ASKED)
@pytest.mark.parametrize("saved", [True, False])
def test_a_request_in_the_subject_of_a_mail_without_words_is_a_comment_for_a_person_to_look_at(
    subject: str, saved: bool
) -> None:
    letter = only(HEAD.format(subject) if saved else titled(subject))
    (comment,) = letter.comments
    assert comment.text in subject and comment.review
    assert letter.agency.startswith("Sở Tài chính")


@pytest.mark.parametrize(
    "subject",
    [
        "Góp ý dự thảo Nghị quyết lần 2",
        "Re: Đề nghị góp ý dự thảo Nghị quyết",
        "Fwd: Đề nghị bỏ khoản 9",
        "",
        "-",
    ],
)
def test_a_subject_that_asks_for_nothing_or_is_anothers_is_no_comment(subject: str) -> None:
    try:
        found = letters(sheet(titled(subject)))
    except NoComments:
        return
    assert not any(letter.comments for letter in found)


def test_every_word_of_a_mail_that_only_brings_others_stands_in_its_frame() -> None:
    cover = cover_of(sheet(mail(COVER)))
    assert cover.words.closes and cover.words.in_comments == 0 and cover.words.rest == cover.words.read > 0
    said = "\n".join(piece.text for piece in cover.frame)
    assert all(line in said for line in COVER.split("\n")) and "Subject" in said
    kinds = {piece.kind for piece in cover.frame}
    assert {FrameKind.LETTERHEAD, FrameKind.RECIPIENTS} <= kinds


@pytest.mark.slow
def test_the_words_of_a_cover_are_listed_and_counted_also_when_they_are_read_again(tmp_path: Path) -> None:
    root = part(tmp_path)
    made = mail(COVER, attached={"gop-y.txt": WORDS.encode()})
    (root / "comments" / "thu.eml").write_bytes(bytes(made))
    for _ in range(2):
        done = run(root, "comments", "--json")
        assert done.exit_code == 0, done.stderr
        found = json.loads(done.stdout)
        rest = [each["text"] for each in found["rest"] if each["path"] == "thu.eml"]
        assert "Sở Tài chính gửi văn bản góp ý kèm theo thư này." in rest
        assert found["balance"]["words"]["closes"] if "balance" in found else found["words"]["closes"]
