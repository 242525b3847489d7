"""Archives and mails in which several files lie, and that cannot be used."""

from __future__ import annotations

from .failure import DrafterError
from .inputs import Encrypted


class EmptyArchive(DrafterError):
    """An archive without a file."""

    code = "empty-archive"


class LockedMember(Encrypted):
    """A file in an archive that is closed by a password."""

    code = "locked-member"


class SealedMail(Encrypted):
    """A mail that only whoever it was sent to can open (S/MIME)."""

    code = "sealed-mail"


class PackedFile(DrafterError):
    """An archive of a kind that is not opened here: `found`."""

    code = "packed-file"


class PackedByOutlook(DrafterError):
    """What Outlook makes of a message in Rich Text for other programs: `winmail.dat`, attachments and all."""

    code = "packed-by-outlook"


class PassedOver(DrafterError):
    """A file named as those are that systems and programs leave, which holds a document: `found`."""

    code = "passed-over"


class ContainerAsDraft(DrafterError):
    """An archive or a mail where a draft was looked for."""

    code = "container-as-draft"


class SeveralInOne(DrafterError):
    """An archive or a mail with attachments where files are taken one by one."""

    code = "several-in-one"
