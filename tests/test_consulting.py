"""Whole consultations: the same results from every engine, and from a run that was stopped and taken up."""

import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import docx
import pytest

from drafter.engines import engine_of
from drafter.errors import OtherRun
from drafter.jobs.consulting.manifest import NAME
from drafter.jobs.consulting.plan import Depth
from drafter.jobs.consulting.run import Consulted, ConsultingOptions, consult
from drafter.jobs.consulting.table import consultation_files
from drafter.model import Office, RowBalance
from drafter.workspace import Workspace
from drafter.writers import issues_docx
from drafter.writers.issues import IssueDocument
from drafter.writers.json.encoding import loads
from tests.made_comments import made_comments

pq = pytest.importorskip("pyarrow.parquet")
pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[1]
MANY, DIFFERENT = 4200, 40
BAD = ["{", '{"text": ""}', '{"text": "ba từ đây", "date": "31/02/2021"}']


def sample() -> Workspace:
    return Workspace(SAMPLE, report=lambda error: pytest.fail(str(error)), reading=True)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A consultation on the sample: few different comments, many copies, some rows of no use."""
    random = Random(1)
    said = [made.text for made in made_comments(sample().rounds.newest, DIFFERENT)]
    lines = [
        json.dumps(
            {
                "text": random.choice(said), "agency": f"Xã {random.randrange(30)}",
                "province": random.choice(["Hà Tĩnh", "Nghệ An"]), "channel": "web", "date": "2021-02-20",
            }
        )
        for _ in range(MANY)
    ]  # fmt: skip
    for at, bad in enumerate(BAD):
        lines.insert(1000 * (at + 1), bad)
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def run(rows: Path, folder: Path, engine: str = "local", depth: Depth = Depth.TABLE) -> Consulted:
    with engine_of(engine, workers=2) as made:
        return consult(
            sample(), ConsultingOptions((str(rows),), folder, depth), made, lambda step, done, total: None
        )


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def whole(rows: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a run that nothing befell."""
    folder = tmp_path_factory.mktemp("whole")
    run(rows, folder)
    return folder


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_every_engine_writes_the_same_to_the_last_byte(
    engine: str, rows: Path, whole: Path, tmp_path: Path
) -> None:
    run(rows, tmp_path / "out", engine)
    assert files(tmp_path / "out") == files(whole)


