"""Letters that come as mail: the message itself, what is attached, what mail programs put around it."""

import base64
import quopri
import re
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.errors import DrafterError, SealedMail
from drafter.intake import source_of, unpacked
from drafter.model import FrameKind, Letter
from drafter.readers.comments import read_comment_file
from drafter.wording.errors import sentence
from tests.made_mail import COVER, WANTED, WORDS, mail, outlook

OUTLOOK = Path(__file__).parent / "data" / "mail" / "outlook.msg"
PAGE = (
    "<html><head><style>p.x {color: red}</style></head><body><p>Kính gửi: Ban soạn thảo.</p>"
    "<p>Sở Tài chính góp ý dự thảo Nghị quyết lần 2 như sau:</p><ol><li>Bỏ khoản 9 mục IV.</li>"
    "<li>Đề nghị thay “hằng quý” bằng “hằng năm”.</li></ol><p>Trân trọng.</p></body></html>"
)


def read(data: bytes, name: str = "thu.eml") -> Letter:
    (letter,) = letters(read_comment_file(source_of(data, name)))
    assert letter.words.closes
    return letter


def texts(letter: Letter) -> list[str]:
    return [comment.text for comment in letter.comments]


def names(data: bytes, name: str = "thu.eml") -> list[str]:
    return [member.path for member in unpacked(source_of(data, name))]


@pytest.mark.parametrize("form", ["plain", "page", "outlook", "outlook page"])
def test_a_mail_is_a_letter_whose_head_says_who_wrote_and_when(form: str) -> None:
    made = mail(html=PAGE if "page" in form else "")
    data, name = (outlook(made), "thu.msg") if "outlook" in form else (bytes(made), "thu.eml")
    letter = read(data, name)
    assert texts(letter) == WANTED
    assert letter.agency == "Sở Tài chính" and letter.draft_number == 2
    assert str(letter.date) == "2024-12-03"
    head = [piece.text for piece in letter.frame if piece.kind is FrameKind.LETTERHEAD]
    assert any("Sở Tài chính tỉnh <vanthu@stc.example>" in line for line in head)
    assert any("chính quyền số, đô thị thông minh và kinh tế số, lần 2" in line for line in head)


@pytest.mark.parametrize("charset", ["utf-8", "cp1258", "utf-16"])
@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
def test_the_words_of_a_mail_are_read_in_its_encoding(charset: str, way: str) -> None:
    from tests.test_comments_files import cp1258

    raw = cp1258(WORDS) if charset == "cp1258" else WORDS.encode(charset)
    sent = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(way, bytes)(raw)
    if charset == "utf-16" and way == "8bit":
        pytest.skip("no mail carries null bytes so")
    head = f"From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    letter = read(f"{head}Content-Transfer-Encoding: {way}\n\n".encode() + sent)
    assert [re.sub('"(.*?)"', "“\\1”", text) for text in texts(letter)] == WANTED


def test_a_mail_that_declares_a_wrong_encoding_is_read_all_the_same() -> None:
    head = b"From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n"
    assert texts(read(head + WORDS.encode())) == WANTED


def test_lines_that_a_program_wrapped_are_one_again() -> None:
    flowed = "1. Đề nghị bổ sung chỉ tiêu \nvề hạ tầng số.\n2. Bỏ khoản 9 mục IV.\n-- \nVăn thư\n"
    made = EmailMessage()
    made["From"], made["MIME-Version"] = "Sở Y tế <a@b>", "1.0"
    made.set_content(flowed)
    made.set_param("format", "flowed")
    letter = read(bytes(made))
    assert texts(letter) == ["Đề nghị bổ sung chỉ tiêu về hạ tầng số.", "Bỏ khoản 9 mục IV."]
    assert FrameKind.SIGNATURE in {piece.kind for piece in letter.frame}


def test_a_message_quoted_in_a_page_is_no_comment() -> None:
    quoted = (
        '<div class="gmail_quote">Vào 08:00, 1 thg 12, 2024, Ban soạn thảo đã viết:<br><blockquote>'
        "<p>Đề nghị bổ sung chỉ tiêu về hạ tầng số.</p></blockquote></div></body>"
    )
    letter = read(bytes(mail(html=PAGE.replace("</body>", quoted))))
    assert texts(letter) == WANTED
    thread = [piece.text for piece in letter.frame if piece.kind is FrameKind.THREAD]
    assert any("hạ tầng số" in line for line in thread)


def test_an_answer_of_outlook_ends_where_the_message_before_it_begins() -> None:
    before = (
        "<div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Ban soạn thảo &lt;b@x&gt;<br>"
        "<b>Sent:</b> Monday, December 2, 2024 8:00 AM<br><b>To:</b> Sở Tài chính<br>"
        "<b>Subject:</b> Lấy ý kiến</p></div><p>Đề nghị bổ sung chỉ tiêu về hạ tầng số.</p></body>"
    )
    assert texts(read(bytes(mail(html=PAGE.replace("</body>", before))))) == WANTED


@pytest.mark.parametrize("above", ["", "Kính chuyển.\n\n", "Kính chuyển anh chị xem xét.\n"])
def test_a_message_that_is_passed_on_is_the_answer(above: str) -> None:
    passed = (
        "---------- Forwarded message ---------\nTừ: Sở Y tế <syt@example>\n"
        "Date: T2, 2 thg 12, 2024 lúc 08:00\nSubject: Góp ý\nTo: <b@example>\n\n"
        "1. Đề nghị bổ sung lộ trình.\n"
    )
    assert texts(read(bytes(mail(above + passed)))) == ["Đề nghị bổ sung lộ trình."]


