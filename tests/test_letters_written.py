"""Letters of the office: replies with what was decided, reminders to those who have not answered."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.model import Author, Decision, Disposition, ReasonCode, Save, SnapshotKind
from drafter.record import is_ours
from drafter.store import Store
from tests.commands import run
from tests.docx_builder import docx, p
from tests.judges.schema import new_faults

pytestmark = pytest.mark.slow  # whole commands with a database each

DRAFT = (
    "NGHỊ QUYẾT",
    "về chuyển đổi số",
    "Dự thảo lần {number}",
    "I- MỤC TIÊU",
    "1. {target}",
    "2. Mở rộng.",
)
LETTER = (
    "SỞ TÀI CHÍNH\nSố: 12/STC-NS\nHà Tĩnh, ngày 01 tháng 3 năm 2021\nKính gửi: Văn phòng Tỉnh ủy\n"
    "Góp ý dự thảo lần 1:\n1. Tại khoản 1 mục I, đề nghị thay “đạt 30%” bằng “đạt 40%”.\n{more}"
)
ODD = "2. Tại khoản 2 mục I, đề nghị bổ sung “{{ 7*7 }} <b>&amp; {_{ x }_} {% raw %}”.\n"


def workspace(folder: Path, settings: str = "", more: str = ODD) -> Path:
    (folder / "drafts").mkdir()
    (folder / "comments").mkdir()
    for number, target in ((1, "Kinh tế số đạt 30%."), (2, "Kinh tế số đạt 40%.")):
        texts = (line.format(number=number, target=target) for line in DRAFT)
        docx(folder / "drafts" / f"lan {number}.docx", *map(p, texts))
    (folder / "comments" / "stc.txt").write_text(LETTER.format(more=more), encoding="utf-8")
    (folder / "drafter.toml").write_text(settings, encoding="utf-8")
    return folder


def text_of(path: Path) -> str:
    document = Document(str(path))
    texts = (Paragraph(each, document).text for each in document.element.body.iter(qn("w:p")))
    return "\n".join(texts).replace("\u00a0", " ")


def decide(folder: Path, **decisions: Decision) -> None:
    """Decisions by number: `n1=…`."""
    store = Store(folder / ".drafter" / "workspace.db")
    keys = {f"n{each.no}": each.key for each in store.registered()}
    saves = [Save(keys[name], decision) for name, decision in decisions.items()]
    store.save(saves, Author("An", "2021-03-06T08:00:00+07:00"))
    store.close()


def replied(folder: Path, *options: str) -> tuple[str, str]:
    made = run(folder, "reply", "-o", str(folder / "out"), *options)
    assert made.exit_code == 0, made.output
    return text_of(folder / "out" / "tra-loi-so-tai-chinh.docx"), made.stderr


ACCEPTED = Decision(Disposition.ACCEPTED, response="Tiếp thu, đã chỉnh sửa.")
EXPLAINED = Decision(Disposition.EXPLAINED, ReasonCode.SUPERIOR_TARGET, "Chỉ tiêu do Trung ương giao.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace(tmp_path)


def test_what_nobody_has_decided_is_stamped_and_stands_as_a_proposal(folder: Path) -> None:
    text, told = replied(folder)
    assert text.startswith("DỰ THẢO")
    assert text.count("Đề xuất, chưa được quyết định hoặc phê duyệt") == 1
    assert text.count("\nChưa có phương án xử lý\n") == 1  # of the other there is only a blank to be filled
    assert "chưa có phương án xử lý ý kiến số 1–2" in told
    store = Store(folder / ".drafter" / "workspace.db")
    assert store.snapshots() == ()


def test_what_is_decided_goes_out_with_number_reason_and_place(folder: Path) -> None:
    replied(folder)
    decide(folder, n1=ACCEPTED, n2=EXPLAINED)
    text, told = replied(folder)
    assert "DỰ THẢO" not in text.replace("Dự thảo", "") and "Đề xuất" not in text
    assert "Tiếp thu, đã chỉnh sửa.\nThể hiện tại khoản 1 mục I của dự thảo lần 2." in text
    assert "Chỉ tiêu do Trung ương giao." in text and "12/STC-NS ngày 01/3/2021" in text
    assert "chưa có phương án" not in told


def test_an_answer_with_a_blank_does_not_go_out(folder: Path) -> None:
    replied(folder)
    decide(folder, n1=ACCEPTED, n2=replace(EXPLAINED, response="Giải trình: [lý do]"))
    text, told = replied(folder)
    assert text.startswith("DỰ THẢO") and "trả lời ý kiến số 2 còn chỗ trong ngoặc vuông phải điền" in told


def test_only_what_is_decided_counts_where_the_rest_is_open(folder: Path) -> None:
    replied(folder)
    decide(folder, n1=ACCEPTED)
    text, told = replied(folder)
    assert text.startswith("DỰ THẢO") and text.count("\nChưa có phương án xử lý\n") == 1
    assert "chưa có phương án xử lý ý kiến số 2" in told


def test_a_reply_to_a_letter_that_names_no_agency_cannot_go_out_addressed_to_a_files_name(
    tmp_path: Path,
) -> None:
    made = workspace(tmp_path, more="")
    letter = made / "comments" / "stc.txt"
    words = letter.read_text("utf-8").partition("Hà Tĩnh")[2].replace("Tài chính", "")
    letter.with_name("ban-cuoi-01.txt").write_text(f"Hà Tĩnh{words}", encoding="utf-8")
    letter.unlink()
    (out := made / "out").mkdir()
    assert run(made, "reply", "-o", str(out)).exit_code == 0
    decide(made, n1=ACCEPTED)
    done = run(made, "reply", "-o", str(out), "--force")
    (file,) = out.iterdir()
    text = text_of(file)
    assert text.startswith("DỰ THẢO") and "[tên cơ quan nhận]" in text and "ban-cuoi" not in text
    assert "chưa rõ cơ quan nhận" in done.stderr and "ban-cuoi-01" in done.stderr
    settings = '[[letters]]\npath = "ban-cuoi-01.txt"\nagency = "Sở Tài chính"\n'
    (made / "drafter.toml").write_text(settings, encoding="utf-8")
    file.unlink()
    text, told = replied(made)
    assert "Kính gửi: Sở Tài chính" in text and "chưa rõ cơ quan" not in told


def test_where_approval_is_asked_for_a_decision_is_a_proposal_until_then(tmp_path: Path) -> None:
    made = workspace(tmp_path, "approval = true", more="")
    replied(made)
    decide(made, n1=ACCEPTED)
    text, _ = replied(made)
    assert text.startswith("DỰ THẢO") and "Tiếp thu, đã chỉnh sửa." in text
    approved = Decision(Disposition.ACCEPTED, response="Tiếp thu.", approved_by="Bình", version=1)
    decide(made, n1=approved)
    assert not replied(made)[0].startswith("DỰ THẢO")


def test_what_a_comment_says_stays_text_whatever_signs_it_holds(folder: Path) -> None:
    text, _ = replied(folder)
    assert "{{ 7*7 }} <b>&amp; {_{ x }_} {% raw %}" in text


def test_accepted_and_not_to_be_seen_is_told(tmp_path: Path) -> None:
    made = workspace(tmp_path, more="2. Tại khoản 2 mục I, đề nghị thay “Mở rộng” bằng “Thu hẹp”.\n")
    replied(made)
    decide(made, n1=ACCEPTED, n2=ACCEPTED)
    text, told = replied(made)
    assert "chưa thể hiện hoặc mới thể hiện một phần: ý kiến số 2" in told
    assert text.count("Thể hiện tại") == 1
    assert text.count("Sẽ thể hiện tại [điều, khoản, điểm] của dự thảo tiếp theo.") == 0  # a person's words
    decide(made, n2=replace(ACCEPTED, response="Tiếp thu.", version=1))
    assert replied(made)[0].count("Sẽ thể hiện tại [điều, khoản, điểm] của dự thảo tiếp theo.") == 1


def test_what_a_later_draft_has_dropped_is_shown_nowhere_and_told(tmp_path: Path) -> None:
    made = workspace(tmp_path, more="")
    replied(made)
    decide(made, n1=ACCEPTED)
    assert "Thể hiện tại" in replied(made)[0]
    texts = (line.format(number=3, target="Kinh tế số đạt 30%.") for line in DRAFT)
    docx(made / "drafts" / "lan 3.docx", *map(p, texts))
    text, told = replied(made)
    assert "Thể hiện tại" not in text and "một phần: ý kiến số 1" in told


def test_a_decision_made_again_is_sent_again(folder: Path) -> None:
    replied(folder)
    decide(folder, n1=ACCEPTED, n2=EXPLAINED)
    replied(folder)
    decide(folder, n1=Decision(Disposition.ACCEPTED, response=ACCEPTED.response, version=1))
    replied(folder)
    store = Store(folder / ".drafter" / "workspace.db")
    assert len(store.snapshots()) == 2


def test_an_agency_reads_its_own_words_and_no_name_of_another(folder: Path) -> None:
    other = LETTER.replace("SỞ TÀI CHÍNH", "SỞ Y TẾ").replace("12/STC-NS", "9/SYT").format(more="")
    (folder / "comments" / "syt.txt").write_text(other, encoding="utf-8")
    text, _ = replied(folder)
    assert "Y tế" not in text
    text = text_of(folder / "out" / "tra-loi-so-y-te.docx")
    assert "Tài chính" not in text and "7*7" not in text and "đạt 40%" in text


def test_comments_that_clash_are_answered_without_the_other_side(folder: Path) -> None:
    other = LETTER.replace("SỞ TÀI CHÍNH", "SỞ Y TẾ").replace("đạt 40%", "đạt 50%").format(more="")
    (folder / "comments" / "syt.txt").write_text(other, encoding="utf-8")
    text, _ = replied(folder)
    assert "50%" not in text and "Y tế" not in text
    assert "Tiếp thu, đã sửa “đạt 30%” thành “đạt 40%”" in text
    assert "Giải trình: sửa" not in text


def test_what_goes_out_is_kept_once_as_it_went(folder: Path) -> None:
    replied(folder)
    decide(folder, n1=ACCEPTED, n2=EXPLAINED)
    replied(folder)
    replied(folder)
    store = Store(folder / ".drafter" / "workspace.db")
    (kept,) = store.snapshots()
    data = (folder / "out" / "tra-loi-so-tai-chinh.docx").read_bytes()
    assert (kept.kind, kept.agency) == (SnapshotKind.REPLY, "Sở Tài chính")
    assert kept.sha256 == hashlib.sha256(data).hexdigest() and len(kept.decisions) == 2
    whole = store.snapshot(kept.id)
    assert whole is not None and whole.output == data and is_ours(data)


def test_an_edited_letter_is_never_written_over(folder: Path) -> None:
    replied(folder)
    path = folder / "out" / "tra-loi-so-tai-chinh.docx"
    document = Document(str(path))
    document.add_paragraph("Thêm")
    document.save(str(path))
    made = run(folder, "reply", "-o", str(folder / "out"))
    assert made.exit_code == 3 and "--force" in made.stderr and "Thêm" in text_of(path)
    assert run(folder, "reply", "-o", str(folder / "out"), "--force").exit_code == 0
    assert "Thêm" not in text_of(path)


def test_our_own_letter_among_the_comments_is_refused(folder: Path) -> None:
    replied(folder)
    path = folder / "out" / "tra-loi-so-tai-chinh.docx"
    (folder / "comments" / "x.docx").write_bytes(path.read_bytes())
    made = run(folder, "comments")
    assert made.exit_code == 3 and "x.docx" in made.stderr


# --- templates of the office -----------------------------------------------------------------


def own(folder: Path, old: str = "", new: str = "") -> Path:
    """The office's template, `old` in a paragraph replaced by `new`."""
    (folder / "drafter.toml").write_text('[office]\ntemplates = "mau"', encoding="utf-8")
    assert run(folder, "reply", "--templates", str(folder / "mau")).exit_code == 0
    path = folder / "mau" / "reply.docx"
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if old and old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))
    return path


