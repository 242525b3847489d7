"""What the drafting office may answer, in words: whole phrases, places as an official cites them, blanks."""

from dataclasses import replace

import pytest

from drafter.analyses.answers import TOLD
from drafter.language.dispositions import gainsays
from drafter.model import Answer, Claim, Counted, Disposition, Measured, Op, Party, Verdict
from drafter.wording.answers import answer_words, blanks, places_words
from drafter.wording.messages import known
from drafter.wording.names import cited

POINT = ("điểm a, khoản 2, mục III",)
DONE, PARTLY = Disposition.ACCEPTED, Disposition.PARTLY


def done(*claims: Claim, **facts: object) -> Answer:
    """What draft 3 did about a comment on draft 2."""
    return Answer(Verdict.ADDRESSED, 3, 2, proposes=DONE, claims=claims, **facts)  # type: ignore[arg-type]


def said(answer: Answer) -> str:
    return answer_words(answer, "vi")


CLAIMS = [
    (
        Claim(Op.REPLACE, old="A", new="B", places=POINT),
        "Tiếp thu, đã sửa “A” thành “B” tại điểm a khoản 2 mục III (dự thảo lần 3).",
        "Accepted: “A” replaced by “B” at điểm a khoản 2 mục III (draft 3).",
    ),
    (
        Claim(Op.REPLACE, new="B", places=POINT),
        "Tiếp thu, đã sửa thành “B” tại điểm a khoản 2 mục III (dự thảo lần 3).",
        "Accepted: now reads “B” at điểm a khoản 2 mục III (draft 3).",
    ),
    (
        Claim(Op.ADD, new="B", after="A", places=POINT),
        "Tiếp thu, đã bổ sung “B” sau “A” tại điểm a khoản 2 mục III (dự thảo lần 3).",
        "Accepted: “B” added after “A” at điểm a khoản 2 mục III (draft 3).",
    ),
    (
        Claim(Op.DELETE, old="A", places=POINT),
        "Tiếp thu, đã bỏ “A” tại điểm a khoản 2 mục III (dự thảo lần 3).",
        "Accepted: “A” deleted at điểm a khoản 2 mục III (draft 3).",
    ),
    (
        Claim(Op.DELETE, whence=POINT),
        "Tiếp thu, đã bỏ điểm a khoản 2 mục III của dự thảo lần 2 (dự thảo lần 3).",
        "Accepted: điểm a khoản 2 mục III of draft 2 deleted (draft 3).",
    ),
    (
        Claim(Op.SPLIT, whence=("khoản 2, mục III",), places=("khoản 2, mục III", "khoản 3, mục III")),
        "Tiếp thu, đã tách khoản 2 thành khoản 2 và khoản 3 mục III (dự thảo lần 3).",
        "Accepted: khoản 2 split into khoản 2 và khoản 3 mục III (draft 3).".replace(" và ", " and "),
    ),
    (
        Claim(Op.MERGE, whence=("khoản 2, mục III", "khoản 3, mục III"), places=("khoản 2, mục III",)),
        "Tiếp thu, đã gộp khoản 2 và khoản 3 thành khoản 2 mục III (dự thảo lần 3).",
        "Accepted: khoản 2 and khoản 3 merged into khoản 2 mục III (draft 3).",
    ),
    (
        Claim(Op.MOVE, whence=("khoản 2, mục III",), places=("khoản 5, mục IV",)),
        "Tiếp thu, đã chuyển khoản 2 mục III thành khoản 5 mục IV (dự thảo lần 3).",
        "Accepted: khoản 2 mục III moved to khoản 5 mục IV (draft 3).",
    ),
    (
        Claim(Op.MOVE, new="A", whence=("khoản 2, mục III",), places=("khoản 5, mục IV",)),
        "Tiếp thu, đã chuyển “A” từ khoản 2 mục III sang khoản 5 mục IV (dự thảo lần 3).",
        "Accepted: “A” moved from khoản 2 mục III to khoản 5 mục IV (draft 3).",
    ),
]


@pytest.mark.parametrize(("claim", "vi", "en"), CLAIMS)
def test_what_was_done_names_the_whole_phrase_and_the_place(claim: Claim, vi: str, en: str) -> None:
    assert (said(done(claim)), answer_words(done(claim), "en")) == (vi, en)


def test_body_and_annex_are_both_named_and_the_draft_once() -> None:
    claim = Claim(Op.REPLACE, old="A", new="B", places=(*POINT, "số thứ tự 18, Phụ lục I"))
    both = "điểm a khoản 2 mục III và số thứ tự 18 Phụ lục I"
    assert said(done(claim)) == f"Tiếp thu, đã sửa “A” thành “B” tại {both} (dự thảo lần 3)."
    assert places_words(done(claim), "vi") == both


