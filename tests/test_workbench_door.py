"""The door of the workbench: who is let in, what another site's page can do, what stands in every answer."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from starlette.types import Message

from drafter.cli import app
from drafter.errors import BadUsers
from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.web.guard import POLICY
from drafter.web.options import Limits
from drafter.web.people import ANYWHERE, Attempts, Person, read_people, with_person, write_people
from drafter.web.serving import bound
from drafter.web.sessions import Access, Sessions
from tests.commands import SAMPLE, run
from tests.workbench import BASE, desk, words_of

COOKIE = ServeOptions(root=SAMPLE).cookie


def stranger(root: Path = SAMPLE) -> TestClient:
    return TestClient(application(ServeOptions(root=root)), base_url=BASE, follow_redirects=False)


def test_a_stranger_is_shown_the_door_and_nothing_of_the_workspace() -> None:
    client = stranger()
    answer = client.get("/")
    assert answer.status_code == 303 and answer.headers["location"] == "/enter"
    assert "Dự thảo lần" not in client.get("/enter").text


def test_an_address_lets_in_once() -> None:
    client = stranger()
    token = client.app.state.site.sessions.token()
    first = client.get("/enter", params={"token": token})
    assert first.status_code == 303 and COOKIE in first.cookies
    client.cookies.clear()
    assert client.get("/enter", params={"token": token}).status_code == 403


def test_an_address_is_not_good_for_ever() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    token = sessions.token()
    now[0] = 3600.0
    assert not sessions.takes(token)


def test_whoever_is_let_in_gets_a_session_of_their_own_whatever_cookie_they_sent() -> None:
    client = stranger()
    client.cookies.set(COOKIE, "chosen-by-somebody-else")
    answer = client.get("/enter", params={"token": client.app.state.site.sessions.token()})
    assert answer.cookies[COOKIE] != "chosen-by-somebody-else"
    said = answer.headers["set-cookie"].lower()
    assert "httponly" in said and "samesite=strict" in said


def test_a_session_ends_with_the_working_day() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    session = sessions.begin("A", Access.VIEWER)
    now[0] = 24 * 3600.0
    assert sessions.find(session.id) is None


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "", "127.0.0.1:1"])
def test_another_name_for_the_server_is_refused(host: str) -> None:
    assert stranger().get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers", [{"origin": "http://example.org"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_of_another_site_is_refused(headers: dict[str, str]) -> None:
    someone = desk(SAMPLE)
    sent = someone.client.post("/preferences", data={"csrf": someone.csrf, "lang": "en"}, headers=headers)
    assert sent.status_code == 403 and "lang" not in sent.cookies


@pytest.mark.parametrize("csrf", ["", "x"])
def test_a_form_that_was_made_for_another_session_is_refused(csrf: str) -> None:
    someone = desk(SAMPLE)
    assert someone.client.post("/preferences", data={"csrf": csrf, "lang": "en"}).status_code == 403


@pytest.mark.slow
def test_every_answer_says_what_a_page_may_load() -> None:
    someone = desk(SAMPLE)
    for path in ("/", "/nothing-here", "/enter", "/static/drafter.css"):
        headers = someone.client.get(path).headers
        assert headers["content-security-policy"] == POLICY and headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_no_page_holds_a_script_or_style_of_its_own() -> None:
    for path in ("/", "/nothing-here"):
        page = desk(SAMPLE).client.get(path).text
        assert " style=" not in page and "<style" not in page and " onclick" not in page
        assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize(
    "path", ["/static/../site.py", "/static/%2e%2e/site.py", "/static/..%2fsite.py", "/%2e%2e/etc/passwd"]
)
def test_no_address_leads_out_of_the_static_files(path: str) -> None:
    assert desk(SAMPLE).client.get(path).status_code == 404


@pytest.mark.slow
def test_the_language_is_chosen_on_the_page() -> None:
    someone = desk(SAMPLE)
    assert "Tổng quan" in words_of(someone.get("/"))
    assert someone.post("/preferences", lang="en", back="/") == 303
    assert "Overview" in words_of(someone.get("/"))


OTHERS = ["https://example.org", "//example.org", "/\\example.org", "/\t/example.org", "javascript:1", "x"]


@pytest.mark.parametrize("back", OTHERS)
def test_a_form_leads_to_no_other_site(back: str) -> None:
    someone = desk(SAMPLE)
    sent = someone.client.post(
        "/preferences", data={"csrf": someone.csrf, "back": back}, follow_redirects=False
    )
    assert sent.headers["location"] == "/"


def test_the_door_leads_on_to_the_page_that_was_asked_for() -> None:
    client = stranger()
    for asked in ("/comments?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i", "/replies/a%3Fb%20c", "/"):
        there = client.get(asked).headers["location"]
        token = client.app.state.site.sessions.token()
        let_in = client.get(there, params={**dict(parse_qsl(urlsplit(there).query)), "token": token})
        assert (let_in.status_code, let_in.headers["location"]) == (303, asked)
        client.cookies.clear()


def test_a_part_of_a_page_leads_on_to_the_whole_page() -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": f"{BASE}/comments/3?state=open#links"}
    answer = stranger().get("/comments/3/clauses", headers=headers)
    assert answer.headers["hx-redirect"] == "/enter?to=%2Fcomments%2F3%3Fstate%3Dopen"


@pytest.mark.parametrize("to", OTHERS)
def test_the_door_leads_to_no_other_site(to: str) -> None:
    client = stranger()
    token = client.app.state.site.sessions.token()
    answer = client.get("/enter", params={"token": token, "to": to})
    assert urlsplit(answer.headers["location"])[:2] == ("", "")
    assert answer.headers["location"] in ("/", "/example.org")  # without what a browser does not see
    again = client.get("/enter", params={"to": to})  # whoever is in already is led on as well
    assert (again.status_code, again.headers["location"]) == (303, answer.headers["location"])


def test_another_server_of_the_same_computer_leaves_us_our_cookie() -> None:
    clients = [TestClient(application(ServeOptions(root=SAMPLE, port=port)), base_url=f"{BASE}:{port}",
                          follow_redirects=False) for port in (8730, 8731)]  # fmt: skip
    for client in clients:
        client.get("/enter", params={"token": client.app.state.site.sessions.token()})
    clients[0].cookies.update(clients[1].cookies)  # as one browser holds them
    clients[1].cookies = clients[0].cookies
    assert [client.get("/guide").status_code for client in clients] == [200, 200]


@pytest.mark.slow
def test_whoever_has_left_is_told_no_more_of_what_changes() -> None:
    someone = desk(SAMPLE)

    async def listened() -> list[Message]:
        told: list[Message] = []

        async def send(message: Message) -> None:
            told.append(message)
            if message["type"] == "http.response.body" and len(told) == 2:
                someone.site.sessions.end(someone.client.cookies[COOKIE])

        async def receive() -> Message:
            await asyncio.sleep(60)
            raise AssertionError

        headers = [
            (b"host", b"127.0.0.1"),
            (b"cookie", f"{COOKIE}={someone.client.cookies[COOKIE]}".encode()),
        ]
        scope = {"type": "http", "method": "GET", "path": "/events", "raw_path": b"/events",
                 "query_string": b"", "root_path": "", "scheme": "http", "http_version": "1.1",
                 "headers": headers}  # fmt: skip
        await asyncio.wait_for(someone.client.app(scope, receive, send), 10)  # type: ignore[arg-type]
        return told

    told = asyncio.run(listened())
    assert (told[0]["status"], told[-1].get("more_body", False)) == (200, False)


def test_a_page_that_is_open_keeps_no_session_from_ending() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    session = sessions.begin("A", Access.VIEWER)
    for hour in range(24):
        now[0] = hour * 3600.0
        sessions.lasting(session.id)
    assert sessions.find(session.id) is None


def test_a_form_puts_nothing_into_the_head_of_an_answer() -> None:
    someone = desk(SAMPLE)
    for back in ("/a\r\nx-more: 1", "/ế", "/\t/example.org"):
        fields = {"csrf": someone.csrf, "back": back}
        sent = someone.client.post("/preferences", data=fields, headers={"HX-Request": "true"})
        assert sent.status_code == 204 and "x-more" not in sent.headers
        assert sent.headers["hx-redirect"].isascii() and sent.headers["hx-redirect"].isprintable()


def test_too_much_is_refused_before_it_is_read() -> None:
    someone = desk(SAMPLE)
    answer = someone.client.post("/preferences", content=b"x", headers={"content-length": str(2**40)})
    assert answer.status_code == 413


def asked(root: Path, body: Callable[[int], Awaitable[Message]], **limits: float) -> int:
    """The status of a form whose parts come as `body` gives them, whatever length they named before."""
    someone = desk(root, limits=Limits(**limits))  # type: ignore[arg-type]
    headers = {"host": "127.0.0.1", "cookie": f"{COOKIE}={someone.client.cookies[COOKIE]}",
               "content-type": "application/x-www-form-urlencoded"}  # fmt: skip
    scope = {
        "type": "http", "method": "POST", "path": "/preferences", "raw_path": b"/preferences",
        "query_string": b"", "root_path": "", "scheme": "http", "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    told: list[Message] = []
    parts = count()

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(someone.client.app(scope, lambda: body(next(parts)), send))  # type: ignore[arg-type]
    return int(told[0]["status"])


def test_a_body_that_named_no_length_ends_where_it_is_too_long() -> None:
    async def body(at: int) -> Message:
        assert at < 10
        return {
            "type": "http.request",
            "body": b"a=" + b"x" * 98 if at == 0 else b"x" * 100,
            "more_body": True,
        }

    assert asked(SAMPLE, body, request=500) == 413


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async def body(at: int) -> Message:
        if at > 2:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": b"x", "more_body": True}

    assert asked(SAMPLE, body, pause=0.05) == 408


def test_a_folder_without_drafts_says_what_to_do(tmp_path: Path) -> None:
    assert "Chưa có dự thảo" in words_of(desk(tmp_path).get("/"))


def test_what_nobody_foresaw_is_told_by_a_number_and_tells_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = desk(tmp_path)
    monkeypatch.setattr(type(someone.site), "board", lambda _: 1 / 0)
    answer = someone.client.get("/")
    assert (
        answer.status_code == 500 and str(tmp_path) not in answer.text and "ZeroDivision" not in answer.text
    )
    assert answer.headers["content-security-policy"] == POLICY


# --- a department's server ------------------------------------------------------------------------


def department(folder: Path, **people: Access) -> tuple[TestClient, Path]:
    """The workbench with a file of people; everybody's password is their name ten times."""
    file = folder / "users.txt"
    known: Mapping[str, Person] = {}
    for name, access in people.items():
        known = with_person(known, name, access, name * 10)
    write_people(file, known)
    app = application(ServeOptions(root=SAMPLE, host="gopy.tinh.example", port=80, users=file))
    return TestClient(app, base_url="http://gopy.tinh.example", follow_redirects=False), file


