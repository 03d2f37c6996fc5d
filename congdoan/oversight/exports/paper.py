"""A conclusion as an official paper; Decree 30/2020/NĐ-CP."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from congdoan.core.printing.paper import Block, Bullet, Heading, Paper, Paragraph, Signer, Table
from congdoan.organisation.models import Unit, UnitKind
from congdoan.oversight.models import Inspection, Remedy
from congdoan.oversight.services.compose import compose
from congdoan.oversight.symbol import symbol_of

_SECTION: Final = re.compile(r"^([IVX]+)\.\s+(.+)$")
_PART: Final = re.compile(r"^(\d+)\.\s+(.+)$")
_HEAD: Final = ("TT", "Việc phải khắc phục", "Hạn")
_WIDTHS: Final = (0.08, 0.74, 0.18)


def conclusion_paper(inspection: Inspection) -> Paper:
    """As it was signed, else as it stands, and then as a draft."""
    unit = inspection.programme.unit
    remedies = list(inspection.remedies.all())
    day = inspection.concluded_on
    return Paper(
        issuer=unit.name,
        superior=unit.parent.name if unit.parent else "",
        symbol=inspection.symbol or symbol_of(unit),
        place=unit.place or unit.organ.place,
        year=(day or inspection.ends_on).year,
        day=day,
        type="Kết luận",
        subject=subject_of(inspection),
        legal_bases=tuple(_bases(inspection)),
        body=tuple(_body(inspection.conclusion or compose(inspection), remedies)),
        signer=Signer("TM.", (_committee(unit), inspection.signer_title or "Chủ nhiệm"), _name(inspection)),
        recipients=(f"{inspection.unit.name} (để thực hiện)", f"{unit.organ.name} (để báo cáo)", "Lưu: VT"),
        is_draft=not inspection.is_issued,
    )


def subject_of(inspection: Inspection) -> str:
    about = inspection.plan.noun if inspection.plan else "nhiệm vụ được giao"
    return f"Kiểm tra việc thực hiện {about} tại {inspection.unit.name}"


def _bases(inspection: Inspection) -> Iterator[str]:
    if inspection.programme.basis:
        yield f"Căn cứ {inspection.programme.basis}"
    yield f"Căn cứ {inspection.programme}"
    if inspection.decision:
        yield f"Căn cứ Quyết định số {inspection.decision}"


def _body(text: str, remedies: Sequence[Remedy]) -> Iterator[Block]:
    for line in filter(None, map(str.strip, text.splitlines())):
        if section := _SECTION.match(line):
            yield Heading(1, f"{section[1]}.", section[2])
        elif part := _PART.match(line):
            yield Heading(2, f"{part[1]}.", part[2])
        elif line.startswith(("- ", "– ", "+ ")):
            yield Bullet(line[0], line[2:])
        else:
            yield Paragraph(line)
    if remedies:
        yield Paragraph("Các kiến nghị đơn vị phải khắc phục:")
        rows = ((str(one.order), one.text, f"{one.due:%d/%m/%Y}") for one in remedies)
        yield Table(_HEAD, tuple(rows), _WIDTHS)


def _committee(unit: Unit) -> str:
    if unit.kind == UnitKind.INSPECTION:
        return "Ủy ban kiểm tra"
    return "Ban Chấp hành" if unit.kind in (UnitKind.GRASSROOTS, UnitKind.CRAFT_UNION) else "Ban Thường vụ"


def _name(inspection: Inspection) -> str:
    return inspection.signer.get_full_name() if inspection.signer else ""