def test_several_things_done_in_one_place_name_it_once() -> None:
    claims = (Claim(Op.ADD, new="B", places=POINT), Claim(Op.DELETE, old="A", places=POINT))
    assert (
        said(done(*claims)) == "Tiếp thu, đã bổ sung “B”; bỏ “A” tại điểm a khoản 2 mục III (dự thảo lần 3)."
    )


def test_a_draft_without_a_number_is_the_newest() -> None:
    answer = Answer(Verdict.ADDRESSED, proposes=DONE, claims=(Claim(Op.ADD, new="B", places=POINT),))
    assert said(answer).endswith("tại điểm a khoản 2 mục III (dự thảo mới nhất).")


def test_a_part_done_leaves_the_reason_of_the_rest_to_a_person() -> None:
    claim = Claim(Op.ADD, new="B", places=POINT)
    answer = Answer(Verdict.PARTLY, 3, 2, proposes=PARTLY, claims=(claim,), lacking=("C", "D"))
    begun = "Tiếp thu một phần: đã bổ sung “B” tại điểm a khoản 2 mục III (dự thảo lần 3); "
    assert said(answer) == begun + "không bổ sung “C”, “D” vì [lý do]."
    unnamed = Answer(Verdict.PARTLY, 3, 2, proposes=PARTLY, claims=(claim,))
    assert said(unnamed) == begun + "nội dung còn lại không tiếp thu vì [lý do]."


@pytest.mark.parametrize(
    ("proposes", "words"),
    [
        (Disposition.PENDING, "[Tiếp thu/Không tiếp thu, lý do: …]"),
        (Disposition.EXPLAINED, "Giải trình: [nội dung giải trình]."),
        (Disposition.NOTED, "Ghi nhận ý kiến."),
    ],
)
def test_where_nothing_is_proved_a_person_is_left_to_choose(proposes: Disposition, words: str) -> None:
    assert said(Answer(Verdict.NOT_YET, 3, 2, proposes=proposes)) == words


def test_what_a_person_fills_in_can_be_highlighted() -> None:
    pieces = list(blanks("Không bổ sung “[lý do khác]” vì [lý do].", "vi"))
    assert pieces == [("Không bổ sung “[lý do khác]” vì ", False), ("[lý do]", True), (".", False)]


def test_comments_that_clash_get_one_explanation_that_names_both() -> None:
    parties = (Party(("Sở A",), "tối thiểu 40%"), Party(("Sở B", "Sở C"), "chế độ cũ", keeps=True))
    answer = Answer(
        Verdict.NOT_YET, 3, 2, proposes=Disposition.EXPLAINED, parties=parties, still="tối thiểu 50%"
    )
    assert said(answer) == (
        "Giải trình: Sở A đề nghị “tối thiểu 40%”, Sở B; Sở C đề nghị giữ chế độ cũ; dự thảo lần 3 quy định "
        "“tối thiểu 50%” vì [lý do]."
    )


def test_a_comment_that_clashes_with_one_that_was_followed_is_told_who_was() -> None:
    parties = (Party(("Sở A",), "hằng năm"), Party(("Sở B",), "chế độ 6 tháng", keeps=True))
    answer = Answer(
        Verdict.UNCLEAR, 3, 2, proposes=Disposition.EXPLAINED, parties=parties, followed=("Sở A",)
    )
    both = "Giải trình: Sở A đề nghị “hằng năm”, Sở B đề nghị giữ chế độ 6 tháng; dự thảo lần 3"
    assert said(answer) == f"{both} thực hiện theo đề nghị của Sở A vì [lý do]."
    named = replace(answer, still="hằng năm")
    assert said(named) == f"{both} quy định “hằng năm” theo đề nghị của Sở A vì [lý do]."


def test_what_was_to_stay_and_stands_is_accepted_as_kept() -> None:
    kept = Answer(Verdict.ADDRESSED, 3, 2, proposes=Disposition.ACCEPTED, places=("mục II",), kept=True)
    assert said(kept) == "Tiếp thu, giữ nguyên nội dung tại mục II (dự thảo lần 3)."
    assert said(replace(kept, still="60%")) == "Tiếp thu, giữ nguyên “60%” tại mục II (dự thảo lần 3)."


