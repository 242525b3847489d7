"""Archives and mails among the comments: what lies in them is read as if it lay in the folder."""

import io
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.intake import Member, archives, source_of, unpacked
from drafter.wording.errors import sentence
from tests.commands import run, sample
from tests.inputs import ROOT
from tests.made_mail import COVER, WANTED, WORDS, mail, named_in, outlook, zipped

NAME = "Góp ý của Sở Giáo dục và Đào tạo.txt"
LETTERS = sorted(path for path in (ROOT / "comments").iterdir() if path.is_file())

WINMAIL = b"\x78\x9f\x3e\x22\x01\x00\x01\x90\x08\x00\x04" + bytes(40)


def opened(data: bytes, name: str = "thu.zip") -> tuple[Member, ...]:
    return unpacked(source_of(data, name))


def names(data: bytes, name: str = "thu.zip") -> list[str]:
    return [member.path for member in opened(data, name)]


def faults(data: bytes, name: str = "thu.zip") -> dict[str, str]:
    return {each.path: sentence(each.failure) for each in opened(data, name) if each.failure}


def workspace(folder: Path, files: dict[str, bytes]) -> Path:
    shutil.copytree(ROOT / "drafts", folder / "drafts")
    (folder / "comments").mkdir()
    for name, data in files.items():
        (folder / "comments" / name).write_bytes(data)
    return folder


def comments(folder: Path, *names: str) -> tuple[list[tuple[str, str, str]], list[str], str]:
    """(path, key, text) of each comment; paths of problems; what was told."""
    done = run(folder, "comments", "--json", *names)
    said = json.loads(done.stdout)
    assert said["words"]["closes"]
    listed = [(each["path"], each["key"], each["text"]) for each in said["comments"]]
    return listed, [each["path"] for each in said["problems"]], done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_of_members_are_read_whatever_system_wrote_them(encoding: str) -> None:
    if encoding == "utf-8":
        assert names(zipped({f"Các sở/{NAME}": b"a"})) == [f"Các sở/{NAME}"]
    from tests.test_comments_files import cp1258

    raw = cp1258(NAME) if encoding == "cp1258" else NAME.encode()
    plain = "y" * len(raw)
    assert names(zipped({plain: b"a"}).replace(plain.encode(), raw)) == [NAME]


def test_an_old_name_that_is_no_vietnamese_stays_as_the_format_says() -> None:
    assert names(named_in("cp437", "réponse.txt", b"a")) == ["réponse.txt"]


def test_a_name_that_no_system_has_is_told_without_its_middle() -> None:
    whole, deep = f"{'x' * 60_000}.txt", f"{'d/' * 30_000}q.txt"
    (one,) = names(zipped({whole: b"1"}))
    assert one.startswith("xxx") and one.endswith("xx.txt") and len(one) < 256
    assert all(len(each) < 5000 for each in names(zipped({deep: b"1"})))
    assert names(zipped({f"{'ý' * 240} kiến.docx": b"1"})) == [f"{'ý' * 240} kiến.docx"]
    long = mail(attached={f"{'n' * 3_000}.txt": b"1"}).as_bytes()
    assert all(len(each) < 256 for each in names(long, "thu.eml"))


def test_folders_other_archives_and_mails_within_are_opened_so_far_as_the_limits_go() -> None:
    inner = zipped({"c.txt": b"c"})
    middle = zipped({"b.txt": b"b", "trong.zip": inner})
    deepest = bytes(mail(attached={"d.txt": b"d", "e.zip": inner}))
    data = zipped(
        {"a/a.txt": b"a", "middle.zip": middle, "thu.eml": deepest, "~$a.docx": b"", "__MACOSX/x": b""}
    )
    found = {each.path: each.failure and each.failure.code for each in opened(data)}
    assert found == {
        "a/a.txt": None,
        "middle.zip/b.txt": None,
        "middle.zip/trong.zip": "unsafe",
        "thu.eml": None,
        "thu.eml/d.txt": None,
        "thu.eml/e.zip/c.txt": None,
    }


