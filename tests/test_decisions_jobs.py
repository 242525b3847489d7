"""DeedsDone, carrying over and precedents on workspaces: the sample, and stores of other workspaces."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter.analyses.decisions import fallen
from drafter.errors import DrafterError, StoreDamaged
from drafter.jobs.board import board
from drafter.jobs.deeds import DeedsDone
from drafter.jobs.precedents import carried_over, precedents
from drafter.model import (
    Author,
    Comment,
    CommentView,
    Correspondence,
    Decision,
    Deed,
    DeedState,
    Disposition,
    OfferWhy,
    Registered,
    Save,
)
from drafter.store import Store
from drafter.wording.watched import fresh_words
from drafter.workspace import Workspace
from tests.commands import part, workspace

AT = "2021-03-01T08:00:00+07:00"
TAKEN = Decision(Disposition.ACCEPTED, response="Tiếp thu.", decided_by="Văn phòng", decided_at=AT)


REFUSED = replace(TAKEN, disposition=Disposition.EXPLAINED, response="Giải trình: giữ như dự thảo.")


@cache
def read() -> Correspondence:
    return workspace().correspondence(answered=True)


def said(words: str) -> Comment:
    (found,) = [comment for comment in read().comments if words in comment.text]
    return found


@pytest.mark.slow
def test_the_deed_of_a_sample_comment_is_the_edit_that_the_newest_draft_shows() -> None:
    deed = DeedsDone(workspace(), read(), {}).of(said("“trong năm 2021” thành “trong năm 2022”"))
    assert deed is not None and deed.number == 3
    assert any("trong năm 2022" in phrase for phrase in deed.came)
    assert any("trong năm 2021" in phrase for phrase in deed.went)


def test_a_sample_comment_on_whose_clause_only_others_were_followed_has_no_deed() -> None:
    assert DeedsDone(workspace(), read(), {}).of(said("làm rõ nguồn kinh phí thí điểm")) is None


def test_every_edit_that_was_done_for_an_accepted_comment_of_the_sample_is_watched_and_stands() -> None:
    decisions = dict.fromkeys((comment.key for comment in read().comments), TAKEN)
    deeds = DeedsDone(workspace(), read(), decisions)
    assert len(deeds.all()) >= 20
    assert all(fallen(found) is None for found in deeds.watched().values())
    states = {one.state for found in deeds.watched().values() for one in found}
    assert states <= {DeedState.STANDS, DeedState.MOVED}


def test_a_draft_that_is_the_first_to_do_what_was_accepted_is_learned_in_place_of_what_it_did_not_keep() -> (
    None
):
    comment = said("Bổ sung các trường trung cấp")
    before = Deed("x.docx", 2, came=("đặt hàng Trường Đại học Hà Tĩnh và các trường cao đẳng",))

    def followed(disposition: Disposition) -> Deed:
        decisions = {comment.key: replace(TAKEN, disposition=disposition, deed=before)}
        return DeedsDone(workspace(), read(), decisions).all()[comment.key]

    learned = followed(Disposition.ACCEPTED)
    assert learned.number == 3 and any("cao đẳng và trung cấp" in phrase for phrase in learned.came)
    assert followed(Disposition.PARTLY) == before


def test_the_answer_by_a_draft_that_followed_the_decision_is_offered_once() -> None:
    made = board(workspace())
    comment = said("Bổ sung các trường trung cấp")
    early = CommentView(
        Registered(1, comment.key, comment.agency, comment.text),
        replace(TAKEN, draft=2),
        (),
        made.rounds,
        comment,
        evidence=made.evidence[comment.id],
        row=made.rows[comment.id],
    )
    told = fresh_words(early, "vi")
    assert told.startswith("Tiếp thu, ") and "(dự thảo lần 3)" in told
    assert not fresh_words(replace(early, decision=replace(early.decision, draft=3)), "vi")
    assert not fresh_words(replace(early, decision=replace(early.decision, response=told)), "vi")
    assert not fresh_words(replace(early, decision=replace(REFUSED, draft=2)), "vi")


def refusing(root: Path) -> Workspace:
    def refuse(error: DrafterError) -> None:
        raise error

    return Workspace(root, report=refuse)


def made(root: Path, comments: dict[str, str], decision: Decision = TAKEN, agency: str = "Sở A") -> Path:
    """A workspace whose store has these comments (key → text), all decided."""
    root.mkdir(exist_ok=True)
    store = Store(root / ".drafter" / "workspace.db")
    store.register(Registered(0, key, agency, text, 2) for key, text in comments.items())
    store.save([Save(key, decision) for key in comments], Author("Văn phòng", AT))
    store.close()
    return root


WORDS = "Đề nghị điều chỉnh thời hạn hoàn thành từ “trong năm 2021” thành “trong năm 2023”."


@pytest.mark.slow
def test_precedents_come_from_the_workspaces_that_are_named_and_these_are_left_as_they_were(
    tmp_path: Path,
) -> None:
    other = made(tmp_path / "khac", {"x": WORDS})
    root = part_of(tmp_path, 'precedents = ["../khac"]\n')
    before = {path.name: path.read_bytes() for path in (other / ".drafter").iterdir()}
    found = refusing(root)
    comments = found.correspondence(answered=True).comments
    (asked,) = [one for one in comments if "trong năm 2021" in one.text]
    offers = precedents(found, comments)[asked.key]
    assert [(one.past.source, one.why, one.past.decision.decided_at) for one in offers] == [
        ("../khac", OfferWhy.LIKE, AT)
    ]
    assert {path.name: path.read_bytes() for path in (other / ".drafter").iterdir()} == before
    assert not (root / ".drafter").exists()


def test_a_named_workspace_that_is_not_there_or_damaged_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "hong" / ".drafter").mkdir(parents=True)
    (tmp_path / "hong" / ".drafter" / "workspace.db").write_bytes(b"no database of anybody's" * 100)
    (tmp_path / "trong").mkdir()
    root = part_of(tmp_path, 'precedents = ["../khong-co", "../hong", "../trong"]\n')
    told: list[DrafterError] = []
    found = Workspace(root, report=told.append)
    assert precedents(found, [said("giao Sở Y tế")]) == {said("giao Sở Y tế").key: ()}
    assert [error.code for error in told] == ["no-such-folder", "store-damaged"]
    with pytest.raises(StoreDamaged):
        Store(tmp_path / "hong" / ".drafter" / "workspace.db", reading=True)


@pytest.mark.slow
def test_a_letter_that_is_sent_again_in_other_words_is_offered_what_it_was_answered(tmp_path: Path) -> None:
    root = part_of(tmp_path, "")
    store = Store(root / ".drafter" / "workspace.db")
    comments = refusing(root).correspondence(answered=True).comments
    (kept, *_), (changed,) = comments, [one for one in comments if "trong năm 2021" in one.text]
    store.register(
        [
            Registered(0, kept.key, kept.agency, kept.text),
            Registered(0, "old", changed.agency, WORDS),
        ]
    )
    store.save([Save(kept.key, TAKEN), Save("old", TAKEN)], Author("Văn phòng", AT))
    found = refusing(root)
    carried = carried_over(found, found.correspondence(answered=True))
    assert carried.kept == (kept.key,)
    assert [each.registered.key for each in carried.vanished] == ["old"]
    assert [(one.key, one.past.registered.key, one.why) for one in carried.offers] == [
        (changed.key, "old", OfferWhy.CHANGED)
    ]
    assert store.decisions().keys() == {kept.key, "old"}  # nothing was applied


def part_of(folder: Path, settings: str) -> Path:
    root = folder / "viec"
    root.mkdir()
    part(root)
    (root / "drafter.toml").write_text(settings, encoding="utf-8")
    return root
