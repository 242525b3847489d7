"""What is chosen by agency, place or verdict goes out as a part, and says that it is one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.commands import part
from tests.test_decisions import run

ANSWERED = ("Sở Nội vụ", "Sở Tư pháp", "Sở Xây dựng")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return part(tmp_path)


def names(folder: Path, path: str = "tra-loi") -> set[str]:
    return {each.name for each in (folder / path).iterdir()} if (folder / path).is_dir() else set()


def snapshots(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(folder, "log", "--snapshots", "--json").stdout)[
        "snapshots"
    ]
    return found


@pytest.mark.parametrize(
    "command",
    [
        ("comments",),
        ("table", "-o", "OUT.docx"),
        ("reply", "-o", "OUT"),
        ("decide", "1", "--note"),
        ("show", "1"),
    ],
)
def test_a_workspace_without_letters_is_left_as_it_was(folder: Path, command: tuple[str, ...]) -> None:
    for path in (folder / "comments").iterdir():
        path.unlink()
    done = run(folder, *(each.replace("OUT", str(folder / "ra")) for each in command))
    assert done.exit_code == 3 and "comments" in done.stderr
    assert {path.name for path in folder.iterdir()} == {"drafts", "comments"}


def test_a_comment_that_is_decided_needs_no_more_looking_at(folder: Path) -> None:
    def waiting() -> list[str]:
        return [
            each["comment"] for each in json.loads(run(folder, "link", "--review", "--json").stdout)["links"]
        ]

    run(folder, "comments")
    before = waiting()
    assert before
    said = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    no = next(each["no"] for each in said if each["id"] == before[0])
    run(folder, "decide", str(no), "--note")
    assert waiting() == before[1:]


@pytest.mark.slow
def test_a_reply_to_one_agency_is_the_one_among_all(folder: Path) -> None:
    assert run(folder, "reply", "-o", str(folder / "het")).exit_code == 0
    assert run(folder, "reply", "-o", str(folder / "mot"), "--agency", "so tu phap").exit_code == 0
    (name,) = names(folder, "mot")
    assert "tu-phap" in name and name in names(folder, "het")
    assert (folder / "mot" / name).read_bytes() == (folder / "het" / name).read_bytes()
    wrong = run(folder, "reply", "-o", str(folder / "sai"), "--agency", "Bộ Quốc phòng")
    assert wrong.exit_code == 3 and "Sở Tư pháp" in wrong.stderr and not names(folder, "sai")


@pytest.mark.slow
def test_a_reminder_goes_to_the_one_that_is_named(folder: Path) -> None:
    asked = ("Sở Y tế", "Sở Công Thương", "Sở Tư pháp")
    tables = (f'[[agencies]]\nname = "{name}"\ndue = 2021-03-01\n' for name in asked)
    (folder / "drafter.toml").write_text("".join(tables), encoding="utf-8")
    day = ("--today", "2021-03-22")
    assert run(folder, "remind", "-o", str(folder / "het"), *day).exit_code == 0
    assert run(folder, "remind", "-o", str(folder / "mot"), *day, "--agency", "so y te").exit_code == 0
    assert len(names(folder, "het")) == 2
    (name,) = names(folder, "mot")
    assert "y-te" in name and name in names(folder, "het")


def test_the_list_of_agencies_is_among_the_inputs(folder: Path) -> None:
    (folder / "drafter.toml").write_text('agencies = "moi.csv"\n', encoding="utf-8")
    data = "Cơ quan\nSở Y tế\nSở Tư pháp\n".encode()
    (folder / "moi.csv").write_bytes(data)
    out = folder / "bang.json"
    assert run(folder, "table", "-o", str(out)).exit_code == 0
    inputs = {each["path"]: each["sha256"] for each in json.loads(out.read_text("utf-8"))["inputs"]}
    assert inputs["moi.csv"] == hashlib.sha256(data).hexdigest() and "drafter.toml" in inputs


@pytest.mark.slow
def test_what_went_out_is_named_from_the_workspace_whichever_command_wrote_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "ra").mkdir()
    run(folder, "decide", *map(str, range(1, 13)), "--note")
    run(folder, "table", "-o", str(folder / "ra" / "bang.md"))
    run(folder, "form", "-o", str(folder / "ra" / "phieu.docx"))
    run(folder, "reply", "-o", str(folder / "ra"))
    paths = [str(each["path"]) for each in snapshots(folder)]
    assert len(paths) == 6 and all(path.startswith("ra/") for path in paths)
    other = tmp_path_factory.mktemp("khac") / "bang.md"
    run(folder, "table", "-o", str(other))
    assert snapshots(folder)[-1]["path"] == other.as_posix()


# --- a table of some rows ---------------------------------------------------------------------------------


def test_a_table_of_one_agency_is_an_excerpt_and_says_so(folder: Path) -> None:
    run(folder, "table", "-o", str(folder / "het.json"))
    run(folder, "table", "-o", str(folder / "mot.json"), "--agency", "so tu phap")
    whole, found = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("het", "mot"))
    wanted = [row["comments"] for row in whole["rows"] if "Sở Tư pháp" in row["agencies"]]
    assert [row["comments"] for row in found["rows"]] == wanted != []
    assert [row["no"] for row in found["rows"]] == [*range(1, len(wanted) + 1)]
    assert found["balance"] is None and found["excerpt"]["agencies"] == ["so tu phap"]
    assert whole["excerpt"] is None and whole["balance"]["closes"]
    assert found["summary"]["comments"] == sum(map(len, wanted))
    assert found["agencies"]["commented"] == ["Sở Tư pháp"] and found["silent"] == []


@pytest.mark.parametrize("suffix", [".md", ".html", ".csv"])
def test_an_excerpt_says_so_in_every_format(folder: Path, suffix: str) -> None:
    out = folder / f"bang{suffix}"
    assert (
        run(folder, "table", "-o", str(out), "--agency", "so tu phap", "--verdict", "not-yet").exit_code == 0
    )
    text = out.read_text("utf-8-sig")
    assert "Bản trích" in text and "so tu phap" in text
    assert "Sở Xây dựng" not in text


@pytest.mark.parametrize("extra", ["--balance", "--attachment"])
def test_an_excerpt_is_no_annex_and_has_no_balance(folder: Path, extra: str) -> None:
    out = folder / "bang.md"
    done = run(folder, "table", "-o", str(out), "--review", extra)
    assert done.exit_code == 2 and extra in done.stderr and not out.exists()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_excerpt_that_comes_back_lacks_no_other_row(folder: Path, suffix: str) -> None:
    out = folder / f"bang{suffix}"
    run(folder, "table", "-o", str(out), "--agency", "so tu phap")
    found = json.loads(run(folder, "import", str(out), "--dry-run", "--json").stdout)
    assert set(found["summary"]) and found["summary"]["missing"] == 0 == found["summary"]["unknown"]
    assert found["summary"]["unchanged"] == len(found["rows"]) > 0
