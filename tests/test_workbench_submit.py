"""The reviewers' page: an agency's own comments and outcomes, by its own address, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from drafter.jobs.decisions import DecideOptions, decide
from drafter.jobs.reviewing import heard
from drafter.model import Disposition
from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.web.reviewers import Pace
from tests.commands import SAMPLE, STAGES, part
from tests.workbench import BASE, chromium, desk, served, words_of

TODAY = date(2021, 3, 10)
JUSTICE, HOME = "Sở Tư pháp", "Sở Nội vụ"


@dataclass
class Guest:
    """A reviewer at its page."""

    client: TestClient
    token: str

    @property
    def home(self) -> str:
        return f"/submit/{self.token}"

    def get(self, under: str = "") -> str:
        answer = self.client.get(self.home + under)
        assert answer.status_code == 200, answer.text[:500]
        return answer.text

    def post(
        self, under: str, files: list[tuple[str, tuple[str, bytes]]] | None = None, **fields: object
    ) -> int:
        found = re.search(r'name="secret" value="(\w+)"', self.get())
        data = {"secret": found[1] if found else "", **fields}
        sent = self.client.post(self.home + under, data=data, files=files, follow_redirects=False)
        return sent.status_code


def guest(root: Path, agency: str = JUSTICE, *, due: date = TODAY, today: date = TODAY) -> Guest:
    app = application(ServeOptions(root=root, lang="vi"))
    site = app.state.site
    site.today = lambda: today
    token = site.reviewers.make(agency, due, "Chuyên viên A", TODAY)
    return Guest(TestClient(app, base_url=BASE, raise_server_exceptions=False), token)


@pytest.mark.slow
def test_an_agency_sees_its_own_comments_without_logging_in(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    words = words_of(one.get())
    assert JUSTICE in words and "Ý kiến đã nhận" in words and "Tải dự thảo" in words
    board = one.client.app.state.site.board()[0]  # type: ignore[attr-defined]
    for comment in board.read.comments:
        assert (" ".join(comment.text.split()) in words) is (comment.agency == JUSTICE)
    assert (
        one.client.get(f"{one.home}/draft").content
        == sorted((tmp_path / "drafts").iterdir())[-1].read_bytes()
    )
    assert one.client.get(f"{one.home}/form").content[:2] == b"PK"


@pytest.mark.slow
def test_nothing_else_is_reached_with_its_address(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    one.get()
    for path in ("/", "/files", "/comments", "/table", "/reviewers", "/log", f"{one.home}/../../files"):
        answer = one.client.get(path, follow_redirects=False)
        assert answer.status_code in (303, 404) and HOME not in answer.text
        assert answer.headers.get("location", "/enter").partition("?")[0] == "/enter"


@pytest.mark.parametrize("end", ["unknown", "revoked", "expired", "replaced"])
def test_a_token_that_serves_no_more_is_as_unknown_as_any_other(tmp_path: Path, end: str) -> None:
    one = guest(part(tmp_path))
    site = one.client.app.state.site  # type: ignore[attr-defined]
    if end == "unknown":
        one.token = "x" * 43
    elif end == "revoked":
        site.reviewers.revoke(site.reviewers.all()[0].id)
    elif end == "expired":
        site.today = lambda: TODAY + timedelta(365)
    else:
        site.reviewers.make(JUSTICE, TODAY, "A", TODAY)
    answer = one.client.get(one.home)
    assert answer.status_code == 404
    assert answer.text == one.client.get("/submit/anything").text


@pytest.mark.slow
def test_no_token_stands_in_the_file_or_in_the_audit(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    one.get()
    kept = [path for path in (tmp_path / ".drafter").rglob("*") if path.is_file()]
    assert any(path.name == "reviewers.json" for path in kept)
    assert all(one.token.encode() not in path.read_bytes() for path in kept)
    assert JUSTICE in (tmp_path / ".drafter" / "audit.jsonl").read_text("utf-8")


@pytest.mark.slow
def test_after_the_time_nothing_is_sent_and_what_came_is_still_seen(tmp_path: Path) -> None:
    one = guest(part(tmp_path), today=TODAY + timedelta(10))
    assert "Đã hết thời gian gửi góp ý" in words_of(one.get()) and "/write" not in one.get()
    secret = one.client.app.state.site.reviewers  # type: ignore[attr-defined]
    fields = {
        "secret": secret.form_secret(secret.all()[0]),
        "clause": "",
        "words": "Đề nghị bổ sung lộ trình.",
    }
    assert one.client.post(f"{one.home}/write", data=fields).status_code == 403


@pytest.mark.parametrize("secret", ["", "x" * 64])
def test_a_form_that_was_made_for_nobody_or_for_another_agency_is_refused(
    tmp_path: Path, secret: str
) -> None:
    one = guest(part(tmp_path))
    site = one.client.app.state.site  # type: ignore[attr-defined]
    other = site.reviewers.find(site.reviewers.make(HOME, TODAY, "A", TODAY), TODAY)
    for given in (secret, site.reviewers.form_secret(other)):
        answer = one.client.post(f"{one.home}/write", data={"secret": given, "words": "x"})
        assert answer.status_code == 403
    headers = {"origin": "http://example.org"}
    assert one.client.post(f"{one.home}/write", data={"words": "x"}, headers=headers).status_code == 403


@pytest.mark.slow
def test_what_is_written_in_the_page_is_a_comment_on_its_clause_and_can_be_changed(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    board = one.client.app.state.site.board  # type: ignore[attr-defined]
    draft = board()[0].rounds.newest
    clause = next(each for each in draft.clauses if each.locator.startswith("khoản 2, mục III"))
    words = "Đề nghị bổ sung lộ trình thực hiện cho từng năm."
    assert (
        one.post(
            "/write", clause=[clause.id, ""], words=[words, "=1+1 Đề nghị rút gọn dự thảo."], reason=["", ""]
        )
        == 303
    )
    made = [each for each in board()[0].read.comments if each.path.startswith("so-tu-phap-2021-03-10")]
    assert [each.agency for each in made] == [JUSTICE, JUSTICE] and words in [each.text for each in made]
    one_ = next(each for each in made if each.text == words)
    assert one_.draft == draft.path and board()[0].links[one_.id].clauses[0].id == clause.id
    path = "comments/so-tu-phap-2021-03-10.xlsx"
    assert words in one.client.get(one.home, params={"edit": path}).text
    changed = "Đề nghị bổ sung lộ trình thực hiện cho cả giai đoạn."
    assert one.post("/write", clause=clause.id, words=changed, reason="", replaces=path) == 303
    made = [each.text for each in board()[0].read.comments if each.path.startswith("so-tu-phap-2021-03-10")]
    assert made == [changed]
    assert one.post("/withdraw", path="comments/so-noi-vu.docx") == 404
    assert (tmp_path / "comments" / "so-noi-vu.docx").exists()


@pytest.mark.slow
def test_a_file_that_is_sent_is_the_agencys_own_whatever_it_says(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    letter = "SỞ NỘI VỤ\nKính gửi: Sở TTTT.\n1. Đề nghị bổ sung lộ trình vào khoản 2 mục III.\n"
    assert one.post("/send", files=[("files", ("../so-noi-vu.txt", letter.encode()))]) == 303
    board = one.client.app.state.site.board()[0]  # type: ignore[attr-defined]
    (made,) = [each for each in board.read.comments if each.path.endswith("so-noi-vu.txt")]
    assert made.agency == JUSTICE and made.path.startswith("so-tu-phap-2021-03-10")
    assert "Đề nghị bổ sung lộ trình" in one.get()
    bad = one.post("/send", files=[("files", ("x.exe", b"MZ"))])
    assert bad == 200 and not list((tmp_path / "comments").glob("*.exe"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["minutes", "table"])
def test_an_agency_sends_nothing_in_the_name_of_another(tmp_path: Path, kind: str) -> None:
    one = guest(part(tmp_path), "Sở Y tế")
    words = "Đề nghị bỏ điểm a khoản 2 mục III."
    texts = {
        "minutes": f"BIÊN BẢN HỌP\nThành phần: {JUSTICE}\n1. {JUSTICE}: {words}\n2. {HOME}: {words}\n",
        "table": f"Cơ quan,Nội dung góp ý,Điều khoản\nSở Y tế,{words},\n{JUSTICE},{words},\n",
    }
    name = {"minutes": "bien-ban.md", "table": "bang.csv"}[kind]
    assert one.post("/send", files=[("files", (name, texts[kind].encode()))]) == 200
    assert not [*(tmp_path / "comments").glob("so-y-te*")] and not (tmp_path / "drafter.toml").exists()
    own = f"Cơ quan,Nội dung góp ý,Điều khoản\nSở Y tế,{words},\n"
    assert one.post("/send", files=[("files", ("bang.csv", own.encode()))]) == 303


def _zipped(letter: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("van-ban/gop-y.txt", letter)
    return made.getvalue()


def _mailed(letter: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "x@y.vn", "Góp ý"
    mail.set_content("Xin gửi kèm.")
    mail.add_attachment(letter, maintype="text", subtype="plain", filename="gop-y.txt")
    return mail.as_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "packed"), [("a.zip", _zipped), ("a.txt", _zipped), ("a.docx", _zipped), ("a.eml", _mailed)]
)
def test_a_letter_of_another_agency_comes_in_no_wrapping(
    tmp_path: Path, name: str, packed: Callable[[bytes], bytes]
) -> None:
    one = guest(part(tmp_path), "Sở Y tế")
    before = {each.name for each in (tmp_path / "comments").iterdir()}
    letter = f"{JUSTICE.upper()}\nSố: 999/STP-VB\n1. Đề nghị bỏ điểm a khoản 2 mục III.\n".encode()
    assert one.post("/send", files=[("files", (name, packed(letter)))]) == 200
    assert {each.name for each in (tmp_path / "comments").iterdir()} == before
    assert not (tmp_path / "drafter.toml").exists()
    assert one.post("/send", files=[("files", ("a.txt", letter))]) == 303
    board = one.client.app.state.site.board()[0]  # type: ignore[attr-defined]
    assert {each.agency for each in board.read.letters if each.path not in before} == {"Sở Y tế"}


@pytest.mark.slow
def test_two_agencies_that_send_the_same_file_are_both_heard_and_each_once(tmp_path: Path) -> None:
    part(tmp_path)
    words = "Nhất trí với dự thảo, không có ý kiến khác.\n".encode()
    for agency in ("Sở Y tế", "Công an tỉnh"):
        one = guest(tmp_path, agency)
        assert one.post("/send", files=[("files", ("a.txt", words))]) == 303
        assert one.post("/send", files=[("files", ("a.txt", words))]) == 200  # it is there already
    board = one.client.app.state.site.board()[0]  # type: ignore[attr-defined]
    said = [each.agency for each in board.read.letters]
    assert said.count("Sở Y tế") == said.count("Công an tỉnh") == 1


@pytest.mark.slow
def test_what_was_written_and_is_refused_stays_in_its_fields(tmp_path: Path) -> None:
    one = guest(part(tmp_path), "Sở Y tế")
    secret = re.search(r'name="secret" value="(\w+)"', one.get())[1]
    rows = {"clause": ["", "khong-co"], "words": ["Đề nghị bỏ mục I.", "Sửa lại."], "reason": ["", "vì dài"]}
    refused = one.client.post(f"{one.home}/write", data={"secret": secret, **rows})
    assert refused.status_code >= 400
    assert re.findall(r"<textarea[^>]*>([^<]*)</textarea>", refused.text) == rows["words"]
    assert 'value="vì dài"' in refused.text


@pytest.mark.slow
def test_signs_that_no_file_holds_are_left_out_of_what_is_written(tmp_path: Path) -> None:
    one = guest(part(tmp_path), "Sở Y tế")
    words = "Đề nghị\x00 bỏ\x0b điểm a\ufffe khoản 2 mục III."
    assert one.post("/write", clause="", words=words, reason="\x01") == 303
    assert "Đề nghị bỏ điểm a khoản 2 mục III." in words_of(one.get())


@pytest.mark.slow
def test_a_file_that_lies_where_an_agencys_own_lay_is_not_taken_back_by_it(tmp_path: Path) -> None:
    one = guest(part(tmp_path), "Sở Y tế")
    site = one.client.app.state.site  # type: ignore[attr-defined]
    site.reviewers.came(site.reviewers.all()[0].id, "comments/so-tu-phap.md")
    assert one.post("/withdraw", path="comments/so-tu-phap.md") == 404
    assert (tmp_path / "comments" / "so-tu-phap.md").exists()


@pytest.mark.slow
def test_an_outcome_is_seen_once_all_are_settled_and_answered_by_the_agency(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    site = one.client.app.state.site  # type: ignore[attr-defined]
    own = [each for each in site.board()[0].read.comments if each.agency == JUSTICE]
    answer = "Giải trình: nội dung này do cấp trên quy định."
    options = DecideOptions(
        (own[0].no,), Disposition.EXPLAINED, response=answer, remark="nội bộ", assignee="Phòng X"
    )
    decide(site.workspace(), options, "Chuyên viên A")
    assert answer not in one.get() and one.post("/stand", no=own[0].no, stand="satisfied") == 404
    numbers = tuple(each.no for each in own)
    decide(site.workspace(), DecideOptions(numbers, Disposition.EXPLAINED, response=answer), "Chuyên viên A")
    page = one.get()
    assert answer in page and "nội bộ" not in page and "Phòng X" not in page and "Chuyên viên A" not in page
    assert one.post("/stand", no=own[0].no, stand="not-satisfied") == 303
    stands = site.workspace().decisions[own[0].key]
    assert stands.stand == "not-satisfied" and stands.decided_by == "Chuyên viên A"
    other = next(each for each in site.board()[0].read.comments if each.agency == HOME)
    assert one.post("/stand", no=other.no, stand="satisfied") == 404
    assert one.post("/clause", no=other.no, clause="III.2") == 404


@pytest.mark.slow
def test_the_clause_of_a_comment_is_corrected_until_the_office_decides(tmp_path: Path) -> None:
    one = guest(part(tmp_path))
    site = one.client.app.state.site  # type: ignore[attr-defined]
    own = next(each for each in site.board()[0].read.comments if each.agency == JUSTICE)
    clause = next(
        each.id for each in site.board()[0].rounds.draft(own.draft).clauses if each.locator == "mục IV"
    )
    assert one.post("/clause", no=own.no, clause=clause) == 303
    assert site.board()[0].links[own.id].clauses[0].id == clause
    assert one.post("/clause", no=own.no, clause="nowhere") == 404
    options = DecideOptions((own.no,), Disposition.NOTED)
    decide(site.workspace(), options, "Chuyên viên A")
    assert one.post("/clause", no=own.no, clause=clause) == 404


def test_of_all_agencies_of_the_sample_none_sees_words_of_another() -> None:
    someone = desk(SAMPLE)
    someone.site.stages = STAGES
    board, _ = someone.site.board()
    names = list(dict.fromkeys(letter.agency for letter in board.read.letters))
    assert len(names) > 10
    for name in names:
        known = heard(board, name)
        own = {each.comment.id for each in known.comments}
        assert own and all(board.comments[id].agency == name for id in own), name
        others = {each.text for each in board.read.comments if each.agency != name}
        others -= {each.text for each in board.read.comments if each.agency == name}
        shown = [piece.text for file in known.files for piece in file.frame]
        shown += [each.comment.text for each in known.comments]
        assert not others & set(shown)
        assert not any(other in text for other in others for text in shown if len(other) > 20), name


@pytest.mark.slow
def test_words_of_an_agency_are_text_in_its_page(tmp_path: Path) -> None:
    part(tmp_path)
    bad = "Đề nghị bổ sung <img src=x onerror=alert(1)> vào khoản 2 mục III."
    (tmp_path / "comments" / "so-y-te.txt").write_text(f"SỞ Y TẾ\nKính gửi: Sở TTTT.\n1. {bad}\n")
    page = guest(tmp_path, "Sở Y tế").get()
    assert "&lt;img" in page and "<img" not in page and " style=" not in page


@pytest.mark.slow
def test_addresses_are_made_shown_once_and_taken_back(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('agencies = ["Sở Tư pháp", "Sở Y tế"]\n')
    someone = desk(part(tmp_path))
    made = someone.client.post("/reviewers/make", data={"csrf": someone.csrf, "all": "1"}).text
    lines = re.search(r'<textarea id="all-made"[^>]*>([^<]*)<', made)[1].splitlines()
    assert [line.partition(": http")[0] for line in lines] == ["Sở Tư pháp", "Sở Y tế"]  # to paste into mails
    tokens = list(dict.fromkeys(re.findall(r"/submit/([\w-]+)", made)))
    assert len(tokens) == 2 and all(
        someone.client.get(f"/submit/{token}").status_code == 200 for token in tokens
    )
    again = someone.get("/reviewers")
    assert not re.findall(r"/submit/", again) and "Sở Y tế" in again
    id = re.findall(r'name="id" value="(\w+)"', again)[0]
    assert someone.post("/reviewers/revoke", id=id) == 303
    assert [someone.client.get(f"/submit/{token}").status_code for token in tokens].count(404) == 1


def test_whoever_asks_too_often_waits() -> None:
    now = [0.0]
    pace = Pace(2, 60, clock=lambda: now[0])
    assert [pace.allows("a"), pace.allows("a"), pace.allows("a"), pace.allows("b")] == [
        True,
        True,
        False,
        True,
    ]
    now[0] = 61
    assert pace.allows("a")


@pytest.mark.slow
def test_guesses_of_tokens_are_slowed_down(tmp_path: Path) -> None:
    one = guest(tmp_path)
    answers = [one.client.get(f"/submit/{number}").status_code for number in range(40)]
    assert answers[0] == 404 and answers[-1] == 429
    assert one.client.get(one.home).status_code == 200


def test_a_broken_list_of_reviewers_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / ".drafter").mkdir()
    path = tmp_path / ".drafter" / "reviewers.json"
    path.write_text("{")
    assert desk(tmp_path).client.get("/reviewers").status_code == 422 and path.read_text() == "{"


@pytest.mark.slow
@pytest.mark.browser
def test_a_reviewer_goes_round_in_a_browser(tmp_path: Path) -> None:
    part(tmp_path)
    with served(tmp_path) as (address, site), chromium() as browser:
        token = site.reviewers.make(JUSTICE, None, "A", site.today())
        page = browser.new_context(locale="vi-VN").new_page()
        page.goto(f"{address}/submit/{token}")
        page.select_option("#w1c", index=5)
        page.fill("#w1w", "Đề nghị bổ sung lộ trình thực hiện cho từng năm.")
        page.click("button.add")
        page.fill("#w2w", "Đề nghị rút gọn phần bối cảnh.")
        page.click(".sending-words button:not(.add)")
        page.wait_for_selector("text=Đề nghị rút gọn phần bối cảnh.", timeout=120_000)
        board, _ = site.board()
        own = [each for each in board.read.comments if each.path.startswith("so-tu-phap-2")]
        assert len(own) == 2 and all(each.agency == JUSTICE for each in own)
        numbers = tuple(each.no for each in board.read.comments if each.agency == JUSTICE)
        decide(site.workspace(), DecideOptions(numbers, Disposition.NOTED), "Chuyên viên A")
        page.reload()
        page.locator("button[value=satisfied]").first.click()
        page.wait_for_selector("button[value=satisfied][aria-pressed=true]")
