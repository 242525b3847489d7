"""The answers of the sample, each read by a person against the drafts: `data/answers/sample.tsv`."""

import csv
from pathlib import Path

from drafter.jobs.table import table
from drafter.wording.answers import answer_words
from tests.commands import workspace

SIGNED = Path(__file__).parent / "data" / "answers" / "sample.tsv"


def test_every_answer_of_the_sample_is_the_one_that_was_signed_off() -> None:
    with SIGNED.open(encoding="utf-8", newline="") as file:
        signed = {(row["agencies"], row["comment"]): row for row in csv.DictReader(file, delimiter="\t")}
    rows = table(workspace()).rows
    assert len(rows) == len(signed)
    for row in rows:
        assert row.answer is not None
        read = signed["; ".join(row.agencies), row.text]
        assert answer_words(row.answer, "vi") == read["answer"], read["checked"]
        assert read["checked"]
