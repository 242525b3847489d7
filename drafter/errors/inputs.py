"""Inputs that cannot be used."""

from __future__ import annotations

from .failure import DrafterError


class NotFound(DrafterError):
    code = "not-found"
    http_status = 404


class IsAFolder(DrafterError):
    """A folder stands where a file was asked for."""

    code = "is-a-folder"


class CannotRead(DrafterError):
    """The system refuses: `reason`."""

    code = "cannot-read"


class Vanished(DrafterError):
    code = "vanished"
    http_status = 404


class EmptyFile(DrafterError):
    code = "empty-file"


class NoSuchFolder(NotFound):
    code = "no-such-folder"


class NotADocx(DrafterError):
    """The content is `found`, whatever the suffix says."""

    code = "not-a-docx"


class NotAkn(DrafterError):
    """No Akoma Ntoso 3.0, or nothing of a text in it."""

    code = "not-akn"


class OldWordFile(DrafterError):
    code = "old-word-file"


class Encrypted(DrafterError):
    code = "encrypted"


class MissingPart(DrafterError):
    """The package lacks `part`, without which it is no document."""

    code = "missing-part"


class DamagedFile(DrafterError):
    """`part` cannot be unpacked or parsed."""

    code = "damaged"


class CutFile(DamagedFile):
    code = "cut-off"


class UnsafeFile(DrafterError):
    """The package would unpack to more than the limit, or carries what no office file carries."""

    code = "unsafe"
    http_status = 413


class TooSlow(DrafterError):
    """A file that came in could not be read within `seconds`."""

    code = "too-slow"
    http_status = 413


class Unreadable(DrafterError):
    """The reading of a file that came in broke down, for want of memory or by a fault below Python."""

    code = "unreadable"
    http_status = 413


class SpeaksForOthers(DrafterError):
    """A file that one agency sent has comments in the name of another, `agency`."""

    code = "speaks-for-others"


class TooManyFiles(DrafterError):
    """More files than `most` came in at once; this one was left."""

    code = "too-many-files"
    http_status = 413


class UnreadFormat(DrafterError):
    """The content is `found`, of which no letter is read."""

    code = "unread-format"


class UnreadDraft(UnreadFormat):
    """The content is `found`, of which no draft is read."""

    code = "unread-draft"


class UnreadTable(UnreadFormat):
    """The content is `found`, of which no table is taken back."""

    code = "unread-table"


class NeedsOffice(DrafterError):
    """The file is `found`, which is read by way of LibreOffice, and that is not installed; or saved as
    `wanted`."""

    code = "needs-office"


class NotConverted(DrafterError):
    """LibreOffice made no `wanted` of the file, which is `found`, or took too long."""

    code = "not-converted"


class NotText(DrafterError):
    code = "not-text"


class NoComments(DrafterError):
    """A file among the comments in which neither a comment nor an agreement was found."""

    code = "no-comments"


class LaterDraft(DrafterError):
    """A file among the letters that is draft `number` itself, later than all drafts that are there."""

    code = "later-draft"


class NoTable(DrafterError):
    """A file in which no comment-disposition table was found, or one without a column of answers."""

    code = "no-table"


class OwnOutput(DrafterError):
    """What drafter wrote itself lies among the drafts or comments."""

    code = "own-output"


class OwnRedline(OwnOutput):
    """A redline of drafter's whose changes nobody has accepted or refused yet."""

    code = "own-redline"


class NotACopy(DrafterError):
    """It has too little in common with the draft `base` to be a copy: `likeness`, in per cent."""

    code = "not-a-copy"


class EmptyFolder(DrafterError):
    """The folder holds no letters."""

    code = "empty-folder"


class NoDrafts(EmptyFolder):
    """The folder holds no drafts."""

    code = "no-drafts"


class SameNumber(DrafterError):
    """Another draft, `other`, bears the same `number`."""

    code = "same-number"


class UnknownDraft(DrafterError):
    """`path` is no file and names no draft of the workspace; `known` lists those."""

    code = "unknown-draft"
    http_status = 404


class UnknownAgency(DrafterError):
    """`path` names no agency that wrote; `known` lists those."""

    code = "unknown-agency"
    http_status = 404


class UnknownClause(DrafterError):
    """`path` names no clause of any draft; `known` lists the outermost of the newest."""

    code = "unknown-clause"
    http_status = 404


class BadList(DrafterError):
    """A list of agencies without a column of names; or `row`, as printed, holds no date where one belongs."""

    code = "bad-list"
    http_status = 500


class NotReread(DrafterError):
    """A piece of the letter cannot be understood as a person wants it: several agencies speak there, or the
    letter would have no comment left."""

    code = "not-reread"
    http_status = 409


class BadUsers(DrafterError):
    """A file of people in which `line` is no name, access and password of Argon2, or names somebody twice."""

    code = "bad-users"
    http_status = 500


class BadTemplate(DrafterError):
    """A letter of the office's own cannot be filled in: `reason` in the words of the program that fills."""

    code = "bad-template"
    http_status = 500


class EmptyForm(NoComments):
    """A form that came back as it went out."""

    code = "empty-form"
