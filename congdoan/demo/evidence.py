"""Real small files that units send as evidence: sheets and papers made as the product makes its own."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.xlsx import write_workbook
from congdoan.core.printing.paper import Paper, Paragraph, Signer
from congdoan.core.printing.pdf import to_pdf
from congdoan.demo.sheets import rows
from congdoan.organisation.models import Unit


@dataclass(frozen=True, slots=True)
class Told:
    """What a file is about: whose it is, what it says, which task it belongs to."""

    unit: Unit
    task: str
    text: str
    by: str
    on: date
    count: int = 0


def make_file(name: str, told: Told) -> "ContentFile[bytes]":
    """A file named `name`: a sheet when it ends in .xlsx, else a printed paper."""
    content = _sheet(name, told) if name.endswith(".xlsx") else _paper(name, told)
    return ContentFile(content, name=name)


def _sheet(name: str, told: Told) -> bytes:
    notes = [name.removesuffix(".xlsx"), told.unit.name, f"{told.by} lập ngày {told.on:%d/%m/%Y}"]
    found, columns = _procedures(told) if "thủ tục" in name else _facts(told)
    out = io.BytesIO()
    write_workbook(out, columns, found, notes=notes)
    return out.getvalue()


def _procedures(told: Told) -> tuple[Sequence[Any], list[Column]]:
    found = list(enumerate(rows("procedures"), start=1))[: told.count or None]
    columns = [
        Column("TT", lambda row: row[0], Kind.NUMBER, 6),
        Column("Nhóm", lambda row: row[1]["group"], width=20),
        Column("Tên thủ tục", lambda row: row[1]["name"], width=60),
        Column("Số ngày giải quyết", lambda row: int(row[1]["days"]), Kind.NUMBER, 12),
    ]
    return found, columns


def _facts(told: Told) -> tuple[Sequence[Any], list[Column]]:
    sentences = [part.strip(" .") for part in told.text.replace(";", ".").split(". ") if part.strip(" .")]
    columns = [
        Column("TT", lambda row: row[0], Kind.NUMBER, 6),
        Column("Nội dung", _at(1), width=70),
        Column("Đến ngày", lambda _: told.on, Kind.DATE, 14),
        Column("Nhiệm vụ", lambda _: told.task, width=40),
    ]
    return list(enumerate(sentences, start=1)), columns


def _at(place: int) -> Callable[[Any], object]:
    return lambda row: row[place]


def _paper(name: str, told: Told) -> bytes:
    organ = told.unit.parent if told.unit.is_inside and told.unit.parent else told.unit
    return to_pdf(
        Paper(
            superior=organ.parent.name if organ.parent else "",
            issuer=organ.name,
            symbol=f"/BC-{organ.symbol}",
            place=organ.place,
            year=told.on.year,
            day=told.on,
            type="Báo cáo",
            subject=name.removesuffix(".pdf"),
            body=(Paragraph(f"Thực hiện nhiệm vụ “{told.task}”, {told.unit} báo cáo kết quả:"), Paragraph(told.text)),
            signer=Signer("", ("Người lập",), told.by),
            recipients=("Văn phòng LĐLĐ tỉnh;", "Lưu: VT."),
        )
    )
