"""The page of a whole consultation, and what overview and brief tell of it: the numbers of its table."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from drafter.engines import engine_of
from drafter.jobs.consulting.plan import Depth
from drafter.jobs.consulting.run import ConsultingOptions, consult
from drafter.jobs.consulting.table import consultation_files
from drafter.model import Office
from drafter.workspace import Workspace
from tests.commands import ROOT
from tests.made_comments import made_comments
from tests.test_workbench_pages import faults, watched
from tests.workbench import Desk, chromium, desk, served, words_of

pytest.importorskip("pyarrow.parquet")
pytestmark = pytest.mark.slow

HOSTILE = 'Tại khoản 2 mục III đề nghị bỏ <script>alert(1)</script> "nội dung" & <b>chuyển đổi số</b>.'
FOLDER = "bang.docx.parts"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two drafts of the sample, and the results of a consultation on them."""
    root = tmp_path_factory.mktemp("consulted")
    (root / "drafts").mkdir()
    for path in sorted((ROOT / "drafts").glob("*.docx"))[:2]:
        shutil.copy(path, root / "drafts")
    about = workspace(root).rounds.newest
    said = [made.text for made in made_comments(about, 70)]
    rows = [{"text": text, "province": f"Tỉnh {at % 3}"} for at, text in enumerate(said)]
    rows += [{"text": HOSTILE, "agency": f"Xã {at}"} for at in range(60)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (root / "rows.jsonl").write_text("\n".join([*lines, '{"text": ""}']), "utf-8")
    run(root)
    return root


def workspace(root: Path) -> Workspace:
    return Workspace(root, report=lambda error: pytest.fail(str(error)), reading=True)


def run(root: Path) -> dict[str, bytes]:
    """What `drafter table` writes of it, by name."""
    options = ConsultingOptions((str(root / "rows.jsonl"),), root / FOLDER, Depth.TABLE)
    with engine_of("local") as engine:
        made = consult(workspace(root), options, engine, lambda step, done, total: None)
    files = consultation_files(made, Path("bang.csv"), Office(), "vi")
    return {path.name: data for path, data in files.items()}


@pytest.fixture(scope="module")
def someone(folder: Path) -> Desk:
    return desk(folder)


def issues(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def test_the_page_the_overview_and_the_brief_count_what_the_table_counts(folder: Path, someone: Desk) -> None:
    rows = issues(run(folder)["bang.csv"])
    told = f"Tổng số ý kiến: 130; gộp thành {len(rows)} vấn đề"
    assert sum(int(row["comments"]) for row in rows) == 130
    for path in ("/consultations", "/", "/brief"):
        assert told in words_of(someone.get(path)), path
    assert "1 dòng không dùng được" in words_of(someone.get("/brief"))


def test_every_issue_is_on_one_of_its_pages(folder: Path, someone: Desk) -> None:
    rows = issues(run(folder)["bang.csv"])
    pages = [someone.get("/consultations", name=FOLDER, page=str(at)) for at in (1, 2)]
    counts = [int(count) for page in pages for count in re.findall(r'Số ý kiến"><b>(\d+)</b>', page)]
    assert sorted(counts) == sorted(int(row["comments"]) for row in rows)


def test_words_are_found_without_tone_marks_and_shown_as_words(someone: Desk) -> None:
    page = someone.get("/consultations", query="chuyen doi so")
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "60 ý kiến" in words_of(page)
    assert "Không có vấn đề nào như vậy" in words_of(someone.get("/consultations", query="khong co"))


def test_a_filter_shows_what_it_names_and_no_more(someone: Desk) -> None:
    page = someone.get("/consultations", only="campaign")
    assert "1 vấn đề, 60 ý kiến" in words_of(page)
    place = re.findall(r'<option value="([^"]+)">', page)[0]
    held = someone.get("/consultations", place=place)
    places = re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', held)
    assert places and {" ".join(each.replace("?", "").split()) for each in places} == {place}


def test_a_clause_leads_to_its_place_in_the_draft(someone: Desk) -> None:
    page = someone.get("/consultations")
    links = re.findall(r'<a class="place" href="([^"#]+)#([^"]+)"', page)
    assert links
    for address, name in links[:5]:
        assert f'id="{name.replace("%20", " ")}"' in someone.get(address.replace("&amp;", "&"))


@pytest.mark.parametrize("suffix", ["csv", "docx"])
def test_the_table_can_be_taken_from_the_page(folder: Path, someone: Desk, suffix: str) -> None:
    answer = someone.client.get("/consultations/file", params={"name": FOLDER, "as": suffix})
    assert answer.status_code == 200 and f'filename="bang.{suffix}"' in answer.headers["content-disposition"]
    if suffix == "csv":
        assert answer.content == run(folder)["bang.csv"]
    else:
        assert answer.content[:2] == b"PK"


def test_what_is_no_result_is_not_given(someone: Desk) -> None:
    for asked in ({"name": "../drafts", "as": "csv"}, {"name": FOLDER, "as": "exe"}):
        assert someone.client.get("/consultations/file", params=asked).status_code == 404


def test_results_on_another_draft_are_not_shown(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "a")
    drafts = sorted((tmp_path / "a" / "drafts").iterdir())
    shutil.copy(sorted((ROOT / "drafts").glob("*.docx"))[2], drafts[-1])
    for path in ("/consultations", "/brief"):
        told = words_of(desk(tmp_path / "a").get(path))
        assert "trên bản dự thảo đã bị thay" in told and "Tổng số ý kiến: 130" not in told


def test_a_draft_that_came_since_is_told_beside_the_results(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "a")
    shutil.copy(sorted((ROOT / "drafts").glob("*.docx"))[2], tmp_path / "a" / "drafts")
    for path in ("/consultations", "/brief"):
        told = words_of(desk(tmp_path / "a").get(path))
        assert "Đã có dự thảo mới (lần 3)" in told and "Tổng số ý kiến: 130" in told
        assert "Đã có dự thảo mới" not in words_of(desk(folder).get(path))


@pytest.mark.parametrize("name", ["issues-*.bin", "part-*.parquet"])
def test_damaged_results_are_not_shown(folder: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(folder, tmp_path / "a")
    found = desk(tmp_path / "a")
    assert "Chưa tổng hợp xong" not in words_of(found.get("/consultations"))
    part = next((tmp_path / "a" / FOLDER).glob(name))
    part.write_bytes(part.read_bytes()[:-1])
    told = words_of(found.get("/consultations"))
    assert "Chưa tổng hợp xong" in told and "vấn đề, " not in told


def test_what_is_no_manifest_is_no_consultation(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    shutil.copy(next((ROOT / "drafts").glob("*.docx")), tmp_path / "drafts")
    (tmp_path / "x").mkdir()
    for content in (b"", b"{", b'{"format": 1}\n', b"\xff" * 9):
        (tmp_path / "x" / "manifest.jsonl").write_bytes(content)
        assert "Chưa có đợt lấy ý kiến rộng rãi nào" in words_of(desk(tmp_path).get("/consultations"))


@pytest.mark.browser
def test_the_page_can_be_used_by_everybody(folder: Path) -> None:
    with served(folder) as (address, site), chromium() as browser:
        window = watched(browser, address, site)
        found = [fault for path in ("/consultations", "/brief") for fault in faults(window, path)]
    assert not found, "\n".join(found)
