"""Text files: encodings of old machines, CSV that breaks its own rules, HTML in Markdown."""

from pathlib import Path

import pytest

from drafter.errors import NotText
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Legacy
from drafter.model import Block, Grid, Sheet, Struck
from tests.inputs import read_comment_file

SAID = (
    "Sở Y tế góp ý dự thảo lần 2\n1. Tại khoản 1 Điều 2, đề nghị sửa “80%” thành “85%”.\n"
    "2. Đề nghị làm rõ đối tượng được bồi dưỡng, nguồn kinh phí và trách nhiệm của các cơ quan."
)


def sheet_of(tmp_path: Path, name: str, content: bytes | str) -> Sheet:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_comment_file(path, root=tmp_path)


def texts(sheet: Sheet) -> list[str]:
    return [part.text for part in sheet.parts if isinstance(part, Block)]


def rows(sheet: Sheet) -> list[list[str]]:
    grid = sheet.parts[0]
    assert isinstance(grid, Grid)
    return [["\n".join(block.text for block in cell) for cell in row] for row in grid.rows]


def legacy(text: str, codes: dict[str, str]) -> bytes:
    """As an old font wrote it: each letter by its code, in the bytes of Windows-1252."""
    by_letter = {letter: code for code, letter in reversed(codes.items())}
    return "".join(by_letter.get(char, char) for char in text).encode("cp1252")


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
@pytest.mark.parametrize("again", ["cp1252", "utf-8"])
def test_codes_of_legacy_fonts_are_decoded_and_told(tmp_path: Path, name: str, again: str) -> None:
    data = legacy(SAID, dict(getattr(lexicon(Legacy), name)))
    found = sheet_of(tmp_path, "gop-y.txt", data.decode("cp1252").encode(again))
    assert "\n".join(texts(found)) == SAID
    assert [notice.code for notice in found.notices] == ["legacy-text"]


def test_capitals_of_tcvn3_are_capitals(tmp_path: Path) -> None:
    data = legacy("Sở TàI CHíNH\nCơ quan của TỉNH\n" + SAID, dict(lexicon(Legacy).tcvn3))
    assert texts(sheet_of(tmp_path, "gop-y.txt", data))[:2] == ["SỞ TÀI CHÍNH", "Cơ quan của TỈNH"]


@pytest.mark.parametrize("times", [1, 2])
def test_utf_8_encoded_once_more_is_decoded(tmp_path: Path, times: int) -> None:
    data = SAID.encode("utf-8")
    for _ in range(times):
        data = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data).encode("utf-8")
    assert "\n".join(texts(sheet_of(tmp_path, "gop-y.txt", data))) == SAID


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_in_tables_too(tmp_path: Path, encoding: str) -> None:
    assert rows(sheet_of(tmp_path, "gop-y.csv", "STT;Góp ý\n1;Bỏ điều 2".encode(encoding)))[1] == [
        "1",
        "Bỏ điều 2",
    ]


def test_what_no_reading_makes_vietnamese_is_refused(tmp_path: Path) -> None:
    scrambled = SAID.encode("utf-16-le").decode("utf-16-be", "replace").encode("utf-8", "replace")
    with pytest.raises(NotText):
        sheet_of(tmp_path, "gop-y.txt", scrambled)


def test_words_of_other_languages_are_no_reason_to_refuse(tmp_path: Path) -> None:
    said = "Đề nghị bổ sung từ “Straße”, “façade” và “naïve” vào bảng thuật ngữ của dự thảo."
    assert texts(sheet_of(tmp_path, "gop-y.txt", said)) == [said]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_quotation_mark_that_nobody_closes_swallows_no_row(tmp_path: Path, mark: str) -> None:
    lines = [
        "STT;Cơ quan;Góp ý",
        '1;Sở A;"80% sửa thành 85%.',
        "2;Sở B;Bỏ điều 2",
        '3;Sở C;"Bỏ ""điều"" 3"',
        "4;Sở D;x",
    ]
    found = sheet_of(tmp_path, "gop-y.csv", "\n".join(lines).replace(";", mark))
    assert [row[1] for row in rows(found)] == ["Cơ quan", "Sở A", "Sở B", "Sở C", "Sở D"]
    assert [row[2] for row in rows(found)][1::2] == ["80% sửa thành 85%.", 'Bỏ "điều" 3']
    assert [(notice.code, notice.detail) for notice in found.notices] == [("unclosed-quote", "2")]


