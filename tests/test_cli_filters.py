"""Filters on the commands that list comments, places for people, ids on request."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.jobs.filters import NamedClauses, within
from drafter.language.nicknames import means, same
from drafter.model import Alignment, Match, Rounds
from tests.commands import ROOT, run, told
from tests.redrafting import clause, draft

CLAUSE = "điểm d khoản 2 mục III"


def comments(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told("comments", "--json", *arguments).stdout)["comments"]
    return found


def links(*arguments: str) -> dict[str, dict[str, Any]]:
    found = json.loads(told("link", "--json", *arguments).stdout)["links"]
    return {link["comment"]: link for link in found}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("so tai chinh", "Sở Tài chính"), ("STC", "Sở Tài chính"), ("tài chính", "Sở Tài chính"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"), ("skhdt", "Sở Kế hoạch và Đầu tư"),
        ("so khvdt", "Sở Kế hoạch và Đầu tư"), ("UBND tp Hà Tĩnh", "Ủy ban nhân dân thành phố Hà Tĩnh"),
        ("uỷ ban nhân dân thành phố hà tĩnh", "Ủy ban nhân dân thành phố Hà Tĩnh"),
        ("VNPT", "VNPT Hà Tĩnh"),
    ],
)  # fmt: skip
def test_an_agency_is_meant_by_its_words_its_initials_or_a_part_of_it(typed: str, name: str) -> None:
    assert means(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Sở Y tế", "Sở Tư pháp"), ("tai", "Sở Tài chính Hà Nội và Tái"), ("s", "Sở Y tế"), ("", "Sở Y tế")],
)
def test_other_words_mean_no_agency(typed: str, name: str) -> None:
    assert means(typed, name) is (typed == "tai")  # "tai" is a word of it, and that will do


def test_one_name_is_itself_whatever_its_spelling() -> None:
    assert same("SỞ Y TẾ", "Sở y tế") and not same("Sở Y tế", "Sở Y tế Hà Tĩnh")


def test_comments_of_one_agency_are_found_by_a_name_without_marks() -> None:
    assert {one["agency"] for one in comments("--agency", "so tai chinh")} == {"Sở Tài chính"}
    both = comments("--agency", "STC", "--agency", "so y te")
    assert {one["agency"] for one in both} == {"Sở Tài chính", "Sở Y tế"}


def test_comments_on_a_clause_include_those_on_what_is_under_it() -> None:
    all_links = links()
    narrow, wide = links("--clause", CLAUSE), links("--clause", "khoản 2 mục III")
    assert narrow and set(narrow) <= set(wide) < set(all_links)
    assert all(all_links[id] == link for id, link in wide.items())
    assert links("--clause", "III.2") == links("--clause", "iii.2") == wide
    assert {one["id"] for one in comments("--clause", "III.2")} == set(wide)


def test_a_comment_on_an_older_draft_is_found_by_the_place_that_its_clause_has_now() -> None:
    old = replace(draft(clause("1", "Một"), clause("1.a", "A", "1"), clause("2", "Hai")), path="old")
    new = replace(draft(clause("1", "Hai"), clause("2", "Một")), path="new")
    step = Alignment((Match(("1",), ("2",), 1), Match(("2",), ("1",), 1), Match(("1.a",), (), 0)))
    rounds = Rounds((old, new), lambda _old, _new: step)
    second = [NamedClauses(new, frozenset("2"))]
    assert within(["1"], old, second, rounds) and not within(["2"], old, second, rounds)
    assert within(["1.a"], old, second, rounds)  # gone, so its parent's place counts


def test_a_clause_is_sought_in_the_draft_that_comments_are_linked_to() -> None:
    assert set(links("--draft", "1", "--clause", "III.1")) <= set(links("--draft", "1"))


def test_only_what_a_person_must_look_at() -> None:
    assert all(link["review"] for link in links("--review").values())
    assert set(links("--review")) == {id for id, link in links().items() if link["review"]}


def test_only_comments_with_a_verdict_in_the_newest_draft() -> None:
    whole = json.loads(told("evidence", "--json").stdout)["evidence"]
    newest = max(one["draft"] for one in whole)
    done = {one["comment"] for one in whole if one["draft"] == newest and one["verdict"] == "addressed"}
    assert {one["id"] for one in comments("--verdict", "addressed")} == done
    partly = {one["comment"] for one in whole if one["draft"] == newest and one["verdict"] == "partly"}
    assert set(links("--verdict", "addressed", "--verdict", "partly")) == done | partly


def test_evidence_of_one_agency_tells_nothing_of_changes_that_nobody_asked_for() -> None:
    whole = json.loads(told("evidence", "--json").stdout)
    found = json.loads(told("evidence", "--json", "--agency", "so xay dung").stdout)
    assert list(found) == list(whole) and found["silent"] == []
    asked = {one["id"] for one in comments("--agency", "so xay dung")}
    assert [one for one in whole["evidence"] if one["comment"] in asked] == found["evidence"] != []
    shown = told("evidence", "--agency", "so xay dung").stdout
    assert "Sở Xây dựng" in shown and "Sở Y tế" not in shown


def test_silent_changes_of_one_part_of_the_draft() -> None:
    whole = json.loads(told("evidence", "--silent", "--json").stdout)["silent"]
    found = json.loads(told("evidence", "--silent", "--json", "--clause", "III").stdout)["silent"]
    assert 0 < len(found) < len(whole) and all(change in whole for change in found)
    assert told("evidence", "--silent", "--agency", "VNPT").exit_code == 2


@pytest.mark.parametrize(
    ("option", "value", "there"),
    [("--agency", "Bộ Quốc phòng", "Sở Tài chính"), ("--clause", "mục IX", "MỤC TIÊU")],
)
def test_a_filter_that_means_nothing_here_says_what_there_is(option: str, value: str, there: str) -> None:
    result = told("comments", option, value)
    assert result.exit_code == 3 and result.stdout == ""
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith(value) and there in line


def test_filters_that_leave_nothing_over_say_so() -> None:
    result = told("comments", "--json", "--agency", "so y te", "--clause", "phụ lục II")
    assert json.loads(result.stdout)["comments"] == []
    assert result.stderr.strip()


@pytest.mark.few
@pytest.mark.parametrize("command", ["targets", "tasks", "comments", "link", "evidence"])
def test_people_see_places_and_names_and_ids_where_they_want_them(command: str) -> None:
    plain, with_ids = told(command).stdout, told(command, "--ids").stdout
    assert "[" in with_ids and len(with_ids) > len(plain)
    if command in ("targets", "tasks", "link"):
        assert "II.2.1" not in plain and "III.2" not in plain
        assert "mục II" in plain


@pytest.mark.parametrize("command", ["outline", "targets", "tasks", "lint"])
def test_without_a_draft_the_newest_is_meant(command: str) -> None:
    assert told(command, "--json").stdout == told(command, "3", "--json").stdout


def outputs(root: Path) -> list[list[str]]:
    """Every command that writes, without its output."""
    return [
        ["table", "--force", "-o"],
        ["diff", "1", "2", "--force", "--html"],
        ["diff", "1", "2", "--force", "--docx"],
        ["merge", "2", str(root / "drafts" / "1.docx"), "--force", "--docx"],
        ["lint", "2", "--fix"],
    ]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two drafts, a letter, settings."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    for number, path in enumerate(sorted((ROOT / "drafts").glob("*.docx"))[:2], 1):
        shutil.copy(path, tmp_path / "drafts" / f"{number}.docx")
    shutil.copy(ROOT / "comments" / "so-tu-phap.md", tmp_path / "comments" / "a.md")
    (tmp_path / "drafter.toml").write_text('language = "vi"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("at", range(5))
def test_no_output_replaces_an_input_by_any_name(small: Path, at: int) -> None:
    command = outputs(small)[at]
    suffix = ".md" if command[0] == "table" else ".docx"
    inputs = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    (small / f"link{suffix}").symlink_to(small / "comments" / "a.md")
    (small / f"hard{suffix}").hardlink_to(small / "drafts" / "1.docx")
    names = [f"link{suffix}", f"hard{suffix}"]
    if command[0] == "table":
        names += ["comments/a.md", "comments/../comments/a.md"]
    else:
        names += ["drafts/1.docx", "drafts/../drafts/2.docx", "drafter.toml"]
    for name in names:
        result = run(small, *command, str(small / name))
        assert result.exit_code == 3, (name, result.output)
        assert "nguồn" in result.stderr, (name, result.stderr)
    assert {path: path.read_bytes() for path in inputs} == inputs


def test_a_schema_replaces_no_letter(small: Path) -> None:
    letter = small / "comments" / "outline.schema.json"
    letter.write_text("{}", encoding="utf-8")
    result = run(small, "schema", "outline", "-o", str(small / "comments"), "--force")
    assert result.exit_code == 3 and letter.read_text(encoding="utf-8") == "{}"


def test_a_page_is_not_written_where_the_settings_would_stand(small: Path) -> None:
    (small / "drafter.toml").unlink()
    assert run(small, "diff", "1", "2", "--html", str(small / "drafter.toml")).exit_code == 3
    assert not (small / "drafter.toml").exists()
