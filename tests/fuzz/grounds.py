"""Grounds: a small workspace that cases are put into, made once, and files that need one to exist."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from tests.commands import part, run
from tests.made_mail import COVER, WORDS, mail, outlook, zipped

_SETTINGS = """language = "vi"
deadline = 2021-03-10
author = "Tổ biên tập"
silence_is_agreement = true

[[agencies]]
name = "Sở Tư pháp"

[[agencies]]
name = "Sở Y tế"

[[drafts]]
path = "drafts/a.docx"
number = 3
label = "trình"
date = 2021-03-01

[lint]
"""
_PAGE = (
    "<html><head><style>p{color:red}</style></head><body><h1>SỞ TÀI CHÍNH</h1><p>Kính gửi: Ban soạn thảo</p>"
    "<table border=1><tr><th>STT<th>Nội dung góp ý</tr><tr><td>1<td>Đề nghị bỏ khoản 9 mục IV.</tr></table>"
    "<ol><li>Đề nghị thay “hằng quý” bằng “hằng năm”.<li>Thống nhất.</ol></body></html>"
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """`root` is the workspace, `made` a folder of tables and forms that were written from it."""

    root: Path
    made: Path

    @property
    def forms(self) -> tuple[Path, ...]:
        return tuple(sorted(self.made.glob("form*")))

    @property
    def tables(self) -> tuple[Path, ...]:
        return tuple(sorted(self.made.glob("table*")))

    @property
    def settings(self) -> Path:
        return self.made / "drafter.toml"

    @property
    def stored(self) -> tuple[Path, ...]:
        """The database and what is kept beside it, below the folder of the workspace that holds them."""
        return tuple(sorted(path for path in (self.made / "stored").rglob("*") if path.is_file()))


def lay(folder: Path) -> Grounds:
    """Make the grounds in `folder`, or take those that are there."""
    found = Grounds(folder / "ws", folder / "made")
    if found.root.exists():
        return found
    making = folder / "making"
    making.mkdir(parents=True)
    found.made.mkdir()
    part(making)
    for suffix in (".docx", ".xlsx"):
        _run(making, "table", "-o", str(found.made / f"table{suffix}"))
        _run(making, "form", "-o", str(found.made / f"form{suffix}"))
    for number, answer in (("1", "--note"), ("2", "--pending"), ("3", "--note")):
        _run(making, "decide", number, answer, "--response", "Ghi nhận.", "--by", "Phòng Tổng hợp")
    _run(making, "link")
    _run(making, "evidence")
    _write_letters(found.made, making / "comments")
    shutil.copytree(making / ".drafter", found.made / "stored")
    found.settings.write_text(_SETTINGS, encoding="utf-8")
    making.rename(found.root)
    return found


def _write_letters(folder: Path, letters: Path) -> None:
    """Letters as mails, pages, archives: `form-…`, since they need making too."""
    attached = {path.name: path.read_bytes() for path in letters.iterdir()}
    made = {
        "form-mail.eml": bytes(mail()),
        "form-mails.eml": bytes(mail(COVER, html=_PAGE, attached=attached)),
        "form-page.html": _PAGE.encode(),
        "form-all.zip": zipped(attached),
        "form-page.pdf": _pdf(WORDS.splitlines()),
        "form-mail.msg": outlook(mail()),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)


def _pdf(lines: list[str]) -> bytes:
    """The lines on one page, without their marks, since no font is carried along."""
    plain = (normalize("NFD", line).encode("ascii", "ignore").decode().replace("(", "") for line in lines)
    shown = "".join(f"({line.replace(')', '')}) Tj T*\n" for line in plain)
    stream = f"BT /F1 12 Tf 14 TL 72 760 Td\n{shown}ET\n72 400 m 500 400 l S\n"
    bodies = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    made += f"trailer\n<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{made.index('xref')}\n%%EOF\n"
    return made.encode("ascii")


def _run(root: Path, *arguments: str) -> None:
    done = run(root, *arguments)
    if done.exit_code:
        raise RuntimeError(f"{arguments}: {done.output}")