def test_an_office_may_use_a_template_of_its_own(folder: Path) -> None:
    own(folder, "Kính gửi: {{ agency }}", "Gửi {{ agency }}, {{ comments|length }} ý")
    assert "Gửi Sở Tài chính, 2 ý" in replied(folder)[0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ agency }}", "{{ agencyy }}", "agencyy"),
        ("{{ agency }}", "{{ agency", "mau/reply.docx"),
        ("{{ stamp }}", "", "DỰ THẢO"),
        ("{{ agency }}", "{{ ''.__class__.__mro__ }}", "mau/reply.docx"),
        ("{%p endfor %}", "", "mau/reply.docx"),
    ],
)
def test_a_broken_template_is_told_in_one_line(folder: Path, old: str, new: str, told: str) -> None:
    own(folder, old, new)
    made = run(folder, "reply", "-o", str(folder / "out"))
    assert made.exit_code == 3 and told in made.stderr, made.output
    assert len(made.stderr.splitlines()) == 1 and "Traceback" not in made.output
    assert not [*folder.glob("out/*")]


def test_a_template_that_leaves_the_comments_out_is_refused(folder: Path) -> None:
    path = own(folder)
    document = Document(str(path))
    document.tables[1]._element.getparent().remove(document.tables[1]._element)
    document.save(str(path))
    made = run(folder, "reply", "-o", str(folder / "out"))
    assert made.exit_code == 3 and "khoản 1 mục I" in made.stderr


