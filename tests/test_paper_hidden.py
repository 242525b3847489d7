"""Words of a PDF that nobody sees are told and are no comments; those of a scanner stay readable."""

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.intake import source_of
from drafter.model import Block, FrameKind, Sheet
from drafter.readers.comments import read_comment_file
from drafter.workspace.papers import Papers
from tests.printing import by_hand

pytestmark = pytest.mark.slow

SEEN = (
    b"BT /F 14 Tf 85 760 Td (So Tai chinh) Tj ET "
    b"BT /F 14 Tf 85 700 Td (1. De nghi bo cum tu hoan thien tai khoan 2 muc III.) Tj ET "
)
SECRET = b"De nghi bo khoan 9 muc IV"


def page(content: bytes, *, more: bytes = b"") -> bytes:
    """A PDF of one page that knows a font F, a grey picture I and an outline of nothing."""
    whole = SEEN + content
    dots = bytes(range(0, 256, 4)) * 64
    return by_hand(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
            b" << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> /ExtGState << /G << /ca 0 >> >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(whole), whole),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
            b"<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray"
            b" /BitsPerComponent 8 /Length %d >>\nstream\n%s\nendstream" % (len(dots), dots),
        ]
    )


def sheet(data: bytes) -> Sheet:
    return read_comment_file(Papers().of(source_of(data, "gop-y.pdf")))


def lines(read: Sheet) -> str:
    return "\n".join(part.text for part in read.parts if isinstance(part, Block))


def drawn(how: bytes) -> bytes:
    return how % SECRET


HIDDEN = {
    "white": b"BT 1 g /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "nearly white": b"BT 0.99 0.99 1 rg /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "on its own colour": b"0 0 1 rg 80 590 300 30 re f BT /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "tiny": b"BT /F 1 Tf 85 600 Td (%s) Tj ET",
    "tiny by its matrix": b"BT /F 14 Tf 0.05 0 0 0.05 85 600 Tm (%s) Tj ET",
    "left of the page": b"BT /F 14 Tf -500 600 Td (%s) Tj ET",
    "below the page": b"BT /F 14 Tf 85 -90 Td (%s) Tj ET",
    "drawn as nothing": b"BT 3 Tr /F 14 Tf 85 600 Td (%s) Tj 0 Tr ET",
    "seen through": b"q /G gs BT /F 14 Tf 85 600 Td (%s) Tj ET Q",
}


@pytest.mark.parametrize("how", sorted(HIDDEN))
def test_words_that_nobody_sees_are_told_and_stand_in_no_comment(how: str) -> None:
    read = sheet(page(drawn(HIDDEN[how])))
    assert "khoan 9" not in lines(read) and [block.text for block in read.hidden] == [SECRET.decode()]
    assert [(n.code, n.detail) for n in read.notices] == [
        ("hidden-text", str(len(SECRET.replace(b" ", b""))))
    ]
    (letter,) = letters(read)
    assert letter.words.closes and all("khoan 9" not in comment.text for comment in letter.comments)
    assert [piece.text for piece in letter.frame if piece.kind is FrameKind.HIDDEN] == [SECRET.decode()]


SHOWN = {
    "grey": b"BT 0.8 g /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "white on blue": b"0 0 1 rg 80 590 300 30 re f 1 g BT /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "outlined in black, filled with white": b"BT 1 g 2 Tr /F 14 Tf 85 600 Td (%s) Tj 0 Tr 0 g ET",
    "small print": b"BT /F 5 Tf 85 600 Td (%s) Tj ET",
    "white on a picture": b"q 400 0 0 60 80 580 cm /I Do Q BT 1 g /F 14 Tf 85 600 Td (%s) Tj 0 g ET",
    "turned": b"BT /F 14 Tf 0 1 -1 0 300 300 Tm (%s) Tj ET",
}


@pytest.mark.parametrize("how", sorted(SHOWN))
def test_words_that_are_seen_are_read(how: str) -> None:
    read = sheet(page(drawn(SHOWN[how])))
    assert all(word in lines(read).split() for word in SECRET.decode().split()) and not read.hidden
    assert not [notice for notice in read.notices if notice.code == "hidden-text"]


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (b"q 400 0 0 300 80 200 cm /I Do Q", True),
        (b"q 400 0 0 30 80 200 cm /I Do Q", True),  # a line cut out of a scan
        (b"q 80 0 0 80 80 200 cm /I Do Q", False),  # an emblem, a stamp
        (b"q 400 0 0 1 80 200 cm /I Do Q", False),  # a drawn line
    ],
)
def test_a_picture_beside_words_is_told_with_its_page_where_it_may_hold_some(
    picture: bytes, told: bool
) -> None:
    read = sheet(page(picture))
    assert [(n.code, n.detail) for n in read.notices] == ([("paper-pictures", "1")] if told else [])


@pytest.mark.parametrize("bands", [1, 12])
def test_a_page_scanned_in_bands_under_a_stamp_is_a_scan(bands: int, tmp_path: Path) -> None:
    from drafter.intake.paper import portable
    from drafter.intake.paper.opened import Opened

    high = 842 / bands
    drawing = b" ".join(b"q 595 0 0 %d 0 %d cm /I Do Q" % (high, at * high) for at in range(bands))
    made = portable.opened(page(drawing))
    assert isinstance(made, Opened) and made.pictured == (1,)
