"""Files that come in: the names they get, never over another; put aside and brought back; sorted;
corrected in drafter.toml beside what a person wrote there."""

import string
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path, PureWindowsPath
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import BadSettings, DrafterError, NotFound, NotToml, SettingsElsewhere, StaleSettings
from drafter.jobs.declaring import NEW, declare, of_draft, of_letter
from drafter.jobs.placing import LONGEST, place, safe_name
from drafter.jobs.removing import bring_back, remove, removed
from drafter.jobs.sorting import FileKind, kind_of
from drafter.settings import read_settings
from drafter.workspace import Stages
from drafter.workspace.folder import InputFile
from tests.commands import ROOT

HOSTILE = st.text(
    st.sampled_from('a.đễ/\\:*?"<>|\x00\x1f\u202e\u200b\u0301 ~$' + string.ascii_letters), max_size=300
)


@given(HOSTILE | st.text(max_size=400))
def test_a_name_is_one_part_of_a_path_that_every_system_can_hold(sent: str) -> None:
    name = safe_name(sent)
    assert name and len(name) <= LONGEST and len(name.encode()) <= 255
    assert Path(name).name == name == PureWindowsPath(name).name
    assert not any(category(char)[0] == "C" for char in name) and not set(name) & set('<>:"|?*\\/')
    assert name[0] not in ".~ " and name[-1] not in ". "


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Dự thảo lần 2.docx", "Dự thảo lần 2.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\góp ý.docx", "góp ý.docx"),
        ("con.docx", "_con.docx"),
        ("LPT1", "_LPT1"),
        ("Con đường.docx", "Con đường.docx"),
        ("gop\u202exslx.docx", "gopxslx.docx"),
        ("a\nb\t.txt", "a b.txt"),
        (".drafter", "drafter"),
        ("", "_"),
    ],
)
def test_a_name_keeps_what_is_harmless_in_it(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


def stored(folder: Path, data: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{len(list(folder.iterdir()))}.bin"
    path.write_text(data)
    return path


@given(st.lists(st.tuples(HOSTILE, st.sampled_from("abc")), max_size=6))
def test_no_file_is_put_outside_its_folder_or_over_another(
    tmp_path_factory: pytest.TempPathFactory, sent: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("placing")
    for name, data in sent:
        placed = place(stored(root / "aside", data), root / "comments", name)
        assert placed.path.parent == root / "comments" and placed.path.read_text() == data
    contents = sorted(path.read_text() for path in (root / "comments").glob("*")) if sent else []
    assert contents == sorted({data for _, data in sent})


def test_the_same_content_is_there_already_and_another_one_gets_a_number(tmp_path: Path) -> None:
    folder, aside = tmp_path / "comments", tmp_path / "aside"
    first = place(stored(aside, "a"), folder, "x.txt")
    again = place(stored(aside, "a"), folder, "y.txt")
    other = place(stored(aside, "b"), folder, "X.txt")
    assert first.path.name == "x.txt" and again == type(again)(first.path, already=True)
    assert other.path.name == "X (2).txt" and not list(aside.iterdir())


def test_files_that_come_at_once_under_one_name_all_stay(tmp_path: Path) -> None:
    waiting = [stored(tmp_path / "aside", str(number)) for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        placed = list(pool.map(lambda path: place(path, tmp_path / "comments", "x.txt"), waiting))
    assert len({each.path for each in placed}) == 16
    assert {path.read_text() for path in (tmp_path / "comments").iterdir()} == {str(n) for n in range(16)}


def test_a_removed_file_lies_aside_with_the_time_in_its_name_and_comes_back(tmp_path: Path) -> None:
    (tmp_path / "comments" / "đợt 1").mkdir(parents=True)
    path = tmp_path / "comments" / "đợt 1" / "x.txt"
    path.write_text("a")
    made = remove(tmp_path, "comments/đợt 1/x.txt", "Chuyên viên A")
    assert not path.exists() and [each.by for each in removed(tmp_path)] == ["Chuyên viên A"]
    kept = [each.name for each in (tmp_path / ".drafter" / "removed").glob("*x.txt")]
    assert len(kept) == 1 and kept[0].startswith(f"{date.today():%Y%m%d}-")
    path.write_text("b")
    assert bring_back(tmp_path, made.id).path.name == "x (2).txt" and path.read_text() == "b"
    assert not removed(tmp_path)


@pytest.mark.parametrize(
    "path", ["../x", "drafter.toml", "comments/../drafter.toml", "/etc/passwd", "comments", ""]
)
def test_only_a_file_of_drafts_or_comments_is_removed(tmp_path: Path, path: str) -> None:
    (tmp_path / "comments").mkdir()
    (tmp_path / "drafter.toml").write_text("")
    with pytest.raises(NotFound):
        remove(tmp_path, path, "A")
    assert (tmp_path / "drafter.toml").exists()


@pytest.mark.slow
@pytest.mark.parametrize("kind", FileKind)
def test_the_files_of_the_sample_are_sorted_as_they_lie_there(kind: FileKind) -> None:
    stages = Stages()
    for path in sorted((ROOT / kind.folder).iterdir())[: 20 if kind is FileKind.LETTER else 2]:
        assert kind_of(stages, InputFile(path, path.name, path.name), ()) is kind, path.name


def test_what_was_declared_of_a_file_goes_with_it_and_comes_back_with_it(tmp_path: Path) -> None:
    (tmp_path / "comments").mkdir()
    for name in ("x.txt", "y.txt"):
        (tmp_path / "comments" / name).write_text(name)
        declare(tmp_path, of_letter(name, agency="Sở A", dated=date(2021, 3, 1), draft=None))
    made = remove(tmp_path, "comments/x.txt", "A")
    assert [each.path for each in read_settings(tmp_path).letters] == ["y.txt"]
    bring_back(tmp_path, made.id)
    found = read_settings(tmp_path).of_letter("x.txt")
    assert found is not None and (found.agency, found.date) == ("Sở A", date(2021, 3, 1))


def test_what_a_person_wrote_beside_a_declared_file_stays_when_the_file_goes(tmp_path: Path) -> None:
    (tmp_path / "comments").mkdir()
    (tmp_path / "comments" / "x.txt").write_text("x")
    text = '[[letters]]\npath = "x.txt" # gửi lại lần hai\n'
    (tmp_path / "drafter.toml").write_text(text)
    remove(tmp_path, "comments/x.txt", "A")
    assert (tmp_path / "drafter.toml").read_text() == text


# --- drafter.toml --------------------------------------------------------------------------

WRITTEN = """# của chúng tôi
deadline = 2021-03-31 # hạn trình
[[drafts]] # một
path = "drafts/a.docx"
# ghi chú
number = 1

[office]
name = "Sở TTTT" # tên

[[letters]]
path = "x.docx"
"""


def test_a_correction_leaves_everything_else_as_a_person_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "drafter.toml"
    path.write_text(WRITTEN)
    declare(tmp_path, of_draft("drafts/a.docx", number=2, dated=date(2021, 3, 1), label=None))
    declare(tmp_path, of_letter("y.docx", agency="Sở A", dated=None, draft=2))
    lines = path.read_text().splitlines()
    assert [line for line in WRITTEN.splitlines() if line not in lines] == ["number = 1"]
    found = read_settings(tmp_path)
    assert found.of_draft("drafts/a.docx").number == 2 and found.of_letter("y.docx").agency == "Sở A"  # type: ignore[union-attr]


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, breaks: str, mark: str) -> None:
    path = tmp_path / "drafter.toml"
    path.write_bytes((mark + WRITTEN.replace("\n", breaks)).encode())
    declare(tmp_path, of_letter("x.docx", agency="Sở A", dated=None, draft=None))
    data = path.read_bytes().decode()
    assert data.startswith(mark + "# của") and data.count("\n") == data.count(breaks)
    assert read_settings(tmp_path).letters[0].agency == "Sở A"


def test_what_is_taken_back_goes_and_an_empty_correction_makes_no_entry(tmp_path: Path) -> None:
    declare(tmp_path, of_letter("x.docx", agency=None, dated=None, draft=None))
    assert not (tmp_path / "drafter.toml").exists()
    declare(tmp_path, of_letter("x.docx", agency="A", dated=None, draft=None), seen=NEW)
    declare(tmp_path, of_letter("x.docx", agency=None, dated=None, draft=None))
    assert read_settings(tmp_path).letters[0].agency is None


def test_a_page_that_is_stale_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "drafter.toml"
    path.write_text(WRITTEN)
    seen = read_settings(tmp_path).sha256
    path.write_text(WRITTEN.replace("31", "30"))
    with pytest.raises(StaleSettings):
        declare(tmp_path, of_letter("x.docx", agency="A", dated=None, draft=None), seen=seen)
    assert path.read_text() == WRITTEN.replace("31", "30")


@pytest.mark.parametrize("broken", ["[[drafts]\n", "unknown = 1\n", 'language = "fr"\n', "\x00"])
def test_a_broken_file_is_told_and_stays(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "drafter.toml"
    path.write_text(broken)
    with pytest.raises(DrafterError) as failure:
        declare(tmp_path, of_letter("x.docx", agency="A", dated=None, draft=None))
    assert isinstance(failure.value, BadSettings | NotToml) and path.read_text() == broken


def test_of_corrections_from_one_page_at_once_one_is_kept_and_the_others_are_told(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    seen = read_settings(tmp_path).sha256

    def correct(number: int) -> bool:
        try:
            said = of_letter(f"{number}.docx", agency=f"Sở {number}", dated=None, draft=None)
            declare(tmp_path, said, seen=seen)
        except StaleSettings:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        kept = [number for number, written in enumerate(pool.map(correct, range(16))) if written]
    assert len(kept) == 1
    assert [each.path for each in read_settings(tmp_path).letters] == ["x.docx", f"{kept[0]}.docx"]


def test_agencies_that_stand_in_a_list_of_their_own_are_not_declared_beside_it(tmp_path: Path) -> None:
    from drafter.jobs.declaring import SettingsEntry

    (tmp_path / "drafter.toml").write_text('agencies = "asked.xlsx"\n')
    with pytest.raises(SettingsElsewhere):
        declare(tmp_path, SettingsEntry("agencies", "Sở A", {"due": None}, by="name"))
