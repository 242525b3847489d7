"""Failures: one class per way an input or output can be unusable, each makes its own sentence.

A sentence is one line: the file, what is wrong with it, what to do. Facts go in as keyword
arguments and stay readable on the error (`error.facts`), so that tests and `problems` in JSON
need not parse the sentence.
"""

from __future__ import annotations

from os import PathLike, fspath
from typing import ClassVar


class DrafterError(Exception):
    """Nothing can be used of `path`. Raised by readers, writers and the workspace."""

    code: ClassVar[str] = "unusable"
    exit_code: ClassVar[int] = 3
    vi: ClassVar[str] = "không dùng được. Hãy kiểm tra lại tệp."
    en: ClassVar[str] = "cannot be used. Check the file."

    def __init__(self, path: str | PathLike[str], **facts: object) -> None:
        self.path = fspath(path)
        self.facts = facts
        super().__init__(self.path, facts)

    def fault(self, lang: str = "vi") -> str:
        """What is wrong and what to do, without the file's name."""
        return (self.en if lang == "en" else self.vi).format(path=self.path, **self.facts)

    def sentence(self, lang: str = "vi") -> str:
        """The one line a user reads: file, fault, remedy. Never contains a line break."""
        return " ".join(f"{self.path}: {self.fault(lang)}".split())

    def at(self, path: str) -> DrafterError:
        """The same failure, the file named as `path`."""
        return type(self)(path, **self.facts)

    def __str__(self) -> str:
        return self.sentence()


class NotFound(DrafterError):
    code = "not-found"
    vi = "không có tệp hoặc thư mục này. Hãy kiểm tra đường dẫn."
    en = "no such file or folder. Check the path."


class IsAFolder(DrafterError):
    """A folder stands where a file was asked for."""

    code = "is-a-folder"
    vi = "là thư mục, không phải tệp. Hãy chỉ rõ tệp trong thư mục đó."
    en = "is a folder, not a file. Name a file in it."


class CannotRead(DrafterError):
    """The system refuses: `reason`."""

    code = "cannot-read"
    vi = "không đọc được ({reason}). Hãy kiểm tra quyền truy cập hoặc đóng chương trình đang giữ tệp."
    en = "cannot be read ({reason}). Check permissions, or close the program that holds it."


class Vanished(DrafterError):
    code = "vanished"
    vi = "tệp biến mất trong khi đang đọc. Hãy chép lại tệp rồi chạy lại."
    en = "the file vanished while it was being read. Put it back and run again."


class EmptyFile(DrafterError):
    code = "empty-file"
    vi = "tệp rỗng (0 byte). Hãy xin lại bản gửi đầy đủ."
    en = "the file is empty (0 bytes). Ask the sender for a complete copy."


class NotADocx(DrafterError):
    """The content is `found`, whatever the suffix says."""

    code = "not-a-docx"
    vi = "không phải tệp Word .docx (nội dung là {found}). Hãy mở bằng Word và lưu lại dạng .docx."
    en = "is not a Word .docx (it holds {found}). Open it in Word and save it as .docx."


class OldWordFile(DrafterError):
    code = "old-word-file"
    vi = "là tệp Word 97–2003 (.doc). Hãy mở bằng Word và lưu lại dạng .docx."
    en = "is a Word 97–2003 file (.doc). Open it in Word and save it as .docx."


class Encrypted(DrafterError):
    code = "encrypted"
    vi = "tệp được đặt mật khẩu. Hãy bỏ mật khẩu trong Word (Tệp > Thông tin > Bảo vệ) rồi lưu lại."
    en = "is protected by a password. Remove it in Word (File > Info > Protect) and save again."


class MissingPart(DrafterError):
    """The package lacks `part`, without which it is no document."""

    code = "missing-part"
    vi = "thiếu phần {part} nên không phải tài liệu hoàn chỉnh. Hãy mở bằng Word, sửa chữa và lưu lại."
    en = "lacks {part}, so it is no whole document. Open and repair it in Word, then save it."