def test_a_cell_with_line_breaks_stays_one_beside_an_unclosed_quotation_mark(tmp_path: Path) -> None:
    found = sheet_of(
        tmp_path,
        "gop-y.csv",
        'STT;Cơ quan;Góp ý\n1;Sở A;"Bỏ điều 1\nBỏ điều 2"\n2;Sở B;"Bỏ điều 3\n3;Sở C;x\n',
    )
    assert [row[2] for row in rows(found)] == ["Góp ý", "Bỏ điều 1\nBỏ điều 2", "Bỏ điều 3", "x"]


def test_quotations_typed_without_doubling_them_stay(tmp_path: Path) -> None:
    found = sheet_of(tmp_path, "gop-y.tsv", 'STT\tCơ quan\tGóp ý\n1\tSở A\t"80%" sửa thành "85%"\n')
    assert rows(found)[1][2] == '"80%" sửa thành "85%"'
    assert not found.notices


def test_html_in_markdown_prints_what_a_page_shows(tmp_path: Path) -> None:
    found = sheet_of(
        tmp_path,
        "gop-y.md",
        "<!-- Hỏi lại Phòng A -->\nSở Y tế có ý kiến:\n\n"
        "1. Bỏ khoản 1.<br>Giữ <u>khoản&nbsp;2</u> <!-- nội bộ -->đến năm 2025<sup>1</sup>.\n"
        "2. Sửa “~~80%~~ 85%” và “<del>90%</del> 95%” theo <tên cơ quan>.\n\n"
        "<p>Bỏ khoản 3.<br/>Giữ khoản 4.</p>\n",
    )
    assert texts(found) == [
        "Sở Y tế có ý kiến:",
        "Bỏ khoản 1.",
        "Giữ khoản\xa02 đến năm 2025¹.",
        "Sửa “85%” và “95%” theo <tên cơ quan>.",
        "Bỏ khoản 3.",
        "Giữ khoản 4.",
    ]
    assert [one.words for part in found.parts if isinstance(part, Block) for one in part.struck] == [
        "80%",
        "90%",
    ]
    assert [(notice.code, notice.detail) for notice in found.notices] == [("hidden-notes", "2")]


def test_a_cell_of_markdown_breaks_at_br_and_loses_struck_words(tmp_path: Path) -> None:
    found = sheet_of(
        tmp_path, "gop-y.md", "| STT | Góp ý |\n|---|---|\n| 1 | Bỏ ~~điều 1~~ điều 2.<br>Giữ điều 3. |\n"
    )
    assert rows(found)[1] == ["1", "Bỏ điều 2.\nGiữ điều 3."]
    grid = found.parts[0]
    assert isinstance(grid, Grid)
    assert grid.rows[1][1][0].struck == (Struck(3, "điều 1"),)


def test_lines_that_a_tag_ends_have_places_of_their_own(tmp_path: Path) -> None:
    found = sheet_of(
        tmp_path,
        "gop-y.md",
        "1. Bỏ điều 1.<br>Giữ điều 2.\n2. Bỏ điều 3.\n\n<p>Bỏ điều 4.</p><p>Bỏ điều 5.</p>\n",
    )
    places = [(part.number, part.offset) for part in found.parts if isinstance(part, Block)]
    assert places == [(1, 0), (1, 11), (2, 0), (4, 0), (4, 11)]
