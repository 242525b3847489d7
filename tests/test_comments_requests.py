"""The grammar of requests, quotes, stances, topics and names of agencies, on single sentences."""

import unicodedata

import pytest

from drafter.analyses.comments.reading import stance_of, topics_of
from drafter.language.file_senders import from_file_name
from drafter.language.quotes import find_quotes
from drafter.language.requests import grammar, operation
from drafter.language.senders import find_agencies, proper
from drafter.model import Ask, Op, Stance, Topic

# What is said | operation | old words | new words
REQUESTS = """
Đề nghị thay từ “sao chép” bằng từ “giải mã”. | replace | sao chép | giải mã
Đề nghị ghi “tín dụng theo quy định” thay cho “tín dụng”. | replace | tín dụng | tín dụng theo quy định
Đề nghị thay thế cụm từ "A B" thành "C D" cho thống nhất. | replace | A B | C D
Sửa «ba nhóm» thành «bốn nhóm». | replace | ba nhóm | bốn nhóm
Cụm từ “môi trường” quá rộng, đề nghị sửa thành “đất đai”. | replace | môi trường | đất đai
Đề nghị giảm chỉ tiêu từ 80% xuống 70%. | replace | 80% | 70%
Đề nghị nâng tỷ lệ này từ 60% lên trên 75%. | replace | 60% | trên 75%
Lùi thời hạn từ năm 2025 sang năm 2026. | replace | 2025 | 2026
Điều chỉnh thời gian hoàn thành từ quý II/2025 thành quý IV/2025. | replace | quý II/2025 | quý IV/2025
Tỉ lệ trên 80% hồ sơ trực tuyến là quá cao; đề nghị xem xét mức 65%. | replace | trên 80% | 65%
Bổ sung cụm từ “bí mật nhà nước” sau cụm từ “an ninh dữ liệu”. | add | an ninh dữ liệu | bí mật nhà nước
Sau cụm từ “vi mạch” đề nghị bổ sung cụm từ “trí tuệ nhân tạo”. | add | vi mạch | trí tuệ nhân tạo
Bổ sung vào sau cụm từ “huyện” cụm từ “thị xã”. | add | huyện | thị xã
Đề nghị thêm cụm từ “theo quy định của pháp luật”. | add | | theo quy định của pháp luật
Bổ sung Hội Nông dân tỉnh vào các cơ quan phối hợp. | add | | Hội Nông dân tỉnh
Đề nghị bổ sung chính sách đãi ngộ đối với cán bộ cấp xã. | add | |
Đề nghị bổ sung cơ quan chủ trì đối với nhiệm vụ “xây dựng đô thị thông minh”. | add | |
Đề nghị bỏ cụm từ “và tăng dần theo yêu cầu” vì không lượng hóa được. | delete | và tăng dần theo yêu cầu |
Lược bỏ đoạn “trong thời gian qua”. | delete | trong thời gian qua |
Cần bỏ khoản 3 phần V do trùng với “khoản 2 phần IV”. | delete | |
Không nên quy định chỉ tiêu này trong Nghị quyết. | delete | |
Đề nghị tách khoản 7 thành các gạch đầu dòng. | split | |
Gộp điểm a và điểm b do trùng nội dung. | merge | |
Nội dung «kỹ năng số» đề nghị chuyển về khoản 1 mục III. | move | kỹ năng số |
Phần bối cảnh đề nghị rút gọn còn nửa trang. | shorten | |
Đề nghị làm rõ nguồn số liệu của chỉ tiêu này. | clarify | |
Đề nghị xem xét, lượng hóa mục tiêu này. | clarify | |
Đề nghị cân nhắc bỏ điểm c khoản 2. | delete | |
Đề nghị viết lại như sau: “Phấn đấu đến năm 2025 đạt 80%.” | replace | | Phấn đấu đến năm 2025 đạt 80%
"""


def cases() -> list[tuple[str, str, str, str]]:
    rows = [[part.strip() for part in line.split("|")] for line in REQUESTS.strip().splitlines()]
    return [(row[0], row[1], row[2], row[3]) for row in rows]


@pytest.mark.parametrize(("said", "op", "old", "new"), cases())
def test_a_request_gives_its_operation_and_its_words(said: str, op: str, old: str, new: str) -> None:
    assert operation(said) == Ask(Op(op), old or None, new or None)


@pytest.mark.parametrize(("said", "op", "old", "new"), cases())
def test_decomposed_unicode_changes_nothing(said: str, op: str, old: str, new: str) -> None:
    asked = operation(unicodedata.normalize("NFD", said))
    assert asked is not None
    assert asked.op == op
    assert [unicodedata.normalize("NFC", words or "") for words in (asked.old, asked.new)] == [old, new]