def test_a_template_that_is_no_word_file_is_told(folder: Path) -> None:
    own(folder).write_bytes(b"abc")
    made = run(folder, "reply", "-o", str(folder / "out"))
    assert made.exit_code == 3 and "mau/reply.docx" in made.stderr and len(made.stderr.splitlines()) == 1


# --- reminders ------------------------------------------------------------------------------

ASKED = """
[[agencies]]
name = "Sở Tài chính"
asked = 2021-02-24
due = 2021-03-05
[[agencies]]
name = "UBND huyện Đức Thọ"
asked = 2021-02-24
due = 2021-03-05
address = "Thị trấn Đức Thọ"
[[agencies]]
name = "Sở Nội vụ"
asked = 2021-02-24
due = 2021-03-20
"""


def reminded(folder: Path, *options: str) -> dict[str, str]:
    made = run(folder, "remind", "-o", str(folder / "out"), "--today", "2021-03-10", *options)
    assert made.exit_code == 0, made.output
    return {path.name: text_of(path) for path in sorted(folder.glob("out/*"))}


def test_a_reminder_goes_to_those_alone_who_have_not_answered(tmp_path: Path) -> None:
    found = reminded(workspace(tmp_path, ASKED), "--until", "2021-03-15")
    assert [*found] == ["don-doc-so-noi-vu.docx", "don-doc-uy-ban-nhan-dan-huyen-duc-tho.docx"]
    late = found["don-doc-uy-ban-nhan-dan-huyen-duc-tho.docx"]
    assert "Kính gửi: Ủy ban nhân dân huyện Đức Thọ" in late and "đã quá hạn 05 ngày" in late
    assert "chậm nhất ngày 15/3/2021" in late and "dự thảo lần 1 Nghị quyết về chuyển đổi số" in late
    assert "quá hạn" not in found["don-doc-so-noi-vu.docx"]
    assert len(Store(tmp_path / ".drafter" / "workspace.db").snapshots()) == 2


