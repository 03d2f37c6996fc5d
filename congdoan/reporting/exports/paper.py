"""A report as an official paper, of one unit or made of those below; Decree 30/2020/NĐ-CP."""

from collections.abc import Iterator, Sequence
from typing import Final

from congdoan.accounts.models import User
from congdoan.core.printing.paper import Block, Bullet, Heading, Paper, Paragraph, Signer, Table
from congdoan.organisation.models import Unit, UnitKind
from congdoan.reporting.models import SERIES, FormItem, IssuedReport, ItemKind, Report, ReportRequest
from congdoan.reporting.queries.compose import Combined, combined, not_sent, standing
from congdoan.reporting.queries.item_page import values_of
from congdoan.reporting.queries.report_page import Field, Filled, filled, shown

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_FIGURES: Final = (0.08, 0.52, 0.2, 0.2)
_COMBINED: Final = (0.08, 0.42, 0.14, 0.12, 0.12, 0.12)
_HEAD: Final = ("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")
_COMBINED_HEAD: Final = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Kỳ trước", "Tăng, giảm")


def report_paper(report: Report, version: int | None = None, *, issued: IssuedReport | None = None) -> Paper:
    """The report as it was sent, else as it stands, and then as a draft; with its number once it is a paper."""
    printed = version or report.sent_version or report.version
    content = filled(report, printed)
    sent = printed == report.sent_version
    day = issued.issued_on if issued else report.sent_on if sent else None
    return Paper(
        **_frame(report.unit, report.request, issued),  # type: ignore[arg-type]
        day=day,
        body=tuple(_body(content)),
        signer=_signer(report.unit, report.signer if sent else None, report.signer_title if sent else ""),
        recipients=(f"{report.request.unit} (để báo cáo)", "Lưu: VT"),
        is_draft=not sent,
    )


def composed_paper(request: ReportRequest, *, issued: IssuedReport | None = None) -> Paper:
    """The asking unit's own report, made of what was sent; a draft until it is signed and issued."""
    unit = request.unit
    return Paper(
        **_frame(unit, request, issued),  # type: ignore[arg-type]
        day=issued.issued_on if issued else None,
        body=tuple(_composed(request)),
        signer=_signer(unit, issued.signer if issued else None, issued.signer_title if issued else ""),
        recipients=(*((f"{unit.parent} (để báo cáo)",) if unit.parent else ()), "Lưu: VT"),
        is_draft=issued is None,
    )


def symbol_of(unit: Unit) -> str:
    """What follows the number."""
    return f"/{SERIES}-{unit.symbol}" if unit.symbol else f"/{SERIES}"


def _signer(unit: Unit, signer: User | None, title: str) -> Signer:
    return Signer("TM.", (_committee(unit), title or "Chủ tịch"), signer.get_full_name() if signer else "")


def _frame(unit: Unit, request: ReportRequest, issued: IssuedReport | None) -> dict[str, object]:
    return {
        "superior": unit.parent.name if unit.parent else "",
        "issuer": unit.name,
        "symbol": issued.symbol if issued else symbol_of(unit),
        "place": unit.place,
        "year": request.ends_on.year,
        "type": "Báo cáo",
        "subject": f"{_subject(request.form.name)} {_lower(request.name)}",
        "legal_bases": (request.form.basis,) if request.form.basis else (),
    }


def _subject(name: str) -> str:
    """The name of the form behind the type: "Báo cáo kết quả ..." is printed as BÁO CÁO / Kết quả ..."""
    rest = name.removeprefix("Báo cáo ").strip() if name.startswith("Báo cáo ") else name
    return rest[:1].upper() + rest[1:]


def _lower(period: str) -> str:
    return period[:1].lower() + period[1:]


def _committee(unit: Unit) -> str:
    return "Ban Chấp hành" if unit.kind in (UnitKind.GRASSROOTS, UnitKind.CRAFT_UNION) else "Ban Thường vụ"


