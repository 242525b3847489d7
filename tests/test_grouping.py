"""Grouping: what means the same is one issue, what only looks so never is, and nobody is lost."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.grouping import issues, saying_key
from drafter.analyses.grouping.meaning import meaning
from drafter.analyses.grouping.same import same
from drafter.analyses.grouping.sketches import sketches
from drafter.model import Issue, SharedWords
from drafter.writers.issues import issue_records
from tests.bench.quality.groups import pairs, report, together
from tests.made_verdicts import DRAFT, typed

TEXTS = sorted({text for one, other, _ in pairs("pairs") for text in (one, other)})


def said(text: str, count: int = 1, agencies: int = 1) -> SharedWords:
    by = {f"Xã {n}": 1 for n in range(agencies)}
    return SharedWords(saying_key(text), text, "", "clauses", "I", count, count, agencies=by)


def test_pairs_are_told_apart_as_well_as_the_bench_says() -> None:
    found = report()
    for name in ("pairs", "pairs-held-out", "pairs-held-out-2"):
        assert found[f"{name}: precision"] == 1
        assert found[f"{name}: recall"] >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đề nghị đạt 80%", "Đề nghị đạt 90%"),
        ("Bổ sung A vào mục II", "Không bổ sung A vào mục II"),
        ("Bỏ cụm từ “các cấp”", "Bỏ cụm từ “các ngành”"),
        ("Bỏ điểm a", "Bỏ điểm b"),
        ("Sửa “A” thành “B”", "Sửa “B” thành “A”"),
        ("Cho thuê đất", "Thuê đất"),
        ("Giảm tiền thuê đất", "Giảm tiền thuế đất"),
    ],
)
def test_what_differs_in_what_it_asks_is_never_one_issue(one: str, other: str) -> None:
    assert not together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính",
            "giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ",
        ),
        ("chuyển thẩm quyền từ cấp huyện cho cấp xã", "chuyển thẩm quyền từ cấp xã cho cấp huyện"),
        ("đồng ý mức 50 điểm, không đồng ý mức 55 điểm", "không đồng ý mức 50 điểm, đồng ý mức 55 điểm"),
        ("báo cáo hằng quý thay vì hằng năm", "báo cáo hằng năm thay vì hằng quý"),
        (
            "nộp trực tuyến bắt buộc, nộp trực tiếp tùy chọn",
            "nộp trực tiếp bắt buộc, nộp trực tuyến tùy chọn",
        ),
        ("thu phí của nam, miễn phí cho nữ", "miễn phí cho nam, thu phí của nữ"),
        (
            "áp dụng sau ngày hiệu lực chứ không phải trước đó",
            "áp dụng trước ngày hiệu lực chứ không phải sau đó",
        ),
        ("thí sinh báo cho hội đồng kết quả thi", "hội đồng báo cho thí sinh kết quả thi"),
        (
            "bằng chính quy được xét, bằng tại chức không được xét",
            "bằng tại chức được xét, bằng chính quy không được xét",
        ),
        ("giảm 5 tuổi đối với nam, tăng tuổi đối với nữ", "giảm tuổi đối với nam, tăng 5 tuổi đối với nữ"),
        ("Sở được thẩm định, huyện được phê duyệt", "huyện được thẩm định, Sở được phê duyệt"),
    ],
)
def test_the_same_words_in_another_order_are_another_wish(one: str, other: str) -> None:
    assert not together(one, other)
    assert together(one, f"Tôi đề nghị {one} ạ")


def test_what_is_done_to_a_paper_may_stand_before_or_behind_it() -> None:
    assert together("Hỏi dân trước khi phê duyệt quy hoạch", "Hỏi dân trước khi quy hoạch được phê duyệt")


@pytest.mark.slow
@given(st.sampled_from(TEXTS), st.sampled_from(["không", "chưa", "90%", "điểm b", "tối đa", "“x”"]))
def test_a_word_that_changes_the_meaning_sets_apart_wherever_it_stands(text: str, word: str) -> None:
    parts = text.split()
    for at in range(len(parts) + 1):
        assert not together(text, " ".join([*parts[:at], word, *parts[at:]]))


@pytest.mark.slow
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_same_is_the_same_in_either_order(one: str, other: str) -> None:
    assert same(meaning(one), meaning(other)) is same(meaning(other), meaning(one))
    assert same(meaning(one), meaning(one))


def test_words_typed_otherwise_have_one_key() -> None:
    keys = {saying_key(text) for text in ("Đề nghị bỏ “hoà”.", 'đề  nghị bỏ "hòa"', "ĐỀ NGHỊ BỎ “HÒA”!")}
    assert len(keys) == 1


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.integers(1, 50)), unique_by=lambda each: saying_key(each[0])
    )
)
def test_every_saying_is_in_one_issue_beside_one_that_says_the_same(given: list[tuple[str, int]]) -> None:
    sayings = [said(text, count) for text, count in given]
    found = issues(sayings)
    members = [saying for issue in found for saying in issue.sayings]
    assert sorted(each.key for each in members) == sorted(each.key for each in sayings)
    for issue in found:
        first = issue.sayings[0]
        assert all(first.count >= other.count for other in issue.sayings)
        assert all(same(meaning(first.text), meaning(other.text)) for other in issue.sayings)
    assert found == issues(sayings[::-1])


def test_a_letter_that_goes_round_is_told() -> None:
    letter = "Đề nghị bỏ quy định thu hồi đất để làm dự án nhà ở thương mại vì trái với Hiến pháp năm 2013"
    (campaign,) = issues([said(letter, 40, 30)])
    (one_sender,) = issues([said(letter, 40, 1)])
    (short,) = issues([said("Đồng ý", 4000, 3000)])
    assert (campaign.campaign, one_sender.campaign, short.campaign) == (True, False, False)


def test_an_agency_is_one_sender_however_its_name_is_typed() -> None:
    by = {"SỞ Y TẾ": 3, "Sở Y tế": 2, "sở  y tế": 1, "": 4, "Sở Nội vụ": 1}
    one = SharedWords(saying_key("A"), "A", "d", "document", None, 11, 11, agencies=by)
    (record,) = issue_records([Issue((one,))], [replace(typed(DRAFT), path="d")])
    assert record.agencies == {"Sở Y tế": 6, "": 4, "Sở Nội vụ": 1}


def test_texts_that_share_most_of_their_words_have_a_band_in_common() -> None:
    random = np.random.default_rng(1)
    missed = 0
    for _ in range(200):
        words = [f"w{n}" for n in random.choice(10_000, 19, replace=False)]
        one, other = sketches([[*words, "a"], [*words, "b"]])
        missed += not any(left == right for left, right in zip(one, other, strict=True))
    assert missed <= 1
    far = list(sketches([[f"{n}-{m}" for m in range(10)] for n in range(60)]))
    assert not any(x == y for one, other in combinations(far, 2) for x, y in zip(one, other, strict=True))