def log_in(client: TestClient, name: str, password: str) -> int:
    return client.post("/enter/person", data={"name": name, "password": password}).status_code


@pytest.mark.slow
def test_a_person_comes_in_with_their_password_and_their_access(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    assert log_in(client, "an", "an" * 10) == 303
    session = client.app.state.site.session(client.cookies[client.app.state.site.options.cookie])
    assert (session.name, session.access) == ("an", Access.VIEWER)


@pytest.mark.slow
def test_no_address_lets_in_where_people_have_passwords(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    assert client.get("/enter", params={"token": client.app.state.site.sessions.token()}).status_code == 403


@pytest.mark.slow
def test_a_wrong_password_and_an_unknown_name_are_told_alike(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    wrong = client.post("/enter/person", data={"name": "an", "password": "x" * 10})
    unknown = client.post("/enter/person", data={"name": "ba", "password": "x" * 10})
    assert wrong.status_code == unknown.status_code == 401 and wrong.text == unknown.text


@pytest.mark.slow
def test_whoever_guesses_has_to_wait_even_with_the_right_password(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    assert [log_in(client, "an", "guess") for _ in range(5)] == [401] * 5
    assert log_in(client, "an", "an" * 10) == 429


@pytest.mark.slow
def test_of_many_passwords_tried_at_one_time_few_are_free(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    with ThreadPoolExecutor(12) as threads:
        told = [*threads.map(lambda _: log_in(client, "an", "guess"), range(12))]
    assert told.count(401) <= 5 and set(told) == {401, 429}


@pytest.mark.slow
def test_who_comes_through_a_proxy_does_not_wait_for_others(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER, ba=Access.VIEWER)
    through = TestClient(
        client.app, base_url=client.base_url, follow_redirects=False, client=("127.0.0.1", 1)
    )
    assert [log_in(through, "an", "guess") for _ in range(6)][-1] == 429
    assert log_in(through, "ba", "ba" * 10) == 303


@pytest.mark.slow
def test_guesses_from_one_computer_do_not_keep_the_owner_of_the_name_out(tmp_path: Path) -> None:
    client, _ = department(tmp_path, an=Access.VIEWER)
    elsewhere = TestClient(
        client.app, base_url=client.base_url, follow_redirects=False, client=("192.0.2.7", 1)
    )
    assert [log_in(elsewhere, "an", "guess") for _ in range(6)][-1] == 429
    assert log_in(client, "an", "an" * 10) == 303


def test_guesses_at_a_name_from_many_computers_wait_too() -> None:
    attempts = Attempts(clock=lambda: 0.0)
    for _ in range(60):
        attempts.failed(f"{ANYWHERE}an")
    assert attempts.wait(f"{ANYWHERE}an") > 60 and not attempts.wait(f"{ANYWHERE}ba")


@pytest.mark.slow
def test_another_password_ends_the_sessions_that_the_one_before_began(tmp_path: Path) -> None:
    client, file = department(tmp_path, an=Access.VIEWER)
    log_in(client, "an", "an" * 10)
    assert client.get("/guide").status_code == 200
    write_people(file, with_person(read_people(file), "an", Access.VIEWER, "another-password"))
    assert client.get("/guide").status_code == 303


def test_of_very_many_sessions_the_one_longest_unused_ends() -> None:
    sessions = Sessions()
    first, second = (sessions.begin(name, Access.VIEWER) for name in "AB")
    for _ in range(999):
        sessions.begin("C", Access.VIEWER)
        assert sessions.find(first.id) is not None
    assert sessions.find(second.id) is None


def test_leaving_ends_the_session_for_whoever_kept_its_cookie() -> None:
    someone = desk(SAMPLE)
    cookie = someone.client.cookies[COOKIE]
    assert someone.post("/leave") == 303
    assert someone.site.session(cookie) is None


def test_a_page_of_ours_is_framed_by_nobody_else() -> None:
    assert "frame-ancestors 'self'" in POLICY.split("; ") and "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY


def test_the_wait_grows_and_ends() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    waits = []
    for _ in range(30):
        attempts.failed("an")
        waits.append(attempts.wait("an"))
    assert waits[:4] == [0.0] * 4 and waits == sorted(waits) and waits[-1] == 15 * 60.0
    now[0] = 15 * 60.0
    assert attempts.wait("an") <= 0.0


@pytest.mark.slow
def test_a_person_who_is_removed_or_has_another_access_is_out_at_once(tmp_path: Path) -> None:
    client, file = department(tmp_path, an=Access.DRAFTER)
    log_in(client, "an", "an" * 10)
    assert client.get("/").status_code == 200
    write_people(file, {})
    assert client.get("/").status_code == 303


def test_a_file_of_people_says_which_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "users.txt"
    path.write_text("an\tdrafter\tplain-password\n")
    with pytest.raises(BadUsers) as told:
        read_people(path)
    assert told.value.facts["line"] == 1


@pytest.mark.slow
def test_a_password_is_kept_as_argon2_makes_it(tmp_path: Path) -> None:
    _, file = department(tmp_path, an=Access.DRAFTER)
    assert "an" * 10 not in file.read_text() and "$argon2id$" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_other_computers_come_in_only_where_people_have_passwords(tmp_path: Path) -> None:
    said = run(tmp_path, "serve", "--host", "10.0.0.1", "--no-open")
    assert said.exit_code == 2 and "--users" in said.output


def test_two_servers_that_start_at_once_have_ports_of_their_own() -> None:
    with bound(ServeOptions(root=SAMPLE)) as first, bound(ServeOptions(root=SAMPLE)) as second:
        assert first.getsockname() != second.getsockname()


def test_small_writes_of_one_answer_do_not_wait_for_each_other() -> None:
    with bound(ServeOptions(root=SAMPLE)) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # by which asyncio knows that it may set TCP_NODELAY


def test_it_is_kept_who_looked_at_what(tmp_path: Path) -> None:
    (tmp_path / ".drafter").mkdir()
    desk(tmp_path, name="An").get("/", q="mật")
    lines = [json.loads(line) for line in (tmp_path / ".drafter" / "audit.jsonl").read_text().splitlines()]
    assert [(each["who"], each["did"], each["what"], each["status"]) for each in lines] == [
        ("An", "GET", "/", 200)
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "chưa có mật khẩu"), ("abc\n", "mật khẩu vừa nhập có 3 ký tự, phải có ít nhất"), ("an" * 10, "")],
)
def test_a_password_that_is_not_typed_at_a_terminal_is_read_from_what_comes_in_or_asked_for_in_words(
    tmp_path: Path, typed: str, told: str
) -> None:
    file = tmp_path / "users.txt"
    done = CliRunner().invoke(app, ["user", "an", "--file", str(file)], input=typed)
    assert told in done.stderr and "Aborted" not in done.output and "Warning" not in done.output
    assert file.exists() is not bool(told)


@pytest.mark.slow
def test_on_a_departments_server_it_is_kept_from_the_first_visit_on(tmp_path: Path) -> None:
    write_people(tmp_path / "users.txt", with_person({}, "an", Access.VIEWER, "an" * 10))
    app = application(ServeOptions(root=tmp_path, users=tmp_path / "users.txt"))
    assert log_in(TestClient(app, base_url=BASE, follow_redirects=False), "an", "an" * 10) == 303
    line = json.loads((tmp_path / ".drafter" / "audit.jsonl").read_text())
    assert (line["who"], line["what"]) == ("an", "/enter/person")


def test_a_viewer_is_told_that_they_may_only_look() -> None:
    someone = desk(SAMPLE, access=Access.VIEWER)
    assert someone.post("/preferences", lang="vi") == 303  # which changes nothing of the workspace


def test_a_browser_is_told_to_name_itself_as_the_origin_of_our_own_forms() -> None:
    assert desk(SAMPLE).client.get("/").headers["referrer-policy"] == "same-origin"
