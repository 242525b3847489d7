"""Smallest files on which LibreOffice reads revisions wrongly that are right, by name.

An exception for a redline in `tests/data/redline/office-exceptions.tsv` names one of these, and holds only
while LibreOffice still misreads it.
"""

from __future__ import annotations

from tests.docx_builder import cell, p, r, row

_BY = 'w:author="x" w:date="2026-01-01T00:00:00Z"'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SIZE = '<a:off x="0" y="0"/><a:ext cx="900000" cy="400000"/>'


def group() -> str:
    """A run that holds a group of one text box; rejecting prints "cũ" in it, accepting "mới"."""
    words = p(
        f'<w:del w:id="7" {_BY}><w:r><w:delText>cũ</w:delText></w:r></w:del>',
        f'<w:ins w:id="8" {_BY}>{r("mới")}</w:ins>',
    )
    box = (
        '<wps:wsp><wps:cNvPr id="3" name="box"/><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm>{_SIZE}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    frame = f'<a:xfrm>{_SIZE}<a:chOff x="0" y="0"/><a:chExt cx="900000" cy="400000"/></a:xfrm>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice xmlns:wpg="{_GROUP}" Requires="wpg"><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="900000" cy="400000"/><wp:docPr id="1" name="group"/>'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr>{frame}</wpg:grpSpPr>{box}</wpg:wgp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


_GRID = '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
REDUCED = {
    "group-in-cell": f"<w:tbl><w:tblPr/>{_GRID}{row(cell(p('trong', group())))}</w:tbl>{p('ngoài')}",
}
"""Body by name; each is right where rejecting prints "cũ" and accepting "mới"."""
