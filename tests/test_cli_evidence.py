"""`evidence`, `targets --ledger` and `table --proof` as a user or a script meets them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, SAMPLE, part, run, told
from tests.docx_builder import docx, p
from tests.made_verdicts import DRAFT

VERDICTS = {"addressed", "partly", "not-yet", "already", "regressed", "unclear"}


def test_evidence_follows_the_contract() -> None:
    found = json.loads(told("evidence", "--json").stdout)
    assert set(found) == {"evidence", "silent", "conflicts"}
    for one in found["evidence"]:
        assert list(one) == ["comment", "draft", "verdict", "measures", "clauses", "segments"]
        assert one["verdict"] in VERDICTS
        assert all(list(m) == ["name", "before", "after", "unit"] for m in one["measures"])
    assert all({"old", "new", "segments", "weight"} <= set(one) for one in found["silent"])
    assert all({"comments", "clause", "why"} == set(one) for one in found["conflicts"])


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_person_reads_verdicts_measures_and_words_in_both_languages(lang: str) -> None:
    shown = told("--lang", lang, "evidence").stdout
    words = {"vi": ("4.586", "3.251"), "en": ("4,586", "3,251")}  # of the drafts without their annexes
    assert all(count in shown for count in words[lang])
    assert "measure." not in shown and "verdict." not in shown
    alone = told("--lang", lang, "evidence", "--silent").stdout
    assert "kỹ năng an toàn thông tin" in alone
    assert words[lang][0] not in alone


@pytest.mark.slow
def test_the_ledger_has_a_row_for_each_target_and_needs_no_comments(tmp_path: Path) -> None:
    rows = json.loads(told("targets", "--ledger", "--json").stdout)["ledger"]
    assert all(len(row["entries"]) == 3 for row in rows)
    shutil.copytree(ROOT / "drafts", tmp_path / "drafts")
    result = run(tmp_path, "targets", "--ledger", "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["ledger"]) == len(rows)
    assert told("targets", "2", "--ledger").exit_code == 2


@pytest.mark.slow
def test_proof_adds_the_verdict_and_the_words_around_each_change_to_each_row(tmp_path: Path) -> None:
    plain, proved = tmp_path / "a.csv", tmp_path / "b.csv"
    (tmp_path / "some").mkdir()
    assert run(part(tmp_path / "some"), "table", "-o", str(plain)).exit_code == 0
    assert run(SAMPLE, "table", "-o", str(proved), "--proof").exit_code == 0
    heads = [next(csv.reader(io.StringIO(path.read_text("utf-8-sig")))) for path in (plain, proved)]
    assert len(heads[1]) == len(heads[0]) + 1
    for row in csv.reader(io.StringIO(proved.read_text("utf-8-sig"))):
        if any("“trong năm 2021” thành “trong năm 2022”" in cell for cell in row):
            (proof,) = [cell for cell in row if cell.startswith("Đã thực hiện\n")]
            before, now = proof.split("\n")[-2:]
            assert "hoàn thành trong năm 2021" in before and "hoàn thành trong năm 2022" in now
            return
    raise AssertionError("the row of Sở Xây dựng is missing")


def test_answers_are_proposed_and_decisions_left_to_people(tmp_path: Path) -> None:
    out = tmp_path / "t.json"
    run(SAMPLE, "table", "-o", str(out))
    rows = json.loads(out.read_text(encoding="utf-8"))["rows"]
    assert all(row["disposition"] == "pending" for row in rows)
    assert all(row["proposed"] for row in rows)
    proved = [row["response"] for row in rows if row["evidence"] in ("addressed", "partly", "already")]
    assert proved and all(answer.startswith(("Tiếp thu", "Giải trình")) for answer in proved)
    unproved = [row["response"] for row in rows if row["evidence"] in ("not-yet", "unclear")]
    assert unproved and all("[" in answer or answer == "Ghi nhận ý kiến." for answer in unproved)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".md", ".json"])
def test_proof_is_written_in_every_format(suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"t{suffix}"
    assert run(SAMPLE, "table", "-o", str(out), "--proof").exit_code == 0
    assert out.stat().st_size > 1000


@pytest.mark.slow
def test_with_one_draft_there_is_no_evidence_yet_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    shutil.copy(sorted((ROOT / "drafts").glob("*.docx"))[1], tmp_path / "drafts")
    shutil.copytree(ROOT / "comments", tmp_path / "comments")
    result = run(tmp_path, "evidence", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["evidence"] == []
    assert result.stderr.strip()


def test_the_verdicts_told_above_add_up_to_the_comments() -> None:
    shown = " ".join(told("evidence").stdout.split("┏")[0].split())
    found = {each["comment"] for each in json.loads(told("evidence", "--json").stdout)["evidence"]}
    count, _, verdicts = shown.partition(" ý kiến")
    assert int(count) == len(found) == sum(map(int, re.findall(r"\d+", verdicts)))
    assert "→" not in told("evidence").stdout


@pytest.mark.parametrize(("lang", "words"), [("vi", "chưa có dự thảo sau"), ("en", "no later one")])
def test_of_one_draft_it_is_said_that_evidence_needs_the_next(tmp_path: Path, lang: str, words: str) -> None:
    for name in ("drafts", "comments"):
        (tmp_path / name).mkdir()
    docx(tmp_path / "drafts" / "1.docx", *map(p, ["Dự thảo lần 1", *DRAFT.strip().split("\n")]))
    letter = "SỞ Y TẾ\n\n1. Tại khoản 2 Điều 1 bỏ “an toàn”.\n2. Tại khoản 3 Điều 2 bổ sung “hằng quý”.\n"
    (tmp_path / "comments" / "so-y-te.txt").write_text(letter, encoding="utf-8")
    result = run(tmp_path, "--lang", lang, "evidence")
    assert result.exit_code == 0
    assert words in result.stderr and "2" in result.stderr
    assert result.stdout.strip() == ""