def test_what_was_to_come_to_none_and_did_not_is_left_to_be_explained() -> None:
    figure = Measured("no-figure", 5, 3, "targets")
    vague = Answer(
        Verdict.ADDRESSED,
        3,
        1,
        proposes=PARTLY,
        places=("mục II",),
        counted=(Counted(figure),),
        left=(figure,),
    )
    assert said(vague) == (
        "Tiếp thu một phần: đã chỉnh sửa tại mục II: số chỉ tiêu chưa lượng hóa giảm từ 5 còn 3 "
        "(dự thảo lần 3); còn 03 chỉ tiêu chưa lượng hóa vì [lý do]."
    )
    full, lack = (
        Measured(f"targets-{name}-roadmap", 0, n, "targets") for name, n in (("with", 14), ("without", 4))
    )
    yearly = replace(vague, places=("Phụ lục I",), counted=(Counted(full),), left=(lack,))
    assert said(yearly) == (
        "Tiếp thu một phần: đã bổ sung lộ trình đủ từng năm cho 14/18 chỉ tiêu tại Phụ lục I (dự thảo lần "
        "3); còn 04 chỉ tiêu chưa có lộ trình đủ các năm vì [lý do]."
    )


def test_changed_headings_are_named_and_whether_they_fit_is_for_a_person() -> None:
    counted = Counted(Measured("new-headings", 0, 7, "headings"), named=("MỤC TIÊU", "Nhiệm vụ"))
    answer = done(counted=(counted,))
    assert said(answer) == (
        "Tiếp thu, đã bổ sung, chỉnh sửa 07 đề mục, trong đó có “MỤC TIÊU”, “Nhiệm vụ” [đề nghị rà soát] "
        "(dự thảo lần 3)."
    )
    assert ("[đề nghị rà soát]", True) in list(blanks(said(answer), "vi"))


def test_words_are_counted_without_annexes_and_a_draft_that_grew_again_is_told() -> None:
    words = Measured("words", 5150, 4764, "words")
    plain = done(counted=(Counted(words),))
    assert said(plain) == (
        "Tiếp thu, đã rút gọn phần lời văn của dự thảo, không kể phụ lục, giảm từ 5.150 xuống còn 4.764 từ "
        "(dự thảo lần 3)."
    )
    grown = done(counted=(Counted(words, ((2, 4464),)),))
    assert "xuống còn 4.464 từ tại dự thảo lần 2, hiện là 4.764 từ (dự thảo lần 3)" in said(grown)


def test_no_answer_has_an_arrow() -> None:
    for name in TOLD:
        for before, after in ((0, 5), (5, 0), (5, 7)):
            counted = Counted(Measured(name, before, after, "words" if "words" in name else "targets"))
            if counted.measured.unit == "words" and after > before:
                continue  # nobody asks for a longer text
            for lang in ("vi", "en"):
                text = answer_words(done(counted=(counted,), commented=POINT, places=POINT), lang)
                assert "→" not in text
                assert "counted." not in text


def test_every_number_that_is_told_has_its_words() -> None:
    assert all(known(f"counted.{name}") or known(f"counted.name.{name}") for name in TOLD)


PLACES = {
    (): "",
    POINT: "điểm a khoản 2 mục III",
    ("điểm c, khoản 5, mục III", "điểm d, khoản 5, mục III"): "điểm c và điểm d khoản 5 mục III",
    ("mục I", "mục II", "mục III"): "mục I, mục II và mục III",
    ("phần căn cứ",): "phần căn cứ",
}


@pytest.mark.parametrize(("locators", "words"), PLACES.items())
def test_places_are_cited_from_the_innermost_unit_out(locators: tuple[str, ...], words: str) -> None:
    assert cited(locators, "vi") == words


@pytest.mark.parametrize(
    ("answer", "chosen", "at_odds"),
    [
        ("Tiếp thu, đã sửa tại khoản 2.", Disposition.PENDING, True),
        ("Giải trình: giữ như dự thảo.", Disposition.PENDING, True),
        ("Đang trao đổi với Sở.", Disposition.PENDING, False),
        ("Ghi nhận ý kiến, đang nghiên cứu.", Disposition.PENDING, False),
        ("Sẽ tiếp thu ở dự thảo lần sau.", Disposition.PENDING, False),
        ("Tiếp thu một phần: đã sửa tên gọi.", Disposition.ACCEPTED, True),
        ("Tiếp thu, đã sửa tên gọi.", Disposition.PARTLY, False),
        ("Tiếp thu, đã sửa.", Disposition.EXPLAINED, True),
        ("Không tiếp thu, vì đã có.", Disposition.PARTLY, True),
        ("Thống nhất với ý kiến của Sở.", Disposition.NOTED, False),
    ],
)
def test_an_answer_that_says_another_outcome_than_the_one_chosen_is_at_odds_with_it(
    answer: str, chosen: Disposition, at_odds: bool
) -> None:
    assert gainsays(answer, chosen) is at_odds
