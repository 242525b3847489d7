"""What holds of every address of the workbench, also of those that are added later: each is found in the
application itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.web.guard import POLICY
from drafter.web.sessions import Access
from drafter.web.visit import door
from tests.commands import SAMPLE, part
from tests.workbench import BASE, Desk, desk
from tests.workbench_pages import addresses, routes

APP = application(ServeOptions(root=SAMPLE))
GIVEN = {"no": "1", "page": "1", "key": "3", "token": "x" * 43}  # what stands in an address; else a name
DOORS = ("/enter", "/enter/person", "/enter/again")  # where nobody has been let in yet
REVIEWERS = "/submit/"  # where a secret in the address lets in, and another one stands in each form
EVERYBODY = ("/leave", "/preferences")  # what changes nothing of the workspace


def filled(path: str) -> str:
    return re.sub(r"{(\w+)(:\w+)?}", lambda found: GIVEN.get(found[1], "1"), path)


def paths(method: str) -> list[str]:
    return [each.path for each in routes(APP, method)]


CHANGING = [each for each in paths("POST") if each not in DOORS and not each.startswith(REVIEWERS)]
INSIDE = [each for each in paths("GET") if each not in DOORS and not each.startswith(REVIEWERS)]


@pytest.fixture(scope="module")
def someone() -> Desk:
    return desk(SAMPLE)


@pytest.fixture
def stranger() -> TestClient:
    return TestClient(APP, base_url=BASE, follow_redirects=False)


def test_nothing_but_pages_answers_to_get_and_nothing_but_forms_to_post() -> None:
    assert {method for each in routes(APP, "GET") for method in each.methods or ()} == {"GET", "HEAD"}
    assert {method for each in routes(APP, "POST") for method in each.methods or ()} == {"POST"}
    assert set(paths("GET")) | set(paths("POST")) == {each.path for each in APP.routes[:-1]}  # and /static


@pytest.mark.slow
def test_a_number_of_very_many_digits_is_no_number(someone: Desk) -> None:
    many = "9" * 5000
    fields = ("page", "done", "saved", "offer", "taken", "sent", "no", "until", "today")
    query = "&".join(f"{name}={many}" for name in fields)
    for path in INSIDE:
        if path != "/events":
            for asked in (f"{filled(path)}?{query}", re.sub(r"{\w+(:\w+)?}", many, path)):
                assert someone.client.get(asked).status_code < 500, path


@pytest.mark.slow
def test_a_stranger_gets_no_page(stranger: TestClient) -> None:
    for path in INSIDE:
        answer = stranger.get(filled(path))
        wanted = (401, None) if path == "/events" else (303, door(filled(path)))
        assert (answer.status_code, answer.headers.get("location")) == wanted, path
        assert not answer.content, path


def test_a_stranger_changes_nothing(stranger: TestClient) -> None:
    for path in CHANGING:
        answer = stranger.post(filled(path), data={"csrf": ""})
        assert (answer.status_code, answer.headers["location"]) == (303, door(filled(path))), path


@pytest.mark.slow
def test_the_address_of_a_form_leads_to_the_page_that_it_stands_on(someone: Desk) -> None:
    pages = [re.compile(re.sub(r"{\w+(:\w+)?}", "[^/]+", each)) for each in paths("GET")]
    for path in set(paths("POST")) - set(paths("GET")):
        answer = someone.client.get(filled(path), follow_redirects=False)
        assert answer.status_code == 303, path
        assert any(each.fullmatch(answer.headers["location"]) for each in pages), path


@pytest.mark.slow
def test_no_form_is_taken_that_was_not_made_for_this_session(someone: Desk) -> None:
    other = desk(SAMPLE).csrf
    for path in CHANGING:
        for fields in ({}, {"csrf": ""}, {"csrf": other}):
            assert someone.client.post(filled(path), data=fields).status_code == 403, path
        assert someone.client.post(filled(path), headers={"X-CSRF-Token": "x"}).status_code == 403, path


@pytest.mark.slow
@pytest.mark.parametrize(
    "headers", [{"origin": "http://example.org"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_no_form_of_another_site_is_taken(someone: Desk, headers: dict[str, str]) -> None:
    for path in paths("POST"):
        sent = someone.client.post(filled(path), data={"csrf": someone.csrf}, headers=headers)
        assert sent.status_code == 403, path


@pytest.mark.parametrize("may_not", [{"access": Access.VIEWER}, {"read_only": True}], ids=["viewer", "read"])
def test_who_may_only_look_changes_nothing(may_not: dict[str, Any]) -> None:
    looking = desk(SAMPLE, **may_not)
    for path in CHANGING:
        if path not in EVERYBODY:
            assert looking.post(filled(path)) == 403, path


@pytest.mark.slow
def test_another_name_for_the_server_reaches_no_route(someone: Desk) -> None:
    for method in ("GET", "POST"):
        for path in paths(method):
            answer = someone.client.request(method, filled(path), headers={"host": "example.org"})
            assert (answer.status_code, answer.text) == (421, "Host?"), path


def test_a_secret_that_is_none_opens_nothing_of_a_reviewer(someone: Desk) -> None:
    for method in ("GET", "POST"):
        for path in paths(method):
            if path.startswith(REVIEWERS):
                assert someone.client.request(method, filled(path)).status_code in (404, 429), path


@pytest.mark.slow
def test_no_page_tells_where_the_files_lie_or_may_be_framed_elsewhere(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    told = (str(tmp_path), str(Path(__file__).parents[1]), "Traceback", 'File "')
    for path in addresses(someone.site):
        answer = someone.client.get(path)
        assert answer.headers["content-security-policy"] == POLICY and "frame-ancestors 'self'" in POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert not [each for each in told if each in answer.text], path
        assert " style=" not in answer.text and "<style" not in answer.text, path
        assert answer.text.count("<script") == answer.text.count("<script src="), path
        assert not re.search(r"<[^>]* on\w+=", answer.text), path


def test_no_secret_stands_in_a_page_of_another_session(someone: Desk) -> None:
    other = desk(SAMPLE)
    page, session = someone.get("/guide"), someone.client.cookies[someone.site.options.cookie]
    assert someone.csrf in page and other.csrf not in page and session not in page