FORWARDED = (
    "\nTừ: Sở Y tế <syt@example>\nDate: T2, 2 thg 12, 2024 lúc 08:00\nSubject: Góp ý\nTo: <b@example>\n\n"
    "1. Đề nghị bổ sung lộ trình.\n2. Bỏ khoản 9 mục IV.\n"
)


@pytest.mark.parametrize(
    "begins", ["-----Original Message-----", "--- Forwarded message ---", "Chuyển tiếp", ""]
)
@pytest.mark.parametrize(
    "above",
    [
        "Kính gửi anh,\n\nEm chuyển góp ý của Sở Y tế ở dưới. Nhờ anh kiểm tra.\n\nTrân trọng.\nVăn thư\n",
        "Kính chuyển phòng CNTT xử lý.\n",
    ],
)
def test_a_message_that_is_forwarded_below_words_that_hand_it_over_is_the_answer(
    above: str, begins: str
) -> None:
    made = mail(f"{above}\n{begins}{FORWARDED}")
    made.replace_header("Subject", "FW: Góp ý")
    letter = read(bytes(made))
    assert texts(letter) == ["Đề nghị bổ sung lộ trình.", "Bỏ khoản 9 mục IV."]
    assert letter.agency == "Sở Y tế" and str(letter.date) == "2024-12-02"


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("RE: Góp ý", "Sở Tài chính gửi kèm văn bản góp ý. Đề nghị bỏ khoản 2 mục III.\n"),
        ("FW: Góp ý", "Kính gửi anh,\n\nSở Tài chính đề nghị bỏ khoản 2 mục III.\n"),
    ],
)
def test_what_is_asked_above_a_quoted_message_is_the_answer(subject: str, own: str) -> None:
    made = mail(f"{own}\n-----Original Message-----{FORWARDED}")
    made.replace_header("Subject", subject)
    letter = read(bytes(made))
    assert len(texts(letter)) == 1 and "bỏ khoản 2 mục III" in texts(letter)[0]


def test_a_sealed_mail_is_told_with_what_to_do() -> None:
    head = (
        b"From: a@b\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nA"
    )
    with pytest.raises(SealedMail) as raised:
        read(head)
    assert "mở thư" in sentence(raised.value)


def test_each_attachment_is_a_file_of_its_own_under_the_name_that_was_sent() -> None:
    made = mail(attached={"Góp ý.docx": b"a", "phiếu góp ý của sở.xlsx": b"b", "Góp ý.docx ": b"c"})
    made.add_attachment(mail(attached={"trong.txt": b"d"}))
    wanted = ["4.eml", "4.eml/trong.txt", "Góp ý (2).docx", "Góp ý.docx", "phiếu góp ý của sở.xlsx"]
    assert sorted(names(bytes(made))) == wanted
    files = {
        each.path: each.source.bytes for each in unpacked(source_of(bytes(made), "t.eml")) if each.source
    }
    assert files["Góp ý.docx"] == b"a" and files["4.eml/trong.txt"] == b"d"


def test_older_programs_write_names_in_the_form_of_a_field() -> None:
    coded = "=?UTF-8?B?" + base64.b64encode("Góp ý.txt".encode()).decode() + "?="
    data = (
        "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        "--x\nContent-Type: text/plain\n\n"
        f'--x\nContent-Type: application/octet-stream; name="{coded}"\n\nabc\n--x--\n'
    )
    assert names(data.encode()) == ["Góp ý.txt"]


def test_pictures_in_the_text_are_told_and_seals_are_no_files() -> None:
    made = mail(html=PAGE.replace("</body>", "<img src=cid:logo></body>"))
    page = made.get_payload()[1]
    page.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    made.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert names(bytes(made)) == []
    sheet = read_comment_file(source_of(bytes(made), "thu.eml"))
    assert [(notice.code, notice.detail) for notice in sheet.notices] == [("mail-pictures", "1")]


def test_a_message_that_outlook_wrote_is_read_with_the_message_attached_to_it() -> None:
    data = OUTLOOK.read_bytes()
    sheet = read_comment_file(source_of(data, "outlook.msg"))
    assert [part.text for part in sheet.parts][:3] == [
        "Date: Tue, 15 Nov 2016 23:29:05 +0000", "To: outer@foo.bar", "Subject: outer subject",
    ]  # fmt: skip
    assert sheet.parts[-1].text == "Outer body"
    (inner,) = unpacked(source_of(data, "outlook.msg"))
    assert inner.path == "test.eml" and inner.source is not None
    assert message_from_bytes(inner.source.bytes)["Subject"] is not None


def test_files_attached_to_a_message_of_outlook_are_those_that_were_sent() -> None:
    made = mail(COVER, attached={"Góp ý của Sở.txt": WORDS.encode(), "phieu.csv": b"a;b"})
    found = unpacked(source_of(outlook(made), "thu.msg"))
    assert {each.path: each.source.bytes for each in found if each.source} == {
        "Góp ý của Sở.txt": WORDS.encode(),
        "phieu.csv": b"a;b",
    }


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_message_that_is_cut_off_or_damaged_is_told_in_a_line(cut: float) -> None:
    for data, name in ((outlook(mail()), "thu.msg"), (OUTLOOK.read_bytes(), "outlook.msg")):
        part = data[: int(len(data) * cut)]
        for damaged in (part, part + b"\xff" * (len(data) - len(part))):
            try:
                unpacked(source_of(damaged, name))
                read_comment_file(source_of(damaged, name))
            except DrafterError:
                pass


@pytest.mark.slow
def test_parts_nested_without_end_are_refused() -> None:
    head = "From: a@b\nMIME-Version: 1.0\n"
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000))
    with pytest.raises(DrafterError):
        read_comment_file(source_of((head + deep).encode(), "thu.eml"))
    many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 5000 + "--b--\n"
    with pytest.raises(DrafterError):
        read_comment_file(source_of((head + many).encode(), "thu.eml"))
