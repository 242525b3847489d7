"""Converting: files of the formats that LibreOffice knows better than anybody → the two that are read here.

    .doc, .rtf, .odt → .docx;  .xls, .xlsb, .ods → .xlsx

Tracked changes and comments in the margin go with them where the format has such. The filter that reads is
named, so that a damaged file is refused and not taken for a text of signs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.errors import DrafterError, NeedsOffice, NotConverted
from drafter.model import Notice, Source
from drafter.opc import CONVERTED, FileFormat, format_of

from .office import LibreOffice

_F = FileFormat
# Format → suffix and name of LibreOffice's filter.
_READ: Mapping[FileFormat, tuple[str, str]] = {
    _F.DOC: (".doc", "MS Word 97"),
    _F.RTF: (".rtf", "Rich Text Format"),
    _F.ODT: (".odt", "writer8"),
    _F.FODT: (".fodt", "OpenDocument Text Flat XML"),
    _F.WORD_XML: (".xml", "MS Word 2003 XML"),
    _F.XLS: (".xls", "MS Excel 97"),
    _F.XLSB: (".xlsb", "Calc MS Excel 2007 Binary"),
    _F.ODS: (".ods", "calc8"),
    _F.FODS: (".fods", "OpenDocument Spreadsheet Flat XML"),
    _F.EXCEL_XML: (".xml", "MS Excel 2003 XML Orcus"),
}
_WRITTEN = {_F.DOCX: "docx:MS Word 2007 XML", _F.XLSX: "xlsx:Calc MS Excel 2007 XML"}


def is_converted(source: Source) -> bool:
    """Whether `source` is of a format that is read by way of another."""
    return format_of(source.bytes, source.shown) in CONVERTED


def converted(sources: Sequence[Source], office: LibreOffice | None) -> list[Source | DrafterError]:
    """Sources that each `is_converted` as .docx or .xlsx, told by a notice; names and hashes stay those of
    the files. In place of one of which nothing came: NeedsOffice without `office`, else NotConverted.
    """
    formats = [format_of(source.bytes, source.shown) for source in sources]
    if office is None:
        return [_refused(NeedsOffice, *each) for each in zip(sources, formats, strict=True)]
    made: dict[int, bytes] = {}
    for found in dict.fromkeys(formats):
        at = [place for place, each in enumerate(formats) if each is found]
        suffix, known_as = _READ[found]
        files = [sources[place].bytes for place in at]
        outputs = office.converted(files, suffix, _WRITTEN[CONVERTED[found]], known_as=known_as)
        made.update((place, output) for place, output in zip(at, outputs, strict=True) if output is not None)
    return [
        made_of(source, made[place]) if place in made else _refused(NotConverted, source, formats[place])
        for place, source in enumerate(sources)
    ]


def _refused(kind: type[DrafterError], source: Source, found: FileFormat) -> DrafterError:
    wanted = _WRITTEN[CONVERTED[found]].partition(":")[0]
    return kind(source.shown, found=found.value, wanted=f".{wanted}")


def made_of(source: Source, made: bytes) -> Source:
    """`source` with what was `made` of it in place of its bytes."""
    found = format_of(source.bytes, source.shown)
    # Of lists that begin anew LibreOffice counts some otherwise than Word did.
    told = Notice("converted-doc" if found is _F.DOC else "converted", source.shown, found.value)
    return replace(source, bytes=made, notices=(*source.notices, told))
