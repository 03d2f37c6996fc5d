"""What programs are given of plans, tasks and figures."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Field, Schema

from congdoan.organisation.api.shapes import UnitShape


class PlanLine(Schema):
    id: int
    unit: UnitShape = Field(description="Đơn vị ban hành")
    kind: str = Field(description="Loại văn bản: Kế hoạch, Nghị quyết…")
    symbol: str
    subject: str
    state: str
    issued_on: date | None
    until: date | None = Field(description="Thực hiện đến ngày")
    version: int = Field(description="Tăng sau mỗi lần điều chỉnh")
    changed_at: datetime


class PlanShape(PlanLine):
    coordinator: UnitShape | None = Field(description="Đơn vị điều phối")
    parts: int = Field(description="Số phần việc được xem")
    done: int
    late: int


class PartyShape(Schema):
    role: str = Field(description="lead: chủ trì; cooperating: phối hợp")
    unit: UnitShape | None
    name: str = Field(description="Tên đơn vị, hoặc mọi đơn vị một loại")


class TaskShape(Schema):
    id: int
    plan: int
    number: str
    title: str
    text: str
    due: date | None
    due_text: str
    recurrence: str
    product: str
    after: int | None = Field(description="Nhiệm vụ cùng văn bản phải xong trước")
    parties: list[PartyShape]


class AssignmentLine(Schema):
    id: int
    plan: int
    task: int
    number: str = Field(description="Số mục của nhiệm vụ")
    title: str
    unit: UnitShape
    role: str
    state: str
    due: date | None
    given_on: date
    taken_on: date | None
    done_on: date | None
    last_report_on: date | None
    open_obstacles: int


class CountShape(Schema):
    id: int
    name: str
    unit_text: str
    total: Decimal
    reached: Decimal


class ProgressShape(Schema):
    id: int
    on: date
    text: str
    finishes: bool
    state: str


class AssignmentShape(AssignmentLine):
    counts: list[CountShape] = Field(description="Nội dung đếm: đã đạt, phải đạt")
    reports: list[ProgressShape] = Field(description="Các báo cáo gần nhất, mới trước")


class TargetLine(Schema):
    id: int
    plan: int
    name: str
    measure: str
    unit_text: str
    direction: str
    periodicity: str
    source: str = Field(description="typed: đơn vị nhập; khác: lấy từ nhiệm vụ")
    value: Decimal = Field(description="Mức phải đạt")
    starts_on: date
    ends_on: date


class TargetPartShape(Schema):
    unit: UnitShape
    value: Decimal = Field(description="Mức giao đơn vị")
    reached: Decimal | None = Field(description="Đã đạt, cộng từ các đơn vị dưới")
    state: str = Field(description="So với mức phải đạt đến nay, bằng lời")


class TargetShape(TargetLine):
    parts: list[TargetPartShape] = Field(description="Phần của các đơn vị được xem, cấp trên trước, nhiều nhất 500")


class PeriodShape(Schema):
    name: str
    starts_on: date
    ends_on: date
    due: date
    closed_on: date | None


class FigureShape(Schema):
    id: int
    plan: int
    target: int
    name: str = Field(description="Tên chỉ tiêu")
    unit_text: str
    unit: UnitShape
    period: PeriodShape
    value: Decimal | None = Field(description="Số của kỳ; null khi chưa nhập")
    note: str
    reason: str
    at: datetime | None
    revision: int


def values_of(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
