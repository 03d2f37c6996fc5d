"""What Word needs and python-docx has no call for: fields, rules, boxes, watermarks."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

_WATERMARK = """
<w:r {namespaces} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
        <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
        <v:f eqn="if @0 @4 21600"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="{name}" type="#_x0000_t136" fillcolor="#e1e1e1" stroked="f"
        style="position:absolute;width:440pt;height:110pt;rotation:315;z-index:-251658752;
        mso-position-horizontal:center;mso-position-horizontal-relative:margin;
        mso-position-vertical:center;mso-position-vertical-relative:margin">
      <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold" string="DỰ THẢO"/>
    </v:shape>
  </w:pict>
</w:r>
"""


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """`element("w:top", val="single")` is <w:top w:val="single"/>."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def page_number(paragraph: Paragraph) -> None:
    field = element("w:fldSimple", instr="PAGE")
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def watermark(paragraph: Paragraph, name: str) -> None:
    paragraph._p.append(parse_xml(_WATERMARK.format(namespaces=nsdecls("w"), name=name)))


def rule(paragraph: Paragraph, indent: Length) -> None:
    """Makes an empty paragraph a rule, `indent` shorter than the line at either side."""
    _borders(paragraph, "top")
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = indent
    form.space_before, form.space_after, form.line_spacing = Pt(2), Pt(0), Pt(4)


def box(paragraph: Paragraph, indent: Length) -> None:
    _borders(paragraph, "top", "left", "bottom", "right")
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent


def _borders(paragraph: Paragraph, *sides: str) -> None:
    borders = element("w:pBdr")
    for side in sides:
        borders.append(element(f"w:{side}", val="single", sz="6", space="2", color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def no_cell_margins(table: Table) -> None:
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="0", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def keep_whole(table: Table) -> None:
    """No row of the table is cut by a page's end."""
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().insert(0, element("w:cantSplit"))
