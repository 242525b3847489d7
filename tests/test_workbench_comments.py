"""The page of comments: found, looked at with the whole letter, decided, taken back, approved."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from drafter.jobs.check import CheckOptions, check
from drafter.jobs.queue import Sought, State, entries, find, searchable
from drafter.model import Author, CheckCode, DeedState, Disposition, Save, Scope, Verdict, Watched
from drafter.web.sessions import Access
from drafter.web.views.comment import page as view_of
from drafter.web.views.deciding import form_of
from drafter.wording.figures import listed_numbers
from tests.commands import SAMPLE, STAGES, part, sample
from tests.workbench import BASE, Desk, chromium, desk, let_in, served, words_of

ANSWER = "Giải trình: giữ như dự thảo để bảo đảm tính thống nhất."


def at(root: Path, **options: object) -> Desk:
    """Somebody at the workbench of `root`; no file is read twice in all tests."""
    someone = desk(root, **options)  # type: ignore[arg-type]
    someone.site.stages = STAGES
    return someone


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return at(sample(tmp_path_factory.mktemp("sample")), access=Access.VIEWER)


def versions(page: str) -> str:
    return re.search(r'name="versions" value="([^"]*)"', page)[1]


def decided(someone: Desk, no: int) -> object:
    board, _ = someone.site.board()
    return board.decision(board.by_no[no])


def record(someone: Desk, no: int, **fields: object) -> int:
    """Save the form of a comment as it was just shown."""
    shown = versions(someone.get(f"/comments/{no}"))
    return someone.post(f"/comments/{no}/decide", **{"versions": shown, "then": "stay", **fields})


def beside(someone: Desk, name: str, access: Access = Access.APPROVER) -> Desk:
    """Another person at the same workbench."""
    from starlette.testclient import TestClient

    session = someone.site.sessions.begin(name, access)
    cookies = {someone.site.options.cookie: session.id}
    client = TestClient(someone.client.app, base_url=BASE, cookies=cookies, raise_server_exceptions=False)
    return Desk(client, someone.site, session.csrf)


# --- the list -----------------------------------------------------------------------------


def test_every_comment_is_listed_once_in_the_order_of_the_table(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    listed = [
        int(no) for no in re.findall(r'class="number"><a href="/comments/(\d+)', someone.get("/comments"))
    ]
    rows = [[board.comments[id].no for id in row.comments] for row in board.table.rows]
    assert listed[: len(rows)] == [numbers[0] for numbers in rows]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("chuyen doi so", "chuyển đổi số"),
        ("CHUYỂN ĐỔI SỐ", "chuyển đổi số"),
        ("diem b khoan 6", "Điểm b khoản 6"),
    ],
)
def test_words_are_found_without_their_tone_marks(typed: str, words: str) -> None:
    assert searchable(typed).strip() in searchable(f"Đề nghị sửa {words}.")


def test_a_search_finds_no_word_inside_another(reader: Desk) -> None:
    board, _ = reader.site.board()
    found = find(board.queue, Sought(query="hop tac xa")).entries
    assert found and all("hợp tác xã" in entry.comment.text.lower() for entry in found)


def test_filters_hold_together_and_their_counts_say_what_would_be_found(reader: Desk) -> None:
    board, _ = reader.site.board()
    for facet, value in (
        ("agency", "Sở Tài chính"),
        ("state", "open"),
        ("verdict", "not-yet"),
        ("part", "III"),
    ):
        one = find(board.queue, Sought(**{facet: value}))
        for other, counts in one.counts.items():
            if other == facet:
                continue
            for each, count in counts.items():
                assert len(find(board.queue, Sought(**{facet: value, other: each})).entries) == count


def test_what_a_check_names_is_a_filter_that_leads_on_from_comment_to_comment(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    for no in board.by_no:
        record(someone, no, disposition="accepted", response="Tiếp thu.")
    found = check(someone.site.workspace(), CheckOptions(someone.site.today())).findings
    named = {c.no for each in found if each.code is CheckCode.NOT_SEEN for c in each.comments}
    assert 1 < len(named) < len(board.by_no)
    page = someone.get("/comments", check="not-seen")
    shown = {int(no) for no in re.findall(r'href="/comments/(\d+)\?check=not-seen"', page)}
    assert shown == named and "Tiếp thu nhưng chưa thấy sửa" in words_of(page)
    assert "/comments?check=not-seen" in someone.get("/table/readiness")
    assert "/comments?check=not-seen" in someone.get("/")
    first, second, *_ = [each.no for each in board.queue if each.no in named]
    assert f"/comments/{second}?check=not-seen" in someone.get(f"/comments/{first}", check="not-seen")
    assert words_of(someone.get("/comments", check="x")).count("Xem tất cả") == 0


def test_a_list_that_nothing_fits_says_so(reader: Desk) -> None:
    assert "Không có ý kiến nào phù hợp" in words_of(reader.get("/comments", query="qqqq"))


def test_equal_comments_stand_in_the_list_as_one_group(reader: Desk) -> None:
    page = reader.get("/comments", query="hop tac xa doi tuong")
    assert "2 ý kiến giống nhau" in words_of(page)


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    assert "Chưa có ý kiến góp ý" in words_of(at(tmp_path).get("/comments"))


# --- one comment --------------------------------------------------------------------------


@pytest.mark.slow
def test_every_word_of_a_letter_is_in_sight_and_the_comment_is_marked(reader: Desk) -> None:
    board, _ = reader.site.board()
    letter = next(each for each in board.read.letters if each.path == "cong-an-tinh.docx")
    page = reader.get(f"/comments/{letter.comments[0].no}")
    words = words_of(unescape(page.replace("</span>", "").replace('<span class="frame">', "")))
    assert all(" ".join(piece.text.split()) in words for piece in letter.frame)
    assert f'<mark class="here">{letter.comments[0].text}</mark>' in unescape(page)


def test_a_letter_that_is_a_table_is_shown_as_one(reader: Desk) -> None:
    board, _ = reader.site.board()
    no = next(each.no for each in board.read.comments if each.path == "so-giao-duc-va-dao-tao.xlsx")
    page = unescape(reader.get(f"/comments/{no}"))
    assert '<td colspan="5"><p class="line"><span class="frame">SỞ GIÁO DỤC VÀ ĐÀO TẠO' in page
    assert page.count('<mark class="here">') == 3  # what is said, the wording proposed, the reason


def test_a_margin_note_is_shown_beside_the_words_it_stands_on(reader: Desk) -> None:
    board, _ = reader.site.board()
    comment = next(each for each in board.read.comments if "bãi đỗ xe thông minh" in each.text)
    page = unescape(reader.get(f"/comments/{comment.no}"))
    assert '<mark class="here">Giao thông thông minh, giám sát an ninh</mark>' in page
    assert f'<p class="margin here">{comment.text}</p>' in page


def test_an_unknown_number_is_no_page(reader: Desk) -> None:
    assert reader.client.get("/comments/9999").status_code == 404


def test_a_proposal_is_shown_as_one_with_its_blanks(reader: Desk) -> None:
    board, _ = reader.site.board()
    row = next(
        row
        for row in board.table.rows
        if row.answer and row.answer.proposes == "partly" and row.answer.claims
    )
    page = reader.get(f"/comments/{row.numbers[0]}")
    assert 'class="field response proposed"' in page and 'data-blank="[lý do]"' in page


@pytest.mark.slow
def test_words_from_files_are_text_and_no_markup(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "comments" / "so-y-te.txt").write_text(
        "SỞ Y TẾ <script>alert(1)</script>\nSố: 1/SYT\n\n"
        "1. Đề nghị bỏ “<img src=x onerror=alert(2)>” tại điểm a khoản 2 mục III.\n"
    )
    someone = at(root)
    board, _ = someone.site.board()
    no = next(each.no for each in board.read.comments if "onerror" in each.text)
    payload = "Giải trình: <svg onload=alert(3)> giữ như dự thảo."
    assert record(someone, no, disposition="explained", response=payload, assignee='"><b>x</b>') == 303
    for page in (
        someone.get(f"/comments/{no}"),
        someone.get("/comments"),
        someone.get(f"/comments/{no}/standing"),
    ):
        assert "<img src=x" not in page and "<svg onload" not in page and "<b>x</b>" not in page
        assert "<script>" not in page


# --- deciding -----------------------------------------------------------------------------


def test_a_decision_is_recorded_under_the_name_of_who_is_at_the_page(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    fields = {
        "where": "Mục III",
        "assignee": "Lan",
        "due": "2021-03-20",
        "remark": "hỏi lại",
        "stand": "no-answer",
    }
    assert record(someone, 1, disposition="explained", reason="other", response=ANSWER, **fields) == 303
    made = decided(someone, 1)
    assert (made.disposition, made.reason, made.response) == ("explained", "other", ANSWER)
    assert (made.where, made.assignee, made.due.isoformat()) == ("Mục III", "Lan", "2021-03-20")
    assert (made.decided_by, made.remark, made.stand) == ("Chuyên viên A", "hỏi lại", "no-answer")
    board, _ = someone.site.board()
    assert board.workspace.store().history()[-1].author.via == "page"


@pytest.mark.slow
def test_saving_leads_on_to_the_next_open_comment_and_at_the_end_to_the_list(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    order = [entry.no for entry in board.queue if State.OPEN in entry.states]
    for no, following in zip(order, [*order[1:], None], strict=True):
        sent = {"csrf": someone.csrf, "disposition": "noted", "response": "Ghi nhận ý kiến.", "then": "next"}
        sent["versions"] = f"{no}:0"
        answer = someone.client.post(f"/comments/{no}/decide", data=sent, follow_redirects=False)
        path = "/comments" if following is None else f"/comments/{following}"
        assert answer.headers["location"] == f"{path}?saved={no}"


def test_a_proposal_that_nobody_chose_is_not_recorded(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    page = someone.get("/comments/2")
    text = unescape(re.search(r'(?s)<textarea id="response"[^>]*>(.*?)</textarea>', page)[1])
    assert text and record(someone, 2, response=text, assignee="Lan") == 303
    assert (decided(someone, 2).decided, decided(someone, 2).assignee) == (False, "Lan")


def test_an_answer_with_a_blank_is_not_recorded_and_what_was_typed_stays(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    sent = {
        "csrf": someone.csrf,
        "disposition": "explained",
        "response": "Giải trình: [lý do].",
        "remark": "nhớ hỏi",
        "versions": "1:0",
    }
    answer = someone.client.post("/comments/1/decide", data=sent)
    assert answer.status_code >= 400 and "còn chỗ trống phải điền" in answer.text
    assert "Giải trình: [lý do].</textarea>" in answer.text and "nhớ hỏi</textarea>" in answer.text
    assert not decided(someone, 1).decided


@pytest.mark.slow
def test_a_stale_save_shows_both_and_either_can_be_kept(tmp_path: Path) -> None:
    first = at(part(tmp_path))
    second = beside(first, "Chuyên viên B")
    shown = versions(second.get("/comments/1"))
    record(first, 1, disposition="explained", response=ANSWER)
    ours = {
        "csrf": second.csrf,
        "versions": shown,
        "disposition": "noted",
        "response": "Ghi nhận ý kiến của Sở.",
    }
    answer = second.client.post("/comments/1/decide", data=ours)
    assert answer.status_code == 409
    both = words_of(answer.text)
    assert ANSWER in both and "Ghi nhận ý kiến của Sở." in both and "Chuyên viên A" in both
    assert decided(first, 1).response == ANSWER
    ours["versions"] = versions(answer.text)
    assert second.client.post("/comments/1/decide", data=ours, follow_redirects=False).status_code == 303
    assert decided(first, 1).decided_by == "Chuyên viên B"


def test_an_act_is_taken_back(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    record(someone, 1, disposition="explained", response=ANSWER)
    assert someone.post("/comments/1/undo", versions="1:1") == 303
    assert not decided(someone, 1).decided
    assert (
        someone.client.post("/comments/1/undo", data={"csrf": someone.csrf, "versions": "1:2"}).status_code
        >= 400
    )


@pytest.mark.slow
def test_another_person_approves_and_only_what_they_saw(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text("approval = true\n")
    first = at(root)
    leader = beside(first, "Lãnh đạo")
    record(first, 1, disposition="explained", response=ANSWER)
    assert first.client.post("/comments/1/approve", data={"csrf": first.csrf}).status_code >= 400
    shown = versions(leader.get("/comments/1/standing"))
    record(first, 1, disposition="explained", response="Giải trình: đã giao Sở Nội vụ chủ trì.")
    stale = leader.client.post("/comments/1/approve", data={"csrf": leader.csrf, "versions": shown})
    assert stale.status_code == 409 and not decided(first, 1).approved_by
    fresh = versions(leader.get("/comments/1/standing"))
    assert leader.post("/comments/1/approve", versions=fresh) == 303
    assert decided(first, 1).approved_by == "Lãnh đạo"


@pytest.mark.slow
def test_the_clauses_of_a_comment_are_picked_in_the_tree(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    tree = someone.get("/comments/1/clauses", find="muc III")
    id = re.search(r'name="clause" value="([^"]+)"', tree)[1]
    assert someone.post("/comments/1/clauses", clause=id, versions="1:0") == 303
    assert decided(someone, 1).clauses == (id,)
    assert someone.client.post("/comments/1/clauses", data={"csrf": someone.csrf}).status_code == 422


@pytest.mark.slow
def test_a_comment_is_moved_to_the_whole_draft_out_of_it_and_back(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    read = someone.site.board()[0].links[someone.site.board()[0].by_no[1].id]
    assert read.scope is Scope.CLAUSES
    for version, scope in enumerate((Scope.DOCUMENT, Scope.NONE)):
        assert someone.post("/comments/1/clauses", scope=scope, versions=f"1:{version}") == 303
        board = someone.site.board()[0]
        link = board.links[board.by_no[1].id]
        assert (link.scope, link.clauses, link.review) == (scope, (), False)
        assert decided(someone, 1).scope is scope and not decided(someone, 1).clauses
    assert "Ý kiến nói về (người xử lý chọn): ngoài nội dung dự thảo" in words_of(someone.get("/comments/1"))
    assert someone.post("/comments/1/clauses", clause="III", versions="1:2") == 303
    assert (decided(someone, 1).scope, decided(someone, 1).clauses) == (None, ("III",))
    assert someone.post("/comments/1/clauses", scope="read", versions="1:3") == 303
    board = someone.site.board()[0]
    assert board.links[board.by_no[1].id] == read
    assert someone.post("/comments/1/clauses", scope="clauses", versions="1:4") == 422


@pytest.mark.slow
def test_what_a_comment_asks_for_is_corrected_in_words_and_shown_as_it_was_understood(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    said = "thay “an toàn thông tin” bằng “an ninh mạng”\nbỏ “một số”"
    assert someone.post("/comments/1/asks", asks=said, versions="1:0") == 303
    assert [(ask.op, ask.old, ask.new) for ask in decided(someone, 1).asks] == [
        ("replace", "an toàn thông tin", "an ninh mạng"), ("delete", "một số", None),
    ]  # fmt: skip
    page = someone.get("/comments/1")
    assert "sửa “an toàn thông tin” thành “an ninh mạng”; bỏ “một số”" in words_of(page)
    fields = {"csrf": someone.csrf, "asks": "xem lại cho kỹ", "versions": "1:1"}
    refused = someone.client.post("/comments/1/asks", data=fields)
    assert refused.status_code == 422 and "xem lại cho kỹ</textarea>" in refused.text
    assert someone.post("/comments/1/asks", asks="", versions="1:1") == 303
    assert decided(someone, 1).asks == ()


def test_an_answer_that_is_refused_is_told_the_one_cause_that_holds(tmp_path: Path) -> None:
    someone = at(part(tmp_path))

    def told(**fields: str) -> str:
        shown = versions(someone.get("/comments/1"))
        sent = {"csrf": someone.csrf, "versions": shown, "then": "stay", **fields}
        answer = someone.client.post("/comments/1/decide", data=sent)
        assert answer.status_code == 422
        return words_of(answer.text)

    blank = told(disposition="explained", response="Giải trình: [lý do].")
    assert "chỗ trống phải điền: [lý do]" in blank and "nói trái" not in blank
    contrary = told(disposition="explained", response="Tiếp thu, chỉnh sửa tại mục II.")
    assert "nói trái với kết quả đã chọn là “Giải trình”" in contrary and "phải điền: [" not in contrary


def test_what_is_ticked_stays_in_sight_while_clauses_are_searched(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    linked = re.findall(r'value="([^"]+)" checked', someone.get("/comments/1/clauses"))
    assert linked
    tree = someone.get("/comments/1/clauses", find="muc III", picking="1", clause=linked[0])
    assert re.search(r'name="clause" value="([^"]+)"', tree)[1] == linked[0]  # it stands first
    assert "Đang chọn" in tree
    tree = someone.get("/comments/1/clauses", find="muc III", picking="1")
    assert (
        " checked" not in tree and f'value="{linked[0]}" checked' not in tree
    )  # unticked, it does not return


def test_a_place_that_is_typed_finds_that_place_alone(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    tree = words_of(someone.get("/comments/1/clauses", find="diem a khoan 2 muc III", picking="1"))
    assert "Điểm a khoản 2 mục III" in tree and "khoản 3 mục III" not in tree


def test_an_answer_is_taken_over_from_another_comment(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    record(someone, 1, disposition="explained", reason="other", response=ANSWER)
    assert someone.post("/comments/2/like", like="1", versions="2:0") == 303
    assert decided(someone, 2).response == ANSWER
    assert (
        someone.client.post("/comments/3/like", data={"csrf": someone.csrf, "like": "abc"}).status_code == 422
    )


def test_what_is_selected_is_decided_and_taken_back_in_one_act(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    sent = {"no": ["1:0", "2:0 3:0"], "act": "decide", "disposition": "explained", "response": ANSWER}
    assert someone.post("/comments/together", **sent) == 303
    assert {decided(someone, no).response for no in (1, 2, 3)} == {ANSWER}
    board, _ = someone.site.board()
    assert len({line.act for line in board.workspace.store().history()}) == 1
    again = someone.client.post("/comments/together", data={"csrf": someone.csrf, **sent})
    assert again.status_code == 409
    assert someone.post("/comments/together", no=["1:1", "2:1", "3:1"], act="undo") == 303
    assert not decided(someone, 2).decided


def test_what_was_selected_and_typed_for_a_group_stays_when_it_is_refused(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    sent = {"no": ["1:0", "2:0"], "act": "decide", "disposition": "explained", "reason": "other"}
    typed = {"assignee": "Lan", "due": "2021-03-20", "response": "[lý do]"}
    answer = someone.client.post("/comments/together", data={"csrf": someone.csrf, **sent, **typed})
    assert answer.status_code >= 400 and not decided(someone, 1).decided
    kept = re.findall(r'name="no" value="([^"]+)" checked', answer.text)
    assert {no for each in kept for no in each.split()} >= {"1:0", "2:0"}
    assert 'value="explained" selected' in answer.text and 'value="other" selected' in answer.text
    assert (
        'value="Lan"' in answer.text
        and 'value="2021-03-20"' in answer.text
        and "[lý do]</textarea>" in answer.text
    )
    assert " checked" not in someone.get("/comments", no="1:0")


@pytest.mark.parametrize("disposition", ["", "pending", "partly", "explained"])
def test_no_answer_with_a_blank_is_recorded_for_a_group_whatever_is_chosen(
    tmp_path: Path, disposition: str
) -> None:
    someone = at(part(tmp_path))
    page = someone.get("/comments/2")
    skeleton = unescape(re.search(r'data-text="([^"]*\[lý do\][^"]*)"', page)[1])
    sent = {"no": ["1:0", "2:0"], "act": "decide", "disposition": disposition, "response": skeleton}
    answer = someone.client.post("/comments/together", data={"csrf": someone.csrf, **sent})
    assert answer.status_code == 422 and "còn chỗ trống phải điền: [lý do]" in words_of(answer.text)
    assert not any(decided(someone, no).decided for no in (1, 2))


@pytest.mark.slow
def test_each_act_is_told_as_what_it_was(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text("approval = true\n")
    someone = at(root)
    leader = beside(someone, "Lãnh đạo")

    def told(who: Desk, path: str, **fields: object) -> str:
        sent = who.client.post(path, data={"csrf": who.csrf, **fields})
        return words_of(sent.text)

    noted = {"disposition": "noted", "response": "Ghi nhận ý kiến.", "act": "decide"}
    assert "Đã lưu 2 ý kiến: 1–2." in told(someone, "/comments/together", no=["1:0", "2:0"], **noted)
    assert "Đã phê duyệt 1 ý kiến: 1." in told(leader, "/comments/together", no=["1:1"], act="approve")
    assert "Đã phê duyệt. Ý kiến số 2" in told(leader, "/comments/2/approve", versions="2:1")
    assert "Đã hoàn tác. Ý kiến số 2" in told(leader, "/comments/2/undo", versions="2:2")
    assert "Đã hoàn tác 1 ý kiến: 1." in told(leader, "/comments/together", no=["1:2"], act="undo")
    assert "Đã gắn vào điều khoản đã chọn." in told(
        someone, "/comments/3/clauses", clause="III", versions="3:0"
    )


def test_nothing_is_recorded_where_nothing_is_selected(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    assert someone.post("/comments/together", act="decide", disposition="noted") == 422


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        "/comments/1/decide",
        "/comments/1/undo",
        "/comments/1/clauses",
        "/comments/1/like",
        "/comments/together",
    ],
)
def test_who_may_only_look_changes_nothing(tmp_path: Path, path: str) -> None:
    fields = {"disposition": "noted", "clause": "III", "like": "1", "no": "1:0", "act": "decide"}
    viewer = at(part(tmp_path), access=Access.VIEWER)
    assert viewer.post(path, **fields) == 403
    assert not viewer.site.board()[0].decisions
    assert at(SAMPLE, read_only=True).post(path, **fields) == 403


def test_who_may_not_approve_does_not_approve(tmp_path: Path) -> None:
    someone = at(part(tmp_path), access=Access.DRAFTER)
    record(someone, 1, disposition="explained", response=ANSWER)
    assert someone.post("/comments/1/approve") == 403
    assert someone.post("/comments/together", no="1:1", act="approve") == 403


@pytest.mark.slow
@pytest.mark.parametrize(
    "fields",
    [{"disposition": "x"}, {"due": "hôm qua"}, {"versions": "một"}, {"reason": "no", "disposition": "noted"}],
)
def test_what_no_field_of_ours_sends_is_refused(tmp_path: Path, fields: dict[str, str]) -> None:
    someone = at(part(tmp_path))
    assert someone.post("/comments/1/decide", **fields) == 422


def test_a_person_is_told_what_was_saved(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    record(someone, 1, disposition="explained", response=ANSWER)
    assert "Đã lưu. Ý kiến số 1" in words_of(someone.get("/comments/2", saved="1"))


def test_a_person_is_told_that_the_newest_draft_does_not_show_what_was_accepted(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    seen = {no: board.evidence[said.id][-1].verdict for no, said in board.by_no.items()}
    undone = next(no for no, verdict in seen.items() if verdict is Verdict.NOT_YET)
    done = next(no for no, verdict in seen.items() if verdict is Verdict.ADDRESSED)
    for no in (undone, done):
        record(someone, no, disposition="accepted", response="Tiếp thu.")
    told = f"ý kiến số {undone} ghi là tiếp thu, nhưng dự thảo lần 3: chưa thực hiện"
    assert told in words_of(someone.get("/comments/2", saved=str(undone)))
    assert told in words_of(someone.get("/comments", done=f"{undone},{done}"))
    assert "Lưu ý" not in words_of(someone.get("/comments/2", saved=str(done)))
    proposals = form_of(view_of(someone.site.board()[0], undone, "vi").view, "vi").proposals
    assert proposals[Disposition.ACCEPTED].text == "Tiếp thu."


def test_a_group_that_was_accepted_tells_who_got_no_answer(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    sent = [f"{no}:0" for no in board.by_no]
    assert someone.post("/comments/together", no=sent, act="decide", disposition="accepted") == 303
    bare = [no for no in board.by_no if not decided(someone, no).response]
    told = f"ý kiến số {listed_numbers(bare)} ghi là tiếp thu nhưng chưa có câu trả lời"
    assert bare and told in words_of(someone.get("/comments", done=",".join(map(str, board.by_no))))
    other = next(no for no in board.by_no if no not in bare)
    assert "chưa có câu trả lời" not in words_of(someone.get("/comments", done=str(other)))


def test_a_group_takes_no_proposals_that_nobody_saw(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    read = re.search(r'name="read" value="(\w+)"', someone.get("/comments"))[1]
    sent = {"no": ["1:0", "2:0"], "act": "decide", "disposition": "accepted", "read": read}
    letter = someone.site.root / "comments" / "so-xay-dung.csv"
    letter.write_bytes(letter.read_bytes() + b"\n")
    answer = someone.client.post("/comments/together", data={"csrf": someone.csrf, **sent})
    assert answer.status_code == 409 and "Chưa lưu gì: xem lại rồi lưu" in words_of(answer.text)
    assert not decided(someone, 1).decided
    again = re.search(r'name="read" value="(\w+)"', answer.text)[1]
    assert again != read and someone.post("/comments/together", **{**sent, "read": again}) == 303


def test_what_was_typed_is_kept_by_the_comment_itself_and_not_by_its_number(reader: Desk) -> None:
    """Another workspace that is served at the same address has the same numbers."""
    board, _ = reader.site.board()
    page = reader.get("/comments/3", saved="2")
    assert f'data-comment="{board.by_no[3].key}"' in page and f'data-comment="{board.by_no[2].key}"' in page


def test_the_answer_by_a_draft_that_followed_the_decision_is_taken_by_a_person_alone(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    row = next(
        row for row in board.rows.values()
        if row.answer and row.answer.verdict is Verdict.ADDRESSED and len(row.keys) == 1
    )  # fmt: skip
    no = board.registered[row.keys[0]].no
    record(someone, no, disposition="accepted", response="Tiếp thu.")
    early = replace(decided(someone, no), draft=2)  # type: ignore[type-var]
    store = board.workspace.store()
    store.save([Save(row.keys[0], early)], Author("A", early.decided_at))
    page = someone.get(f"/comments/{no}")
    assert f"/comments/{no}?fresh=1" in page and ">Tiếp thu.</textarea>" in page
    offered = someone.get(f"/comments/{no}", fresh="1")
    words = unescape(re.search(r'id="response"[^>]*>([^<]*)</textarea>', offered)[1])
    assert "(dự thảo lần 3)" in words and decided(someone, no).response == "Tiếp thu."
    record(someone, no, disposition="accepted", response=words)
    assert decided(someone, no).response == words
    assert "fresh=1" not in someone.get(f"/comments/{no}")


@pytest.mark.parametrize(
    ("state", "lost"), [(DeedState.OVERRIDDEN, False), (DeedState.REGRESSED, True), (DeedState.STANDS, True)]
)
def test_what_was_written_anew_for_another_accepted_comment_is_not_told_as_undone(
    reader: Desk, state: DeedState, lost: bool
) -> None:
    board, _ = reader.site.board()
    made = replace(board)
    id, place = next(iter(board.placed.items()))
    vars(made)["placed"] = {id: replace(place, verdict=Verdict.REGRESSED)}
    vars(made)["watched"] = {board.comments[id].key: (Watched("x.docx", 3, state),)}
    (entry,) = entries(made)
    assert (State.REGRESSED in entry.states) is lost


def test_filters_lead_on_from_comment_to_comment(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    page = someone.get("/comments/1", agency="Sở Tư pháp")
    board, _ = someone.site.board()
    found = {entry.no for entry in find(board.queue, Sought(agency="Sở Tư pháp")).entries}
    led = {int(no) for no in re.findall(r'href="/comments/(\d+)\?agency=[^"]*" rel="(?:next|prev)"', page)}
    assert led and led <= found


# --- in a browser -------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.slow
def test_three_comments_are_decided_by_keys_alone(tmp_path: Path) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/comments")
        numbers = []
        for key in ("j", "Enter"):
            page.keyboard.press(key)
        page.wait_for_url("**/comments/*")
        for way in ("4", "3", "5"):
            numbers.append(int(page.url.rpartition("/")[2].partition("?")[0]))
            page.keyboard.press(way)
            page.keyboard.press("r")
            page.keyboard.press("Control+a")
            page.keyboard.insert_text(f"Ghi nhận, giải trình: trả lời {way} để thống nhất với dự thảo.")
            page.keyboard.press("Escape")
            if way == "5":
                page.keyboard.press("a")
                page.keyboard.insert_text("Lan")
            with page.expect_navigation():
                page.keyboard.press("Control+Enter")
        board, _ = site.board()
        found = [board.decision(board.by_no[no]) for no in numbers]
        assert [each.disposition for each in found] == ["noted", "explained", "pending"]
        assert all(f"trả lời {way}" in each.response for way, each in zip("435", found, strict=True))
        assert found[2].assignee == "Lan" and len(set(numbers)) == 3
        page.goto(f"{address}/comments/{numbers[0]}")
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("u")  # what lies under a dialog hears no key
        page.keyboard.press("Escape")
        assert board.decision(board.by_no[numbers[0]]).decided
        with page.expect_navigation():
            page.keyboard.press("u")
        again, _ = site.board()
        assert not again.decision(again.by_no[numbers[0]]).decided
        page.keyboard.press("c")
        page.locator("#picks input[type=checkbox]").first.wait_for()
        page.keyboard.press("Escape")
        assert not page.locator("#picker").is_visible()


@pytest.mark.browser
@pytest.mark.slow
def test_what_the_keyboard_comes_to_is_not_covered_by_what_is_done_with_a_group() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/comments")
        boxes, bar = page.locator("tbody input[type=checkbox]"), page.locator(".bulk")
        boxes.first.check()
        for at in range(1, boxes.count()):
            boxes.nth(at).focus()
            here, over = boxes.nth(at).bounding_box(), bar.bounding_box()
            assert here["y"] + here["height"] <= over["y"], at
        assert over["height"] <= 0.45 * 900


@pytest.mark.browser
@pytest.mark.slow
def test_an_answer_half_typed_outlives_the_choice_of_another_clause(tmp_path: Path) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/comments/1")
        page.keyboard.press("3")
        page.fill("#response", ANSWER)
        page.get_by_role("button", name="Chọn điều khoản khác").click()
        page.locator("#picks .ticked input:checked").first.wait_for()
        page.locator("#find").press_sequentially("khoan 1 muc III")
        page.wait_for_timeout(1_000)  # the search begins when one has stopped typing
        page.wait_for_function("() => !document.querySelector('.htmx-request')")
        other = page.locator("#picks > .pick", has_text="Khoản 1 mục III").first
        other.wait_for()
        was = page.locator("#picks .ticked input:checked")
        assert was.first.is_visible()  # what is linked now is in sight, and is unticked
        was.first.uncheck()
        other.locator("input").check()
        with page.expect_navigation():
            page.get_by_role("button", name="Gắn vào điều khoản đã chọn").click()
        page.locator("[data-act=link]").wait_for()
        assert page.input_value("#response") == ANSWER
        with page.expect_navigation():
            page.get_by_role("button", name="Lưu", exact=True).click()
        assert page.locator("#stale").count() == 0  # nobody else has saved anything
        board, _ = site.board()
        found = board.decision(board.by_no[1])
        assert found.response == ANSWER and len(found.clauses) == 1


@pytest.mark.browser
@pytest.mark.slow
def test_two_browsers_that_decide_the_same_comment_see_both_answers(tmp_path: Path) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        first, second = let_in(browser, address, site), let_in(browser, address, site)
        for page, words in ((first, "giữ như dự thảo để thống nhất"), (second, "đã giao Sở Nội vụ chủ trì")):
            page.goto(f"{address}/comments/1")
            page.keyboard.press("3")
            page.fill("#response", f"Giải trình: {words}.")
        first.get_by_role("button", name="Lưu", exact=True).click()
        first.wait_for_selector("[data-saved]")
        second.locator("#standing", has_text="giữ như dự thảo để thống nhất").wait_for()  # it came by itself
        assert second.locator("#overtaken").is_visible()
        assert second.input_value("#response") == "Giải trình: đã giao Sở Nội vụ chủ trì."
        second.get_by_role("button", name="Lưu", exact=True).click()
        both = second.locator("#stale")
        both.wait_for()
        told = both.inner_text()
        assert "giữ như dự thảo để thống nhất" in told and "đã giao Sở Nội vụ chủ trì" in told
        second.get_by_role("button", name="Lưu nội dung của tôi").click()
        second.wait_for_selector("[data-saved]")
        board, _ = site.board()
        assert "Sở Nội vụ" in board.decision(board.by_no[1]).response


@pytest.mark.browser
@pytest.mark.slow
def test_what_was_typed_is_there_again_after_leaving_the_page_and_gone_once_saved(tmp_path: Path) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/comments/1")
        page.keyboard.press("3")
        page.fill("#response", ANSWER)
        page.locator("#keeps").wait_for()
        page.goto(f"{address}/comments")
        page.goto(f"{address}/comments/1")
        assert page.input_value("#response") == ANSWER and page.locator("#kept").is_visible()
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.wait_for_selector("[data-saved]")
        page.goto(f"{address}/comments/1")
        assert not page.locator("#kept").is_visible() and page.input_value("#response") == ANSWER


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_no_page_of_comments_is_wider_than_its_window(tmp_path: Path, width: str) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site, width=width)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in ("/comments", "/comments/1", "/comments/9"):
            page.goto(f"{address}{path}")
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, path
        assert said == []


@pytest.mark.slow
@pytest.mark.parametrize("versions", ["", "2:0"])
def test_nothing_is_saved_over_what_nobody_saw(tmp_path: Path, versions: str) -> None:
    someone = desk(part(tmp_path))
    someone.get("/comments")
    for act in ("decide", "undo", "approve", "like"):
        given = {"disposition": "noted", "like": "2", "versions": versions}
        assert someone.post(f"/comments/1/{act}", **given) >= 400
    assert not any(each.decided for each in someone.site.board()[0].decisions.values())


# --- what is still open -------------------------------------------------------------------


@pytest.mark.slow
def test_a_comment_that_is_only_handed_on_stays_open_and_has_no_answer(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    no = next(each.no for each in board.queue if State.OPEN in each.states)
    skeleton = re.search(r'<textarea id="response"[^>]*>([^<]*)<', someone.get(f"/comments/{no}"))[1]
    fields = {"disposition": "pending", "response": unescape(skeleton), "assignee": "Lan"}
    before = find(board.queue, Sought()).counts["state"]
    assert record(someone, no, **fields) == 303
    again, _ = someone.site.board()
    kept = again.decision(again.by_no[no])
    assert (kept.disposition, kept.response, kept.assignee) == ("pending", "", "Lan")
    counts = find(again.queue, Sought()).counts["state"]
    assert counts[State.OPEN] == before[State.OPEN] and not counts[State.DECIDED]


@pytest.mark.slow
def test_a_comment_left_pending_with_words_is_open_on_every_page(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    no = next(each.no for each in board.queue if State.OPEN in each.states)
    record(someone, no, disposition="pending", response="Xin ý kiến Ban Chỉ đạo, sẽ trả lời sau.")
    again, _ = someone.site.board()
    listed = find(again.queue, Sought(state=State.OPEN)).entries
    assert no in {each.no for each in listed}
    assert "Xin ý kiến" in again.decision(again.by_no[no]).response


@pytest.mark.slow
def test_a_skeleton_that_nobody_filled_in_is_no_answer(tmp_path: Path) -> None:
    someone = at(part(tmp_path))
    board, _ = someone.site.board()
    for no in [each.no for each in board.queue if State.OPEN in each.states][:4]:
        text = re.search(r'<textarea id="response"[^>]*>([^<]*)<', someone.get(f"/comments/{no}"))[1]
        record(someone, no, disposition="pending", response=unescape(text), remark="Chờ họp.")
        again, _ = someone.site.board()
        assert again.decision(again.by_no[no]).response == ""
