"""Copies of lần 2 that agencies sent back: with comments in the margin, tracked changes, silent edits.

Mẫu minh họa – không phải văn bản thật.
"""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from . import drafts
from .office import saved

_WHEN = "2021-03-10T09:00:00Z"


@dataclass(frozen=True)
class Edit:
    """`old` becomes `new` where it stands after `near`; either may be empty, `at` says where."""

    near: str
    old: str
    new: str


COMMENTS = (
    (
        "UBND thành phố Hà Tĩnh",
        "thí điểm đô thị thông minh tại thành phố Hà Tĩnh",
        "Đề nghị làm rõ nguồn kinh phí thí điểm và cơ quan chủ trì từng dịch vụ.",
    ),
    (
        "UBND thành phố Hà Tĩnh",
        "Giao thông thông minh, giám sát an ninh",
        "Đề nghị bổ sung “bãi đỗ xe thông minh” sau cụm từ “Giao thông thông minh”.",
    ),
    (
        "UBND thành phố Hà Tĩnh",
        "Tối thiểu 60% người dân tại các đô thị có hồ sơ sức khỏe điện tử.",
        "Chỉ tiêu này đề nghị giao Sở Y tế chủ trì, có lộ trình từng năm.",
    ),
)
TRACKED = (
    Edit("Từ kết quả thí điểm, ", "", "từ năm 2024 "),
    Edit("thông qua môi trường ", "số", "mạng"),
    Edit("tiếp cận dịch vụ viễn thông phổ cập", " và thiết bị thông minh", ""),
)
SILENT = (
    Edit(
        "",
        "VNPT Hà Tĩnh, Viettel Hà Tĩnh và các doanh nghiệp viễn thông thực hiện.",
        "Các doanh nghiệp viễn thông thực hiện theo kế hoạch của Ủy ban nhân dân tỉnh.",
    ),
    Edit(
        "Nâng cấp Trung tâm dữ liệu của tỉnh theo hướng ",
        "điện toán đám mây",
        "thuê dịch vụ điện toán đám mây",
    ),
)


def build_all() -> dict[str, bytes]:
    return {
        "ubnd-thanh-pho-ha-tinh-gop-y-tren-du-thao-lan-2.docx": commented(),
        "ubnd-thi-xa-ky-anh-sua-tren-du-thao-lan-2.docx": tracked(),
        "VNPT Hà Tĩnh - dự thảo lần 2.docx": silent(),
    }


def commented() -> bytes:
    document = _copy()
    for author, words, text in COMMENTS:
        run = _isolated(document, "", words)
        made = document.add_comment(run, text=text, author=author, initials="")
        made._comment_elm.set(qn("w:date"), _WHEN)
    return saved(document)


def tracked() -> bytes:
    """Each edit as `w:del` and `w:ins` of one agency."""
    document = _copy()
    for at, edit in enumerate(TRACKED):
        run = _isolated(document, edit.near, edit.old) if edit.old else _after(document, edit.near)
        insertion = _revision("w:ins", 900 + 2 * at)
        insertion.append(deepcopy(run._r))
        insertion[0].find(qn("w:t")).text = edit.new
        insertion[0].find(qn("w:t")).set(qn("xml:space"), "preserve")
        if edit.new:
            run._r.addnext(insertion)
        if edit.old:
            deletion = _revision("w:del", 901 + 2 * at)
            run._r.addprevious(deletion)
            deletion.append(run._r)
            run._r.find(qn("w:t")).tag = qn("w:delText")
    return saved(document)


def silent() -> bytes:
    document = _copy()
    for edit in SILENT:
        _isolated(document, edit.near, edit.old).text = edit.new
    return saved(document)


def _copy() -> Document:
    return docx.Document(io.BytesIO(drafts.build("lan-2")))


def _revision(tag: str, number: int) -> OxmlElement:
    element = OxmlElement(tag)
    for key, value in (("w:id", str(number)), ("w:author", "UBND thị xã Kỳ Anh"), ("w:date", _WHEN)):
        element.set(qn(key), value)
    return element


def _paragraph(document: Document, words: str) -> Paragraph:
    found = [paragraph for paragraph in document.paragraphs if words in paragraph.text]
    assert len(found) == 1, (words, len(found))
    return found[0]


def _isolated(document: Document, near: str, words: str) -> Run:
    """A run that holds just `words`, those after `near`."""
    paragraph = _paragraph(document, near + words)
    for run in paragraph.runs:
        at = run.text.find(near + words)
        if at >= 0:
            start = at + len(near)
            return _cut(run, start, start + len(words))
    raise AssertionError(words)


def _after(document: Document, near: str) -> Run:
    return _isolated(document, "", near)


def _cut(run: Run, start: int, end: int) -> Run:
    """Split `run` so that the stretch stands alone."""
    text = run.text
    for part, place in ((text[:start], "addprevious"), (text[end:], "addnext")):
        if part:
            other = deepcopy(run._r)
            getattr(run._r, place)(other)
            Run(other, run._parent).text = part
    run.text = text[start:end]
    return run
