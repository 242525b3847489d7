"""The sample as it stands before it is handed in: `python -m tests.sample.decided DIR` makes it in DIR.

The office decides on the minutes when draft 2 is out, and on the letters when draft 3 is: 57 comments, two of
them in conflict, one that draft 3 undoes; three agencies are late; replies and the table go out. It is done
by the commands that an official types, in the order of the job.

Mẫu minh họa – không phải văn bản thật.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from drafter.cli import app
from drafter.workspace import Stages

ROOT = Path(__file__).parents[2]
OFFICE, LEADER = "Sở Thông tin và Truyền thông", "Lãnh đạo Sở Thông tin và Truyền thông"
MINUTES = "bien-ban-hop-ban-chi-dao-23-02-2021.docx"
SETTINGS = """\
# Mẫu minh họa – không phải văn bản thật.
deadline = 2021-03-31
approval = true
agencies = "co-quan.csv"
"""
LATE = ("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Ủy ban nhân dân huyện Vũ Quang")
UNDONE = "100% cơ sở giáo dục phổ thông triển khai nền tảng dạy và học trực tuyến"
# What is answered to comments of which no draft shows anything, by a word of them; the first that fits.
ANSWERS = (
    (
        "kinh phí",
        "outside-competence",
        "Kinh phí xác định hằng năm khi lập dự toán; giữ như dự thảo.",
    ),
    ("749/QĐ-TTg", "superior-target", "Chỉ tiêu đã bám sát Quyết định số 749/QĐ-TTg; giữ như dự thảo."),
    ("chỉ tiêu", "not-feasible-yet", "Chưa có số liệu nền để giao chỉ tiêu này; giữ như dự thảo."),
    ("giải pháp", "already-in-draft", "Các giải pháp đã nêu theo từng nhóm nhiệm vụ tại phần III."),
    ("làm rõ", "out-of-scope", "Nội dung này quy định tại kế hoạch thực hiện Nghị quyết."),
    ("", "other", "Cơ quan soạn thảo đề nghị giữ như dự thảo để bảo đảm tính thống nhất."),
)
CLASH = "Hai ý kiến khác nhau về cùng một nội dung; cơ quan soạn thảo giữ phương án của dự thảo."


class Office:
    """The drafting office at work in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stages = folder, Stages()

    def run(self, *arguments: str) -> str:
        """What a command prints. Raises RuntimeError where it fails."""
        done = CliRunner().invoke(app, ["-C", str(self._folder), *arguments], obj=self._stages)
        if done.exit_code not in (0, 1):
            raise RuntimeError(f"{arguments}: {done.output}")
        return done.stdout

    def rows(self) -> list[dict[str, Any]]:
        """The rows of the table as it is now."""
        out = self._folder / "bang.json"
        self.run("table", "-o", str(out), "--force")
        read: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["rows"]
        out.unlink()
        return read

    def settle(self) -> None:
        """Decide every row that nobody has decided."""
        for row in self.rows():
            if row["proposed"]:
                numbers = [str(no) for no in row["numbers"]]
                self.run("decide", *numbers, *_decision(row), "--by", OFFICE)

    def decide(self, no: int, *said: str) -> None:
        """Decide one comment."""
        self.run("decide", str(no), *said, "--by", OFFICE)


def _decision(row: dict[str, Any]) -> tuple[str, ...]:
    """What the office says to a row: what evidence proposes where that is whole, else a reason."""
    response, comment = row["response"], row["comment"]
    if "đề nghị" in response and response.startswith("Giải trình: "):
        return ("--explain", "--reason", "conflict", "--response", CLASH)
    if response.startswith("Ghi nhận"):
        return ("--note",)
    if response.startswith("Tiếp thu,"):
        return ("--accept",)
    reason, words = next((reason, words) for word, reason, words in ANSWERS if word in comment)
    if response.startswith("Tiếp thu một phần"):
        done = response.split("; [")[0].split("[")[0].rstrip(" ;,.:")
        # “… vì [lý do]”: the reason goes on with the sentence that the proposal left open.
        told = f"{done} {words[0].lower()}{words[1:]}" if done.endswith(" vì") else f"{done}. {words}"
        return ("--partly", "--reason", reason, "--response", told)
    return ("--explain", "--reason", reason, "--response", words)


def build(folder: Path) -> Path:
    """Make the decided sample in `folder`, which must be empty or not there."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "comments").mkdir()
    drafts = sorted((ROOT / "drafts").glob("*.docx"))
    for path in drafts[:2]:
        shutil.copy(path, folder / "drafts")
    shutil.copy(ROOT / "comments" / MINUTES, folder / "comments")
    (folder / "drafter.toml").write_text(SETTINGS, "utf-8")
    office = Office(folder)
    _list_agencies(folder)
    scattered = next(row for row in office.rows() if "dàn trải" in row["comment"])
    office.decide(
        scattered["numbers"][0], "--accept", "--words", UNDONE,
        "--response", "Tiếp thu, đã gom các chỉ tiêu về một mục và lượng hóa từng chỉ tiêu.",
    )  # fmt: skip
    office.settle()
    shutil.copy(drafts[2], folder / "drafts")
    for path in sorted((ROOT / "comments").iterdir()):
        shutil.copy(path, folder / "comments")
    _list_agencies(folder)
    office.settle()
    office.run("approve", "--all", "--by", LEADER)
    office.run("reply", "-o", str(folder / "tra-loi"))
    office.run("table", "-o", str(folder / "bang-tong-hop.docx"))
    return folder


def _list_agencies(folder: Path) -> None:
    """Who was asked for comments on draft 2: all that sent a letter, and three that did not."""
    office = Office(folder)
    (folder / "co-quan.csv").write_text("name,asked,due\n", "utf-8-sig")
    letters = json.loads(office.run("comments", "--json"))["agencies"]
    heard = {each["name"] for each in letters if each["path"] != MINUTES}
    lines = [f'"{name}",2021-03-01,2021-03-15' for name in (*sorted(heard), *LATE)]
    (folder / "co-quan.csv").write_text("\n".join(("name,asked,due", *lines, "")), "utf-8-sig")


def main() -> None:
    folder = Path(sys.argv[1])
    build(folder)
    print(folder)


if __name__ == "__main__":
    main()
