"""Comments that the store knows: what comes or is corrected beside one takes neither its number nor what was
decided of it."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.analyses.comments import as_first_read, told_apart
from drafter.jobs.board import board
from drafter.jobs.decisions import DecideOptions, decide
from drafter.model import Comment, Disposition, Letter, Position, Registered, Rounds, Stance
from drafter.workspace import Workspace
from tests.commands import STAGES, part

WISH = "Đề nghị bỏ quy định này."
ANSWER = "Giải trình: quy định cần thiết."


def letter(path: str, *cited: str, day: int | None = None, agency: str = "Sở Tài chính") -> Letter:
    """A letter that says the same under each of the headings."""
    dated = None if day is None else date(2024, 4, day)
    comments = tuple(
        Comment(f"{path}#{no}", agency, dated, None, path, Position(line=no), WISH, cited=head, key="kind")
        for no, head in enumerate(cited, 1)
    )
    return Letter(path, agency, None, dated, Stance.REQUEST, comments)


def by_id(*letters: Letter, known: tuple[Registered, ...] = ()) -> dict[str, str]:
    return {each.id: each.key for one in told_apart(letters, known) for each in one.comments}


def registered(*letters: Letter, known: tuple[Registered, ...] = ()) -> tuple[Registered, ...]:
    """What a store has once the letters were read on top of what it knew."""
    found = {each.key: each for each in known}
    for one in told_apart(letters, known):
        for each in one.comments:
            found.setdefault(
                each.key, Registered(len(found) + 1, each.key, each.agency, each.text, None, each.path)
            )
    return tuple(found.values())


@pytest.mark.parametrize("name", ["a.txt", "z.txt", "a/stc.txt"])
@pytest.mark.parametrize("head", ["", "Điều 4"])
@pytest.mark.parametrize("day", [None, 1, 30])
def test_what_is_said_again_in_another_letter_takes_no_key_that_is_known(
    name: str, head: str, day: int | None
) -> None:
    first, again = letter("stc.txt", "", day=12), letter(name, head, day=day)
    known = registered(first)
    before = by_id(first)
    for order in ((first, again), (again, first)):
        now = by_id(*order, known=known)
        assert now["stc.txt#1"] == before["stc.txt#1"] and len(set(now.values())) == 2


def test_each_keeps_its_key_when_the_first_of_its_kind_goes_and_comes_back() -> None:
    three = [letter(f"{name}.txt", "", day=no) for no, name in enumerate("cba", 1)]
    known = registered(*three)
    whole = by_id(*three, known=known)
    for gone in range(3):
        rest = [one for place, one in enumerate(three) if place != gone]
        assert by_id(*rest, known=known).items() <= whole.items()


def test_letters_that_were_moved_to_a_folder_keep_their_keys() -> None:
    two = [letter("stc.txt", "", day=12), letter("a-stc2.txt", "", day=20)]
    known = registered(*two)
    moved = [letter(f"2024/{one.path}", "", day=12) for one in reversed(two)]
    assert {id.rpartition("/")[2]: key for id, key in by_id(*moved, known=known).items()} == by_id(*two)


def test_before_anything_is_known_the_earlier_letter_is_the_first() -> None:
    early, late = letter("z.txt", "", day=1), letter("a.txt", "", day=9)
    assert by_id(late, early)["z.txt#1"] == by_id(early)["z.txt#1"]


def _corrected(known: tuple[Registered, ...], *letters: Letter) -> list[str]:
    named = tuple(
        replace(one, comments=tuple(replace(each, key=f"new-{each.id}") for each in one.comments))
        for one in letters
    )
    found = as_first_read(named, known, lambda path: path == "stp.txt", Rounds())
    return [each.key for one in found for each in one.comments]


def test_a_corrected_agency_keeps_the_keys_where_it_is_plain_which_is_which() -> None:
    known = registered(letter("stp.txt", "", "", agency="Sở Tư pháp"))
    keys = [each.key for each in known]
    assert _corrected(known, letter("stp.txt", "", "", agency="Sở Nội vụ")) == keys
    for other in (
        letter("stp.txt", "", "", agency="Sở Tư pháp"),  # its own words have changed
        letter("khac.txt", "", "", agency="Sở Nội vụ"),  # nobody corrected that one
        letter("stp.txt", "", agency="Sở Nội vụ"),  # which of the two
    ):
        assert not set(_corrected(known, other)) & set(keys)


# --- in a workspace ------------------------------------------------------------------------------


def opened(root: Path) -> Workspace:
    return Workspace(root, report=lambda _: None, stages=STAGES)


def said(root: Path, path: str) -> tuple[Comment, ...]:
    read = opened(root).correspondence(answered=True)
    return tuple(each for each in read.comments if each.path == path)


def decided(root: Path, path: str) -> int:
    opened(root).ready_store()
    (one,) = said(root, path)
    assert one.no is not None
    decide(opened(root), DecideOptions((one.no,), Disposition.EXPLAINED, response=ANSWER), "A")
    return one.no


@pytest.mark.slow
def test_a_corrected_agency_keeps_number_and_decision_for_good(tmp_path: Path) -> None:
    root = part(tmp_path)
    path = root / "comments" / "stp.txt"
    path.write_text("SỞ TƯ PHÁP\nVề dự thảo lần 2:\n1. Mục III: đề nghị bổ sung lộ trình cụ thể.\n", "utf-8")
    no = decided(root, "stp.txt")
    for agency in ("Sở Ngoại vụ", "Sở Y tế", None):
        entry = "" if agency is None else f'[[letters]]\npath = "stp.txt"\nagency = "{agency}"\n'
        (root / "drafter.toml").write_text(entry, "utf-8")
        seen = board(opened(root))
        (one,) = [each for each in seen.read.comments if each.path == "stp.txt"]
        assert (one.no, one.agency) == (no, agency or "Sở Tư pháp")
        assert ANSWER.endswith(seen.decision(one).response) and seen.decision(one).decided
        assert not seen.carried.vanished and seen.numbered[no].agency == one.agency


@pytest.mark.slow
def test_a_letter_that_tells_no_draft_stays_with_the_one_that_it_was_read_on(tmp_path: Path) -> None:
    root = part(tmp_path)
    first, second = sorted((root / "drafts").iterdir())
    third = root / "drafts" / "du-thao-lan-9.docx"
    second.rename(third)
    path = root / "comments" / "khac.csv"
    path.write_text("Cơ quan,Nội dung góp ý\nSở Y tế,Mục III: đề nghị bổ sung lộ trình cụ thể.\n", "utf-8")
    no = decided(root, "khac.csv")
    assert said(root, "khac.csv")[0].draft == f"drafts/{first.name}"
    shutil.copy(third, second)
    path.rename(path.with_name("a.csv"))
    for answered in (True, False):
        read = opened(root).correspondence(answered=answered)
        (one,) = [each for each in read.comments if each.path == "a.csv"]
        assert (one.no, one.draft) == (no, f"drafts/{first.name}")