def test_one_hostile_member_stops_no_other() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../../etc/passwd", "/tuyet-doi.txt", "C:\\windows\\a.txt", "a.txt"):
            archive.writestr(name, b"x")
        with pytest.warns(UserWarning):
            archive.writestr("a.txt", b"another")
        for name, kind in (("lien-ket", stat.S_IFLNK), ("thiet-bi", stat.S_IFCHR)):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, (kind | 0o777) << 16
            archive.writestr(info, b"/etc/passwd")
        archive.writestr("bom.txt", b"0" * (archives.MAX_RATIO * 2**15))
        archive.writestr("tot.txt", WORDS)
    told = faults(made.getvalue())
    assert set(told) == {
        "etc/passwd", "tuyet-doi.txt", "C/windows/a.txt", "a (2).txt", "lien-ket", "thiet-bi", "bom.txt",
    }  # fmt: skip
    assert all("\n" not in line and line.startswith("thu.zip/") for line in told.values())
    good = [each.path for each in opened(made.getvalue()) if each.source]
    assert good == ["a.txt", "tot.txt"]


def test_a_member_behind_a_password_is_told_and_the_others_are_read() -> None:
    data = bytearray(zipped({"a.txt": b"a", "b.txt": b"b"}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    assert [each.path for each in opened(bytes(data)) if each.source] == ["b.txt"]
    assert list(faults(bytes(data))) == ["a.txt"]


def test_sizes_and_numbers_are_limited_over_all_that_lies_within(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zipped({f"{n}.txt": os.urandom(1000) for n in range(4)})
    data = zipped({"a.zip": inner, "b.zip": inner})
    monkeypatch.setattr(archives.Room.__init__, "__defaults__", (archives.MAX_MEMBERS, 14_000))
    assert any("quá lớn" in line or "vượt" in line for line in faults(data).values())
    monkeypatch.setattr(archives.Room.__init__, "__defaults__", (5, archives.MAX_TOTAL))
    assert list(faults(data)) == ["a.zip", "b.zip"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.rar", b"Rar!\x1a\x07\x01\x00" + b"x" * 100, "packed-file"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"x" * 100, "packed-file"),
        ("a.tar.gz", b"\x1f\x8b\x08" + b"x" * 100, "packed-file"),
        ("a.zip", zipped({}), "empty-archive"),
        ("a.zip", zipped({"a.txt": b"a" * 100})[:60], "cut-off"),
        ("a.zip", b"", "empty-file"),
        ("winmail.dat", WINMAIL, "packed-by-outlook"),
    ],
    ids=[
        "rar",
        "7z",
        "tar",
        "nothing in it",
        "cut off",
        "empty",
        "winmail",
    ],  # an archive holds the time it was made
)
def test_what_cannot_be_opened_is_told_in_a_line(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    root = workspace(tmp_path, {name: data, "tot.txt": WORDS.encode()})
    done = run(root, "comments", "--json")
    said = json.loads(done.stdout)
    assert done.exit_code == 3 and [(each["path"], each["code"]) for each in said["problems"]] == [
        (name, code)
    ]
    assert [each["text"] for each in said["comments"]] == WANTED


def test_a_message_of_outlook_that_was_attached_for_other_programs_is_told() -> None:
    assert "winmail.dat" in faults(bytes(mail(attached={"winmail.dat": WINMAIL})), "thu.eml")


@pytest.mark.slow
def test_a_letter_in_an_archive_or_mail_has_the_comments_and_keys_that_it_has_in_the_folder(
    tmp_path: Path,
) -> None:
    chosen = [path for path in LETTERS if path.suffix in (".docx", ".xlsx", ".csv", ".txt")][4:9]
    held = {path.name: path.read_bytes() for path in chosen}
    loose = workspace(tmp_path / "a", held)
    files = {
        "thu.zip": zipped({f"Các sở/{name}": data for name, data in list(held.items())[:3]}),
        "thu.eml": bytes(mail(COVER, attached=dict(list(held.items())[3:4]))),
        "thu.msg": outlook(mail(COVER, attached=dict(list(held.items())[4:]))),
    }
    packed = workspace(tmp_path / "b", files)
    alone, _, _ = comments(loose)
    within, problems, told = comments(packed)
    assert not problems, told
    assert sorted((key, text) for _, key, text in within) == sorted((key, text) for _, key, text in alone)
    assert {Path(path).name for path, _, _ in within} == {path for path, _, _ in alone}
    assert {path.split("/")[0] for path, _, _ in within} == set(files)


@pytest.mark.slow
def test_the_same_file_in_the_folder_in_an_archive_and_in_a_mail_counts_once(tmp_path: Path) -> None:
    data = WORDS.encode()
    files = {
        "gop-y.txt": data,
        "thu.zip": zipped({"a/gop-y.txt": data, "b/gop-y.txt": data}),
        "thu.eml": bytes(mail(COVER, attached={"gop-y.txt": data})),
    }
    found, problems, _ = comments(workspace(tmp_path, files))
    assert [(path, text) for path, _, text in found] == [("gop-y.txt", text) for text in WANTED]
    assert not problems
    done = run(tmp_path, "table", "-o", str(tmp_path / "bang.json"))
    assert done.exit_code == 0, done.stderr
    assert json.loads((tmp_path / "bang.json").read_bytes())["balance"]["closes"]


@pytest.mark.slow
def test_a_mail_or_archive_is_opened_whatever_its_name(tmp_path: Path) -> None:
    data = bytes(mail(COVER, attached={"gop-y.txt": WORDS.encode()}))
    files = {"thu.txt": data, "khong-duoi": zipped({"a.txt": b"1. B\xe1\xbb\x8f kho\xe1\xba\xa3n 2.\n"})}
    found, problems, _ = comments(workspace(tmp_path, files))
    assert {path for path, _, _ in found} == {"thu.txt/gop-y.txt", "khong-duoi/a.txt"} and not problems


@pytest.mark.slow
def test_a_letter_within_is_named_by_its_path_or_with_all_beside_it(tmp_path: Path) -> None:
    files = {
        "thu.zip": zipped({"a/b.txt": WORDS.encode(), "c.txt": b"1. B\xe1\xbb\x8f kho\xe1\xba\xa3n 2.\n"})
    }
    root = workspace(tmp_path, files)
    assert len(comments(root, "thu.zip")[0]) == 3
    assert {path for path, _, _ in comments(root, "thu.zip/a/b.txt")[0]} == {"thu.zip/a/b.txt"}
    assert {path for path, _, _ in comments(root, "comments/thu.zip/a")[0]} == {"thu.zip/a/b.txt"}
    assert run(root, "comments", "thu.zip/d.txt").exit_code == 3


@pytest.mark.slow
def test_a_decision_stays_when_an_archive_is_unpacked_into_the_folder(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"thu.zip": zipped({"gop-y.txt": WORDS.encode()})})
    assert run(root, "table", "-o", str(tmp_path / "a.json")).exit_code == 0
    assert run(root, "decide", "1", "--explain", "--response", "Đã có tại mục I.").exit_code == 0
    (root / "comments" / "thu.zip").unlink()
    (root / "comments" / "gop-y.txt").write_bytes(WORDS.encode())
    assert run(root, "table", "-o", str(tmp_path / "b.json")).exit_code == 0
    rows = json.loads((tmp_path / "b.json").read_bytes())["rows"]
    assert [row["response"] for row in rows if not row["proposed"]] == ["Giải trình: Đã có tại mục I."]


def test_what_drafter_toml_says_of_a_letter_within_holds(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"thu.zip": zipped({"gop-y.txt": "1. Bỏ khoản 9 mục IV.\n".encode()})})
    (root / "drafter.toml").write_text(
        '[[letters]]\npath = "thu.zip/gop-y.txt"\nagency = "Sở Y tế"\n'
        '[[letters]]\npath = "thu.zip/x.txt"\ndraft = 1\n',
        encoding="utf-8",
    )
    done = run(root, "comments", "--json")
    assert [each["agency"] for each in json.loads(done.stdout)["comments"]] == ["Sở Y tế"]
    assert "thu.zip/x.txt" in done.stderr and "thu.zip/gop-y.txt" not in done.stderr


def test_what_is_said_of_an_archive_holds_for_the_letters_in_it_that_nothing_is_said_of(
    tmp_path: Path,
) -> None:
    files = {name: f"1. Bỏ khoản {no} mục IV.\n".encode() for no, name in enumerate("ab", 1)}
    root = workspace(tmp_path, {"thu.zip": zipped({f"x/{name}.txt": data for name, data in files.items()})})
    (root / "drafter.toml").write_text(
        '[[letters]]\npath = "thu.zip"\nagency = "Sở Y tế"\n'
        '[[letters]]\npath = "thu.zip/x/b.txt"\nagency = "Sở Tư pháp"\n',
        encoding="utf-8",
    )
    done = run(root, "comments", "--json")
    assert done.exit_code == 0, done.stderr
    said = {each["path"]: each["agency"] for each in json.loads(done.stdout)["comments"]}
    assert said == {"thu.zip/x/a.txt": "Sở Y tế", "thu.zip/x/b.txt": "Sở Tư pháp"}


@pytest.mark.slow
def test_an_archive_among_the_drafts_is_refused_with_what_to_do(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    (root / "drafts" / "du-thao.zip").write_bytes(zipped({"a.docx": b"PK"}))
    done = run(root, "outline")
    assert done.exit_code == 3 and "drafts/du-thao.zip" in done.stderr and "đặt vào drafts/" in done.stderr


@pytest.mark.slow
def test_mutated_archives_and_mails_end_in_members_or_in_a_line() -> None:
    import random

    chance = random.Random(7)
    made = mail(COVER, attached={"a.txt": b"a" * 50})
    for data, name in (
        (zipped({"a.txt": b"a" * 50, "b.zip": zipped({"c": b"c"})}), "t.zip"),
        (bytes(made), "t.eml"),
    ):
        for _ in range(300):
            mutated = bytearray(data)
            for _ in range(chance.randint(1, 6)):
                mutated[chance.randrange(len(mutated))] = chance.randrange(256)
            try:
                opened(bytes(mutated), name)
            except DrafterError as error:
                assert sentence(error)


@pytest.mark.slow
def test_the_sample_reads_the_same_from_one_archive(tmp_path: Path) -> None:
    root = sample(tmp_path / "a")
    held = {path.name: path.read_bytes() for path in sorted((root / "comments").iterdir())}
    alone, problems, _ = comments(root)
    packed = workspace(tmp_path / "b", {"tat-ca.zip": zipped(held)})
    within, others, _ = comments(packed)
    assert [(f"tat-ca.zip/{path}", key, text) for path, key, text in alone] == within and problems == others


SAID = [
    ("Kính gửi anh/chị,\n\nEm xin gửi kèm văn bản góp ý của Sở X và Sở Y.\n", []),
    (
        "Kính gửi Phòng CNTT,\n\nTheo đề nghị của Sở, đơn vị xin gửi góp ý như file đính kèm. Nhờ anh "
        "chị kiểm tra và phản hồi giúp.\n",
        [],
    ),
    ("Kính gửi Ban soạn thảo,\n\nSở Nội vụ gửi kèm văn bản góp ý. Trân trọng.\n\nVăn thư Sở Nội vụ\n", []),
    ("Kính chuyển phòng CNTT.\n", []),
    (
        "Kính gửi anh,\n\nSở Y tế gửi kèm công văn số 12/SYT-VP về việc góp ý dự thảo Nghị quyết về chuyển "
        "đổi số, đô thị thông minh. Nếu cần thêm thông tin, anh liên hệ em.\n\nEm cảm ơn.\n",
        [],
    ),
    ("Dear all,\n\nPlease find attached our comments on the letter.\n", []),
    (
        "Kính gửi Ban soạn thảo,\n\nSở Nội vụ gửi kèm văn bản góp ý. Ngoài ra, đề nghị bổ sung chỉ "
        "tiêu về hạ tầng số.\n\nTrân trọng.\n",
        ["Ngoài ra, đề nghị bổ sung chỉ tiêu về hạ tầng số."],
    ),
    ("Kính gửi anh,\n\nĐề nghị kiểm tra lại khoản 2 mục III.\n", ["Đề nghị kiểm tra lại khoản 2 mục III."]),
    ("Kính gửi anh,\n\nĐề nghị xem xét lại mức chi.\n", ["Đề nghị xem xét lại mức chi."]),
]


@pytest.mark.slow
def test_what_a_mail_says_of_its_attachments_is_no_comment(tmp_path: Path) -> None:
    held = {"gop-y.txt": WORDS.encode()}
    files = {f"{at}.eml": bytes(mail(words, attached=held)) for at, (words, _) in enumerate(SAID)}
    found, problems, _ = comments(workspace(tmp_path, files))
    own = [[text for path, _, text in found if path == f"{at}.eml"] for at in range(len(SAID))]
    assert own == [wanted for _, wanted in SAID] and not problems
