"""The sample as it is handed in: everything decided, what goes wrong seen."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run
from tests.sample.decided import LATE, UNDONE, build

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("decided") / "ho-so")


def document(folder: Path, *arguments: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(run(folder, *arguments, "--json").stdout)
    return read


def test_every_comment_is_decided_and_approved(decided: Path, tmp_path: Path) -> None:
    out = tmp_path / "bang.json"
    assert run(decided, "table", "-o", str(out)).exit_code == 0
    table = json.loads(out.read_text("utf-8"))
    summary = table["summary"]
    assert summary["comments"] == 57 and summary["pending"] == 0
    assert summary["accepted"] + summary["partly"] + summary["explained"] + summary["noted"] == 57
    assert not table["provisional"]
    assert all(row["decided_by"] for row in table["rows"])


def test_two_pairs_in_conflict_got_one_explanation_each(decided: Path) -> None:
    clashes = document(decided, "evidence")["conflicts"]
    comments = {each["id"]: each["no"] for each in document(decided, "comments")["comments"]}
    for clash in clashes:
        told = {
            document(decided, "show", str(comments[id]))["decision"]["response"] for id in clash["comments"]
        }
        assert len(told) == 1


def test_the_comment_for_which_accepted_words_were_written_anew_is_named(decided: Path) -> None:
    shown = [document(decided, "show", str(no)) for no in range(1, 4)]
    fallen = [each for view in shown for each in view["watched"] if each["state"] == "overridden"]
    assert [(each["number"], each["gone"]) for each in fallen] == [(3, [UNDONE])]
    (by,) = fallen[0]["by"]
    lowered = document(decided, "show", str(by))
    assert UNDONE in lowered["text"] and lowered["decision"]["disposition"] == "accepted"
    checked = json.loads(run(decided, "check", "--today", "2021-03-20", "--format", "json").stdout)
    assert not [each for each in checked["findings"] if each["code"] == "regressed"]
    (changed,) = [each for each in checked["findings"] if each["code"] == "overridden"]
    assert "lần 3" in changed["message"] and UNDONE in changed["message"]


def test_the_agencies_that_are_late_are_those_that_did_not_answer(decided: Path) -> None:
    told = run(decided, "agencies", "--today", "2021-03-20", "--json")
    late = [each["name"] for each in json.loads(told.stdout)["agencies"] if each["state"] == "silent"]
    assert sorted(late) == sorted(LATE)


def test_every_agency_that_commented_has_its_reply(decided: Path) -> None:
    kept = document(decided, "log", "--snapshots")["snapshots"]
    replies = {each["agency"] for each in kept if each["kind"] == "reply"}
    assert len(replies) == len([*(decided / "tra-loi").glob("*.docx")]) == 17
