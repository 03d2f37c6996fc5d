"""A plan as an official paper: its words as issued, and the table of who does what as an annex."""

import re
from collections.abc import Iterator
from typing import TypeVar

from congdoan.core.printing.paper import Annex, Block, Bullet, Heading, Paper, Paragraph, Signer, Table
from congdoan.organisation.models import Unit, UnitKind, UnitVersion
from congdoan.plans.bases import bases_of
from congdoan.plans.exports.task_rows import TaskRow, task_rows
from congdoan.plans.models import Plan, PlanKind, Section, Task

T = TypeVar("T")

_BULLET = re.compile(r"^\s*([-–+•*]|[a-zđ]\))\s+", re.IGNORECASE)
_AFTER_BODY = re.compile(r"^\s*(nơi nhận|tm\.|t/m|kt\.|k/t|tl\.|t/l|tuq\.)", re.IGNORECASE)
_WIDTHS = (0.075, 0.345, 0.15, 0.15, 0.13, 0.15)


def plan_paper(plan: Plan) -> Paper:
    """The plan with its annex of assignments; a draft bears no number and says so."""
    unit = plan.issued_by
    return Paper(
        superior=superior.name if (superior := _superior(plan)) else "",
        issuer=unit.name,
        symbol=plan.symbol or (f"/{plan.series}-{unit.symbol}" if plan.series else ""),
        place=unit.place,
        year=(plan.issued_on or plan.created_at).year,
        day=plan.issued_on,
        type=plan.kind_name,
        subject=plan.subject,
        legal_bases=tuple(bases_of(plan)),
        body=(*body_of(plan), *_annex(plan)),
        signer=_signer(plan),
        recipients=tuple(_recipients(plan)),
        is_draft=not plan.is_public,
    )


def body_of(plan: Plan) -> list[Block]:
    """The paper's own paragraphs with the edits of the review; section by section where nothing was read."""
    sections = list(plan.sections.all())
    tasks = list(plan.tasks.filter(withdrawn_on=None).select_related("section"))
    if plan.reading_id and any(s.start is not None for s in sections):
        return list(_body_from_text(plan, sections, tasks))
    return list(_body_from_rows(sections, tasks))


def _body_from_text(plan: Plan, sections: list[Section], tasks: list[Task]) -> Iterator[Block]:
    assert plan.reading is not None
    text = plan.reading.text
    headings = {s.start: s for s in sections if s.start is not None}
    orders = {t.start: t for t in tasks if t.start is not None}
    for start, line in _lines(text, min(headings)):
        if _AFTER_BODY.match(line):
            return
        section, order = _at(headings, start, start + len(line)), _at(orders, start, start + len(line))
        if order and order.text != text[order.start : order.end]:
            line = _with_marker(line, order.text)
        if section and order:  # a numbered paragraph that orders work is no title
            yield Bullet(f"{section.printed}.", _without_marker(line, section))
        else:
            yield _heading(section) if section else _block(line)


def _body_from_rows(sections: list[Section], tasks: list[Task]) -> Iterator[Block]:
    for task in (t for t in tasks if t.section_id is None):
        yield Bullet("-", task.text)
    for section in sections:
        yield _heading(section)
        for task in (t for t in tasks if t.section_id == section.pk):
            yield Bullet("-", task.text)


def _lines(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """(offset, line) for each line that is not blank, from the line in which `begin` lies."""
    start = text.rfind("\n", 0, begin) + 1
    for line in text[start:].splitlines(keepends=True):
        if line.strip():
            yield start, line.rstrip("\n")
        start += len(line)


def _at(found: dict[int, T], start: int, end: int) -> T | None:
    return next((value for offset, value in found.items() if start <= offset < end), None)


def _with_marker(line: str, words: str) -> str:
    marker = _BULLET.match(line)
    return f"{marker.group(0) if marker else ''}{words}"


def _without_marker(line: str, section: Section) -> str:
    return line.strip().removeprefix(section.printed).lstrip(". ")


def _block(line: str) -> Block:
    marker = _BULLET.match(line)
    return Bullet(marker.group(1), line[marker.end() :].strip()) if marker else Paragraph(line.strip())


def _heading(section: Section) -> Heading:
    level = 1 if section.depth == 0 else min(section.depth + 1, 3)
    return Heading(level, f"{section.printed}." if section.printed else "", section.title)


def _annex(plan: Plan) -> Iterator[Block]:
    rows = task_rows(plan)
    if not rows:
        return
    yield Annex(f"Bảng phân công nhiệm vụ thực hiện {plan.noun} {plan.subject}", landscape=True)
    header = ("Mục", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian hoàn thành", "Sản phẩm")
    yield Table(header, tuple(_cells(row) for row in rows), _WIDTHS)


def _cells(row: TaskRow) -> tuple[str, ...]:
    return row.number, row.text, row.lead, row.cooperating, row.due, row.product


def _signer(plan: Plan) -> Signer:
    small = plan.issued_by.kind in (UnitKind.GRASSROOTS, UnitKind.CRAFT_UNION)
    committee = _committee_of_kind(plan) or ("Ban Chấp hành" if small else "Ban Thường vụ")
    title = plan.signer_title or "Chủ tịch"
    return Signer("TM.", (committee, title), plan.signer.get_full_name() if plan.signer else "")


def _committee_of_kind(plan: Plan) -> str:
    """In whose name papers of this kind were signed when it was issued."""
    kinds = PlanKind.objects.on(plan.issued_on or plan.created_at.date()).filter(code=plan.kind)
    return kinds.values_list("committee", flat=True).first() or ""


def _recipients(plan: Plan) -> Iterator[str]:
    if superior := _superior(plan):
        yield f"{superior} (để báo cáo)"
    yield "Các đơn vị được giao nhiệm vụ"
    yield "Lưu: VT"


def _superior(plan: Plan) -> Unit | None:
    """Of the unit that issued it; of one that is no more, the superior of that day."""
    unit: Unit = plan.issued_by
    if not plan.issuer_id or plan.issued_on is None:
        return unit.parent
    versions = UnitVersion.objects.filter(unit=unit, valid_from__lte=plan.issued_on).select_related("parent")
    then = versions.order_by("-valid_from").first()
    return then.parent if then else unit.parent