def _body(content: Filled) -> Iterator[Block]:
    for place, part in enumerate(part for part in content.parts if part.fields):
        yield Heading(1, f"{_ROMAN[min(place, len(_ROMAN) - 1)]}.", part.section.title)
        number = 0
        figures: list[Field] = []
        for field in part.fields:
            if field.item.kind == ItemKind.FIGURE:
                figures.append(field)
                continue
            if figures:
                yield _figures(figures)
                figures = []
            if field.item.kind in (ItemKind.TEXT, ItemKind.TABLE):
                number += 1
                yield from _words(field, number)
        if figures:
            yield _figures(figures)


def _words(field: Field, number: int) -> Iterator[Block]:
    yield Heading(2, f"{number}.", field.item.label)
    if field.item.kind == ItemKind.TABLE:
        yield from _table(field.item, field.rows)
    else:
        yield from _lines(field.text or "Không có.")


def _lines(text: str) -> Iterator[Block]:
    for line in text.splitlines():
        words = line.strip()
        if words.startswith(("- ", "– ", "+ ")):
            yield Bullet(words[0], words[2:])
        elif words:
            yield Paragraph(words)


def _table(item: FormItem, rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    width = len(item.columns)
    cells = [tuple(row[at] if at < len(row) else "" for at in range(width)) for row in rows]
    if cells:
        yield Table(("TT", *item.columns), tuple((str(at), *row) for at, row in enumerate(cells, start=1)))
    else:
        yield Paragraph("Không có.")


def _figures(fields: Sequence[Field]) -> Table:
    rows = [(str(at), f.item.label, f.item.unit_text, f.shown) for at, f in enumerate(fields, start=1)]
    return Table(_HEAD, tuple(rows), _FIGURES)


def _composed(request: ReportRequest) -> Iterator[Block]:
    figures = {one.item.pk: one for one in combined(request)}
    now = standing(request)
    sections: dict[str, list[FormItem]] = {}
    for item in request.form.items.select_related("section").exclude(kind=ItemKind.CHECK):
        sections.setdefault(item.section.title, []).append(item)
    for place, (title, items) in enumerate(sections.items()):
        yield Heading(1, f"{_ROMAN[min(place, len(_ROMAN) - 1)]}.", title)
        counted = [figures[item.pk] for item in items if item.kind == ItemKind.FIGURE]
        if counted:
            yield Table(_COMBINED_HEAD, tuple(_cells(at, one) for at, one in enumerate(counted, start=1)), _COMBINED)
        words = [item for item in items if item.kind != ItemKind.FIGURE]
        for number, item in enumerate(words, start=1):
            yield Heading(2, f"{number}.", item.label)
            yield from _of_units(request, item)
    yield Heading(1, f"{_ROMAN[min(len(sections), len(_ROMAN) - 1)]}.", "Tình hình gửi báo cáo")
    yield Paragraph(
        f"{shown(now.sent)}/{shown(now.asked)} đơn vị đã gửi báo cáo, trong đó {shown(now.sent_late)} đơn vị gửi sau "
        f"ngày {request.due:%d/%m/%Y}."
    )
    if missing := [unit for _, unit, _ in not_sent(request)]:
        yield Paragraph(f"Chưa gửi: {', '.join(missing)}.")


def _cells(at: int, one: Combined) -> tuple[str, ...]:
    difference = one.difference
    sign = "+" if difference is not None and difference > 0 else ""
    changed = f"{sign}{shown(difference)}"
    return str(at), one.item.label, one.item.unit_text, shown(one.figure), shown(one.before), changed


def _of_units(request: ReportRequest, item: FormItem) -> Iterator[Block]:
    """What each unit wrote, under its name."""
    found = False
    for value in values_of(request, item).iterator(chunk_size=500):
        found = True
        yield Bullet("*", str(value.report.unit))
        if item.kind == ItemKind.TABLE:
            yield from _table(item, value.rows)
        else:
            yield from _lines(value.text)
    if not found:
        yield Paragraph("Không có.")