class DamagedFile(DrafterError):
    """`part` cannot be unpacked or parsed."""

    code = "damaged"
    vi = "bị hỏng ở phần {part}. Hãy mở bằng Word, sửa chữa và lưu lại, hoặc xin lại bản gửi."
    en = "is damaged in {part}. Open and repair it in Word, or ask the sender for a new copy."


class UnsafeFile(DrafterError):
    """The package would unpack to more than the limit, or carries what no office file carries."""

    code = "unsafe"
    vi = "không mở vì không an toàn ({reason}). Hãy kiểm tra nguồn gửi tệp."
    en = "was not opened because it is unsafe ({reason}). Check who sent it."


class UnknownSuffix(DrafterError):
    """`known` lists the suffixes that can be read there."""

    code = "unknown-suffix"
    vi = "không đọc được loại tệp này. Hãy chuyển sang một trong các dạng: {known}."
    en = "this kind of file is not read. Convert it to one of: {known}."


class NotText(DrafterError):
    code = "not-text"
    vi = "không phải văn bản đọc được (bảng mã lạ hoặc dữ liệu nhị phân). Hãy lưu lại dạng UTF-8."
    en = "is not readable text (unknown encoding, or binary). Save it as UTF-8."


class NoComments(DrafterError):
    """A file among the comments in which neither a comment nor an agreement was found."""

    code = "no-comments"
    vi = "không tìm thấy ý kiến góp ý nào. Hãy kiểm tra có đúng văn bản góp ý không."
    en = "no comment was found in it. Check that it is a letter of comments."


class EmptyFolder(DrafterError):
    """The folder holds none of `wanted`."""

    code = "empty-folder"
    vi = "thư mục không có {wanted}. Hãy đặt tệp vào đó rồi chạy lại."
    en = "the folder holds no {wanted}. Put the files there and run again."


class SameNumber(DrafterError):
    """Another draft, `other`, bears the same `number`."""

    code = "same-number"
    vi = "trùng số dự thảo (lần {number}) với {other}. Hãy sửa số trên dự thảo hoặc khai trong drafter.toml."
    en = "has the same draft number ({number}) as {other}. Correct it, or declare it in drafter.toml."


class UnknownDraft(DrafterError):
    """`path` is no file and names no draft of the workspace; `known` lists those."""

    code = "unknown-draft"
    vi = "không có dự thảo này trong không gian làm việc. Hiện có: {known}."
    en = "no such draft in the workspace. There are: {known}."


class BadSettings(DrafterError):
    """`drafter.toml`: `reason` says which key and what it may be."""

    code = "bad-settings"
    vi = "cấu hình sai: {reason}. Hãy sửa lại theo README."
    en = "wrong settings: {reason}. Correct it as the README says."


class CannotWrite(DrafterError):
    code = "cannot-write"
    vi = "không ghi được ({reason}). Hãy đóng tệp nếu đang mở trong Word hoặc Excel, hoặc chọn chỗ khác."
    en = "cannot be written ({reason}). Close it if Word or Excel holds it, or choose another place."


class EditedOutput(DrafterError):
    code = "edited-output"
    vi = "đã có sẵn và có nội dung không do drafter ghi. Hãy chọn tên khác, hoặc thêm --force để ghi đè."
    en = "exists and holds what drafter did not write. Choose another name, or add --force to replace it."


class OutputIsInput(DrafterError):
    code = "output-is-input"
    vi = "vừa là tệp nguồn vừa là tệp kết quả. Hãy chọn tên khác cho tệp kết quả."
    en = "is an input and the output at once. Choose another name for the output."


class UnknownFormat(DrafterError):
    """The output's suffix is none of `known`."""

    code = "unknown-format"
    vi = "không ghi được định dạng này. Hãy dùng một trong các đuôi: {known}."
    en = "this format is not written. Use one of: {known}."


class CheckFailed(DrafterError):
    """An internal check failed (a defect of drafter, never of the input); nothing was written."""

    code = "check-failed"
    exit_code = 4
    vi = "kiểm tra nội bộ không đạt: {reason}. Chưa ghi gì; xin báo lỗi này cho nhóm phát triển."
    en = "an internal check failed: {reason}. Nothing was written; please report this defect."