def test_a_reminder_names_no_draft_by_number_where_nothing_tells_which_was_asked_about(
    tmp_path: Path,
) -> None:
    asked = '[[agencies]]\nname = "UBND huyện Đức Thọ"'
    (letter,) = reminded(workspace(tmp_path, asked)).values()
    assert "dự thảo Nghị quyết về chuyển đổi số." in letter and "(lần" not in letter


def test_a_reply_to_letters_on_several_drafts_is_on_none_of_them_alone(folder: Path) -> None:
    alone = replied(folder)[0]
    assert "dự thảo lần 1 Nghị quyết về chuyển đổi số." in alone and "Khoản 1 mục I\n" in alone
    later = LETTER.replace("lần 1", "lần 2").replace("12/STC-NS", "15/STC-NS").format(more="")
    (folder / "comments" / "stc2.txt").write_text(later.replace("đạt 40%”.", "đạt 50%”."), encoding="utf-8")
    told = replied(folder, "--force")[0]
    assert "15/STC-NS" in told and "Nghị quyết về chuyển đổi số." in told and "(lần" not in told
    assert "Khoản 1 mục I (dự thảo lần 1)" in told and "Khoản 1 mục I (dự thảo lần 2)" in told


def test_whose_silence_is_agreement_is_not_reminded(tmp_path: Path) -> None:
    found = reminded(workspace(tmp_path, f"silence_is_agreement = true\n{ASKED}"))
    assert [*found] == ["don-doc-so-noi-vu.docx"]
    assert "coi là quý cơ quan thống nhất" in found["don-doc-so-noi-vu.docx"]