def test_a_correction_of_tone_placement_keeps_both_spellings() -> None:
    assert operation("Đề nghị sửa “hoá” thành “hóa”.") == Ask(Op.REPLACE, "hoá", "hóa")


def test_the_cited_cell_gives_the_words_to_replace() -> None:
    asked = operation("Đề nghị sửa thành “mười hai”.", cited="Khoản 2: “mười một”")
    assert asked == Ask(Op.REPLACE, "mười một", "mười hai")


def test_a_cell_of_proposed_wording_gives_the_new_words() -> None:
    asked = operation("Nên nâng tốc độ", cited="“tối thiểu 100 Mbps”", proposal="tối thiểu 200 Mbps")
    assert asked == Ask(Op.REPLACE, "tối thiểu 100 Mbps", "tối thiểu 200 Mbps")


def test_a_proposal_with_a_verb_is_read_as_a_request() -> None:
    asked = operation("Thời hạn là gấp.", proposal="Lùi thời hạn từ năm 2026 sang năm 2027")
    assert asked == Ask(Op.REPLACE, "2026", "2027")


@pytest.mark.parametrize("said", ["Nhất trí với dự thảo.", "Đề nghị sớm ban hành Nghị quyết."])
def test_where_no_operation_is_named_there_is_none(said: str) -> None:
    assert operation(said) is None


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Thống nhất với bố cục dự thảo.", Stance.AGREEMENT),
        ("Hoàn toàn nhất trí, không có ý kiến gì thêm.", Stance.AGREEMENT),
        ("Cơ bản thống nhất, tuy nhiên đề nghị bổ sung lộ trình.", Stance.REQUEST),
        ("Sở không đồng tình với chỉ tiêu trên 40%.", Stance.OBJECTION),
        ("Chưa thống nhất với việc thành lập quỹ.", Stance.OBJECTION),
        ("Cách ghi đơn vị tính chưa thống nhất.", Stance.REQUEST),
        ("Chỉ tiêu này xác định theo tiêu chí nào?", Stance.QUESTION),
        ("Đề nghị thống nhất một cách thể hiện.", Stance.REQUEST),
        ("Các mục tiêu còn dàn trải.", Stance.REQUEST),
        ("Các cơ quan cần có quyết tâm cao.", Stance.REMARK),
        ("Mong Nghị quyết sớm được ban hành.", Stance.REMARK),
    ],
)
def test_a_comment_has_the_stance_of_its_words(said: str, stance: Stance) -> None:
    assert stance_of(said) is stance


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Dung lượng dự thảo còn dài.", Topic.LENGTH),
        ("Phần bối cảnh nên rút gọn.", Topic.SHORTEN),
        ("Chỉ tiêu còn dàn trải, nằm ở nhiều phần.", Topic.SCATTERED),
        ("Mục tiêu này còn chung chung.", Topic.VAGUE),
        ("Đề nghị gộp hai mục này.", Topic.STRUCTURE),
        ("Đề nghị nêu rõ nguồn số liệu.", Topic.EVIDENCE),
        ("Cần bảo đảm tính khả thi.", Topic.FEASIBILITY),
        ("Đề nghị có lộ trình cho từng năm.", Topic.ROADMAP),
        ("Thuật ngữ này dùng chưa nhất quán.", Topic.WORDING),
        ("Phần căn cứ chưa viện dẫn Luật An ninh mạng năm 2018.", Topic.LEGAL_BASIS),
        ("Giảm chỉ tiêu này xuống 70%.", Topic.FIGURE),
        ("Bổ sung cơ quan chủ trì nhiệm vụ này.", Topic.TASK),
    ],
)
def test_a_comment_is_about_its_topic(said: str, topic: Topic) -> None:
    assert topic in topics_of(said, stance_of(said))


def test_quoted_words_of_the_draft_are_no_topic_of_the_comment() -> None:
    assert Topic.ROADMAP not in topics_of("Bỏ cụm từ “lộ trình thực hiện”.", Stance.REQUEST)


def test_quotes_are_found_in_every_kind_of_marks() -> None:
    text = '“một hai” "ba bốn" «năm sáu» ‘bảy tám’ và “mở mà không đóng'
    assert [quote.text for quote in find_quotes(text)] == ["một hai", "ba bốn", "năm sáu", "bảy tám"]
    assert all(text[quote.start : quote.end] == quote.text for quote in find_quotes(text))


