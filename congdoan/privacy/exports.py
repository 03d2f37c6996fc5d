"""The log, one's own data and a request as files."""

from typing import Any

from congdoan.accounts.held import sources_in_order
from congdoan.accounts.models import User
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.mark import Mark
from congdoan.core.printing.paper import Bullet, Paper, Paragraph, Signer, Table
from congdoan.privacy.models import DataRequest
from congdoan.privacy.models import Kind as RequestKind
from congdoan.privacy.queries.looks import Look


def _of(look: Look) -> Look:
    return look


LOOKS = (
    Column("Lúc", lambda look: _of(look).access.at, Kind.DATE, 18),
    Column("Người xem", lambda look: str(_of(look).access.by), width=28),
    Column("Việc", lambda look: _of(look).access.get_what_display(), width=16),
    Column("Hồ sơ", lambda look: _of(look).whom, width=36),
    Column("Loại hồ sơ", lambda look: _of(look).kind, width=16),
    Column("Số dòng", lambda look: _of(look).access.rows, Kind.NUMBER, 10),
    Column("Bộ lọc", lambda look: _of(look).access.filter, width=30),
    Column("Số yêu cầu", lambda look: _of(look).access.request, width=12),
    Column("Địa chỉ mạng", lambda look: _of(look).access.address, width=18),
)
HELD = (
    Column("Nguồn", lambda line: line[0], width=30),
    Column("Mục", lambda line: line[1], width=40),
    Column("Nội dung", lambda line: line[2], width=70),
)


def held_lines(user: User) -> list[tuple[str, str, str]]:
    """(source, what, value) of everything that packages hold about the person."""
    return [(source.label, *line) for source in sources_in_order() for line in source.lines(user)]


def held_as_json(user: User, mark: Mark) -> dict[str, Any]:
    """The same, for programs; `stays` says what an erasure would leave, and why."""
    return {
        "marked": str(mark),
        "person": user.username,
        "held": [
            {
                "source": source.label,
                "lines": [{"what": what, "value": value} for what, value in source.lines(user)],
                "stays": source.stays,
            }
            for source in sources_in_order()
        ],
    }


def request_paper(request: DataRequest) -> Paper:
    """The record of a request, with what was answered and done."""
    unit = request.unit
    return Paper(
        superior=unit.parent.name if unit.parent else "",
        issuer=unit.name,
        symbol=f"/PYC-{unit.symbol}" if unit.symbol else "/PYC",
        place=unit.place,
        year=request.asked_on.year,
        day=request.answered_on or request.asked_on,
        type="Phiếu yêu cầu",
        subject=f"{request.get_kind_display()} cá nhân, số {request.pk}",
        body=(Table(("Mục", "Nội dung"), tuple(_facts(request)), (0.3, 0.7)), *_outcome(request)),
        signer=Signer("", ("Người trả lời",), str(request.answered_by or "")),
    )


def _facts(request: DataRequest) -> list[tuple[str, str]]:
    facts = [
        ("Người yêu cầu", f"{request.person} ({request.person.username})"),
        ("Ngày yêu cầu", f"{request.asked_on:%d/%m/%Y}"),
        ("Trả lời trước", f"hết ngày {request.answer_due:%d/%m/%Y}"),
        ("Thực hiện trước", f"hết ngày {request.carry_out_due:%d/%m/%Y}"),
        ("Dữ liệu", request.get_datum_display() if request.datum else ""),
        ("Đang ghi", request.wrong),
        ("Đúng là", request.right),
        ("Lý do", request.reason),
        ("Tệp chứng minh", request.evidence.name if request.evidence else ""),
        ("Tình trạng", request.get_state_display()),
        ("Ngày trả lời", f"{request.answered_on:%d/%m/%Y}" if request.answered_on else ""),
        ("Trả lời", request.answer),
        ("Ngày thực hiện", f"{request.done_on:%d/%m/%Y}" if request.done_on else ""),
    ]
    return [(what, value) for what, value in facts if value]


def _outcome(request: DataRequest) -> list[Paragraph | Bullet]:
    if request.kind != RequestKind.ERASURE or not request.outcome:
        return []
    return [
        Paragraph("Đã xóa:"),
        *(Bullet("-", label) for label in request.outcome["gone"]),
        Paragraph("Còn giữ và lý do:"),
        *(Bullet("-", f"{label}. {why}") for label, why in request.outcome["stays"]),
    ]