def test_nobody_is_reminded_where_all_have_answered(tmp_path: Path) -> None:
    made = workspace(tmp_path, '[[agencies]]\nname = "Sở Tài chính"')
    told = run(made, "remind", "-o", str(made / "out"))
    assert told.exit_code == 0 and not (made / "out").exists() and "Không còn" in told.stderr


def test_of_those_who_are_named_only_what_is_true_of_them_is_told(tmp_path: Path) -> None:
    made = workspace(tmp_path, f"silence_is_agreement = true\n{ASKED}")
    options = ("-o", str(made / "out"), "--today", "2021-03-10")
    heard = run(made, "remind", *options, "--agency", "Sở Tài chính")
    assert heard.exit_code == 0 and "Không lập văn bản đôn đốc: Sở Tài chính" in heard.stderr
    assert "thống nhất" not in heard.stderr and not (made / "out").exists()
    silent = run(made, "remind", *options, "--agency", "UBND huyện Đức Thọ")
    assert "được coi là thống nhất" in silent.stderr and "Không lập" not in silent.stderr


def test_a_new_day_before_the_day_of_the_reminder_is_refused(tmp_path: Path) -> None:
    made = workspace(tmp_path, ASKED)
    options = ("-o", str(made / "out"), "--today", "2021-03-22", "--until", "2021-03-20")
    refused = run(made, "remind", *options)
    assert refused.exit_code == 2 and "trở đi" in refused.stderr and not (made / "out").exists()


def test_letters_keep_to_the_schema(folder: Path) -> None:
    replied(folder)
    assert new_faults(folder / "out" / "tra-loi-so-tai-chinh.docx") == []
    (folder / "drafter.toml").write_text(ASKED, encoding="utf-8")
    reminded(folder)
    assert new_faults(folder / "out" / "don-doc-so-noi-vu.docx") == []


def test_the_last_comment_stays_on_one_page_with_the_last_sentence_and_the_signature(folder: Path) -> None:
    replied(folder)
    body = Document(str(folder / "out" / "tra-loi-so-tai-chinh.docx")).element.body
    *_, above, last, foot = body.xpath("./w:tbl[w:tr/w:trPr/w:tblHeader]/w:tr")
    kept = [bool(p.xpath("./w:pPr/w:keepNext")) for row in (above, last) for p in row.xpath("./w:tc/w:p")]
    assert kept == sorted(kept) and kept[-1] and not kept[0]
    said = foot.xpath("string()")
    assert "Trên đây là kết quả" in said and "Nơi nhận:" in said


def test_equal_inputs_give_equal_letters(folder: Path) -> None:
    replied(folder)
    first = (folder / "out" / "tra-loi-so-tai-chinh.docx").read_bytes()
    replied(folder)
    assert (folder / "out" / "tra-loi-so-tai-chinh.docx").read_bytes() == first
    assert Document(io.BytesIO(first)).core_properties.author == "drafter"


OFFICE = """[office]
parent = "UBND tỉnh An Bình"
name = "Sở Nội vụ"
place = "An Bình"
date = 2021-03-30
recipients = ["Như trên;", "- Giám đốc (để b/c)", "Lưu: VT, CNTT"]
"""


@pytest.mark.slow
def test_a_letter_bears_the_day_of_the_office_and_names_those_above_once(tmp_path: Path) -> None:
    folder = workspace(tmp_path, OFFICE)
    text, _ = replied(folder)
    assert "An Bình, ngày 30 tháng 3 năm 2021" in text
    assert "Nơi nhận:\n- Như trên;\n- Giám đốc (để b/c);\n- Lưu: VT, CNTT." in text


def test_an_office_that_signs_in_capitals_is_named_in_small_letters_in_a_sentence(tmp_path: Path) -> None:
    made = workspace(tmp_path, '[office]\nname = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"\n')
    text, _ = replied(made)
    assert "Sở Thông tin và Truyền thông đã nhận được ý kiến" in text
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in text  # over the letter