def test_bold_words_are_a_quote_but_a_bold_label_is_none() -> None:
    text = "Khoản 2: bỏ cụm từ khi cần thiết ở cuối."
    label, words = (0, 8), (text.index("khi"), text.index(" ở cuối"))
    assert [quote.text for quote in find_quotes(text, (label, words))] == ["khi cần thiết"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("UBND TP AN SƠN", "Ủy ban nhân dân thành phố An Sơn"),
        ("UỶ BAN NHÂN DÂN HUYỆN PHÚ LÂM", "Ủy ban nhân dân huyện Phú Lâm"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH AN SƠN", "Bộ Chỉ huy Quân sự tỉnh An Sơn"),
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN SƠN", "Hội Liên hiệp Phụ nữ tỉnh An Sơn"),
        ("VNPT AN SƠN", "VNPT An Sơn"),
        ("ĐOÀN ĐBQH TỈNH AN SƠN", "Đoàn ĐBQH tỉnh An Sơn"),
        ("ĐẢNG BỘ KHỐI CQ&DN TỈNH", "Đảng bộ Khối CQ&DN tỉnh"),
        ("KIỂM TOÁN NHÀ NƯỚC KHU VỰC II", "Kiểm toán nhà nước khu vực II"),
        ("CÔNG TY CỔ PHẦN PHẦN MỀM BÌNH MINH", "Công ty cổ phần Phần mềm Bình Minh"),
    ],
)
def test_an_agency_is_spelled_as_the_decree_says(printed: str, name: str) -> None:
    assert proper(printed) == name


def test_the_letter_itself_knows_best_how_its_agency_is_spelled() -> None:
    assert (
        proper("CÔNG TY ABC NAM THANH", "Công ty ABC Nam thanh có ý kiến như sau") == "Công ty ABC Nam thanh"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đại diện Sở Công Thương: đề nghị", ["Sở Công Thương"]),
        ("Giám đốc Sở Lao động - Thương binh và Xã hội cho rằng", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Sở Y tế, Sở Nội vụ và Sở Tư pháp thống nhất", ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Văn hóa, Thể thao và Du lịch tổ chức hội nghị", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("đề nghị Ban soạn thảo nghiên cứu cơ sở dữ liệu", []),
    ],
)
def test_agencies_are_found_in_running_text(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_agencies(text)] == names


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("gop-y-so-tai-chinh", "Sở Tài chính"),
        ("so-y-te-lan-2", "Sở Y tế"),
        ("Góp ý của Sở Nội vụ", "Sở Nội vụ"),
        ("bien-ban-hoi-nghi", None),
        ("van-ban-1234", None),
    ],
)
def test_a_file_name_gives_the_agency_it_is_named_for(stem: str, name: str | None) -> None:
    assert from_file_name(stem) == name


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("chuyển nội dung này sang mục IV", True),
        ("chuyển đổi số là nhiệm vụ trọng tâm", False),
        ("chuyển giao công nghệ còn chậm", False),
        ("chuyển biến về nhận thức còn ít", False),
        ("chuyển hóa thành kết quả", False),
        ("đổi tên mục này", True),
        ("đổi mới sáng tạo", False),
        ("nâng mức chi", True),
        ("nâng cao năng lực", False),
        ("giảm mức chi", True),
        ("giảm thiểu rủi ro", False),
        ("giảm nghèo bền vững", False),
        ("hạ chỉ tiêu này", True),
        ("hạ tầng số", False),
        ("tăng mức chi", True),
        ("tăng cường quản lý", False),
        ("tăng trưởng kinh tế", False),
    ],
)
def test_words_that_only_begin_like_an_edit_ask_for_none(said: str, asks: bool) -> None:
    assert (grammar().request.pattern.match(said) is not None) is asks
    assert (grammar().anew.pattern.match(said) is not None) is asks


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ông A, đại diện Hội Bảo vệ người tiêu dùng: Đề nghị bỏ khoản 1", ["Hội Bảo vệ người tiêu dùng"]),
        ("Đại diện Chi cục Bảo vệ môi trường và Sở Y tế đề nghị", ["Chi cục Bảo vệ môi trường", "Sở Y tế"]),
        ("Trung tâm Kiểm soát bệnh tật tỉnh An Sơn cho rằng", ["Trung tâm Kiểm soát bệnh tật tỉnh An Sơn"]),
        (
            "Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh có ý kiến",
            ["Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh"],
        ),
        ("Sở Tài chính bố trí kinh phí", ["Sở Tài chính"]),
    ],
)
def test_a_name_in_no_list_goes_on_in_small_letters_to_what_is_said_of_it(
    said: str, names: list[str]
) -> None:
    assert [said[start:end] for start, end in find_agencies(said)] == names