def test_every_row_is_in_the_results_once_and_the_balance_closes(rows: Path, whole: Path) -> None:
    found = [row for path in sorted(whole.glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]
    assert sorted(row["row"] for row in found) == list(range(1, MANY + len(BAD) + 1))
    balance = run(rows, whole).balance  # nothing is left to do
    assert balance.closes
    assert (balance.rows, balance.comments, balance.told) == (MANY + 3, MANY, 3)
    assert balance.words == sum(row["words"] for row in found)
    lines = rows.read_text("utf-8").splitlines()
    for row in found:
        if row["fault"] is None:
            assert json.loads(lines[row["row"] - 1])["text"] == row["text"]
            assert row["stance"]


def test_the_table_counts_every_comment_once_and_in_its_clause(rows: Path, whole: Path) -> None:
    made = run(rows, whole)
    ((_, data),) = consultation_files(made, Path("bang.json"), Office(), "vi").items()
    document = loads(IssueDocument, data)
    assert (
        sum(issue.comments for issue in document.issues) == MANY == sum(row.comments for row in document.heat)
    )
    assert document.balance.closes and document.balance.told == 3
    for issue in document.issues:
        assert {sum(counts.values()) for counts in (issue.provinces, issue.agencies, issue.channels)} == {
            issue.comments
        }
    found = [row for path in sorted(whole.glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]
    heat = {(row.draft, row.clause): row.comments for row in document.heat if row.scope == "clauses"}
    linked = Counter((row["draft"], row["clause"]) for row in found if row["scope"] == "clauses")
    assert {place: count for place, count in heat.items() if count} == linked
    for suffix in (".csv", ".parquet"):
        assert [path.name for path in consultation_files(made, Path(f"bang{suffix}"), Office(), "vi")] == [
            f"bang{suffix}", f"bang.heat{suffix}",
        ]  # fmt: skip


def test_the_word_table_says_of_every_comment_how_many_said_it_and_leaves_the_answer_open(
    rows: Path, whole: Path
) -> None:
    made = run(rows, whole)
    files = consultation_files(made, Path("bang.docx"), Office(name="Ban soạn thảo"), "vi")
    assert [path.name for path in files] == ["bang.docx", "bang.csv", "bang.heat.csv"]
    document = docx.Document(io.BytesIO(files[Path("bang.docx")]))
    assert "BAN SOẠN THẢO" in document.tables[0].cell(0, 0).text
    told = [[cell.text for cell in row.cells] for row in document.tables[1].rows][1:-1]
    csv = files[Path("bang.csv")].decode("utf-8-sig").splitlines()
    assert len(told) == len(csv) - 1
    assert sum(int(line[3].split("\n")[0].replace(".", "")) for line in told) == MANY
    assert all(line[5].endswith("[Tiếp thu/Không tiếp thu, lý do: …]") for line in told)
    counted = f"Tổng số ý kiến: 4.200; gộp thành {len(told)} vấn đề"
    assert any(counted in line.text for line in document.paragraphs)


def test_of_very_many_issues_the_word_table_has_those_most_people_speak_of_and_counts_the_others(
    rows: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issues_docx, "_MOST", 5)
    made = run(rows, whole)
    files = consultation_files(made, Path("bang.docx"), Office(), "vi")
    document = docx.Document(io.BytesIO(files[Path("bang.docx")]))
    told = [int(row.cells[3].text.split("\n")[0].replace(".", "")) for row in document.tables[1].rows[1:-1]]
    assert len(told) == 5
    left = MANY - sum(told)
    shown = f"{left:,}".replace(",", ".")
    assert any(f"({shown} ý kiến) xem ở bảng dữ liệu" in line.text for line in document.paragraphs)


class Stop(Exception):
    pass


def stopping(after: int) -> Callable[[str, int, int], None]:
    """Progress that stops the run when so many parts are done."""
    left = iter(range(after))

    def told(step: str, done: int, total: int) -> None:
        if next(left, None) is None:
            raise Stop

    return told


@pytest.mark.parametrize("after", [0, 3, 9, 14, 20])
def test_a_run_that_was_stopped_goes_on_and_does_nothing_twice(
    after: int, rows: Path, whole: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(Stop), engine_of("local") as engine:
        consult(sample(), ConsultingOptions((str(rows),), out, Depth.TABLE), engine, stopping(after))
    done = len((out / NAME).read_bytes().splitlines()) - 1
    with (out / NAME).open("ab") as file:
        file.write(b'{"step": "link", "no": 3, "fi')  # as a line stands that was being written
    assert run(rows, out).resumed == done == after + 1
    assert files(out).keys() == files(whole).keys()
    assert {name: data for name, data in files(out).items() if name != NAME} == {
        name: data for name, data in files(whole).items() if name != NAME
    }
    lines = [sorted((folder / NAME).read_bytes().splitlines()) for folder in (out, whole)]
    assert lines[0] == lines[1]


def damages() -> Iterator[tuple[str, Callable[[Path], object]]]:
    yield "part cut", lambda folder: (folder / "part-00002.parquet").write_bytes(b"PAR1")
    yield "part gone", lambda folder: (folder / "part-00000.parquet").unlink()
    yield "issues changed", lambda folder: (folder / "issues-00001.bin").write_bytes(b"")
    yield (
        "line gone",
        lambda folder: (folder / NAME).write_bytes(
            b"".join((folder / NAME).read_bytes().splitlines(keepends=True)[:12])
        ),
    )


@pytest.mark.parametrize("damage", [each for _, each in damages()], ids=[name for name, _ in damages()])
def test_what_is_damaged_is_done_again(
    damage: Callable[[Path], object], rows: Path, whole: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name, data in files(whole).items():
        (out / name).write_bytes(data)
    damage(out)
    balance = run(rows, out).balance
    assert isinstance(balance, RowBalance) and balance.closes
    assert {name: data for name, data in files(out).items() if name != NAME} == {
        name: data for name, data in files(whole).items() if name != NAME
    }


def test_a_folder_of_another_run_is_refused(rows: Path, whole: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_bytes(rows.read_bytes().replace(b"web", b"app"))
    with pytest.raises(OtherRun) as refused:
        run(other, whole)
    assert refused.value.facts["differs"] == "input"
    with pytest.raises(OtherRun) as refused:
        run(rows, whole, depth=Depth.LINK)
    assert refused.value.facts["differs"] == "options"
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter.docx").write_bytes(b"PK")
    with pytest.raises(OtherRun):
        run(rows, tmp_path / "taken")
