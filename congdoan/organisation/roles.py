"""What each role may do, as one table. Nothing else in the code gives a right.

Reach of a right: `unit` is the post's unit with all under it; `organ` is the organ that the post's unit belongs to
(a department's own organ) with all under it. A right that a role does not name, it does not have.
"""

from typing import Final, Literal

from django.db import models

Reach = Literal["unit", "organ"]


class Role(models.TextChoices):
    SYSTEM_ADMINISTRATOR = "system_administrator", "Quản trị hệ thống"
    CLERK = "clerk", "Văn thư"
    SPECIALIST = "specialist", "Chuyên viên"
    DEPARTMENT_HEAD = "department_head", "Lãnh đạo ban, văn phòng"
    UNIT_LEADER = "unit_leader", "Lãnh đạo đơn vị"
    INSPECTOR = "inspector", "Cán bộ kiểm tra"
    GRASSROOTS_OFFICER = "grassroots_officer", "Cán bộ công đoàn cơ sở"
    READER = "reader", "Người xem"


RANK_OF_ROLE: Final[dict[str, int]] = {
    Role.UNIT_LEADER: 10,
    Role.GRASSROOTS_OFFICER: 10,
    Role.DEPARTMENT_HEAD: 20,
    Role.INSPECTOR: 30,
    Role.SPECIALIST: 40,
    Role.CLERK: 45,
    Role.SYSTEM_ADMINISTRATOR: 60,
    Role.READER: 70,
}
"""The order in which a unit's officers are listed, unless a post says otherwise."""


def rank_of(role: str, title: str) -> int:
    """The place of a post among a unit's officers: deputies ("Phó Chủ tịch") after their chiefs."""
    return RANK_OF_ROLE[role] + (2 if title.lower().startswith("phó ") else 0)


ACTIONS: Final[dict[str, str]] = {
    "units.view": "Xem đơn vị và cán bộ",
    "units.manage": "Sắp xếp tổ chức",
    "people.manage": "Mở tài khoản, giao chức vụ",
    "duties.view": "Xem bảng phân công nhiệm vụ",
    "duties.manage": "Sửa bảng phân công nhiệm vụ",
    "settings.manage": "Sửa lịch làm việc, quy định, cấu hình",
    "audit.view": "Xem nhật ký thay đổi",
    "documents.view": "Xem văn bản",
    "documents.add": "Đưa văn bản vào hệ thống",
    "reports.view": "Xem báo cáo",
    "reports.ask": "Soạn mẫu, yêu cầu và tổng hợp báo cáo",
    "reports.fill": "Lập báo cáo",
    "reports.sign": "Ký, gửi báo cáo",
    "plans.view": "Xem kế hoạch, văn bản giao việc",
    "plans.draft": "Soạn, rà soát bản đọc kế hoạch, văn bản giao việc",
    "plans.submit": "Trình duyệt kế hoạch, văn bản giao việc",
    "plans.approve": "Duyệt hoặc trả lại kế hoạch, văn bản giao việc",
    "plans.issue": "Ban hành kế hoạch, văn bản giao việc",
    "plans.coordinate": "Điều phối: nhận kết quả, đôn đốc, trả lời vướng mắc",
    "readings.view": "Xem chỗ sửa bản đọc, xuất bản mẫu",
    "readings.rules": "Bỏ, khôi phục quy tắc đọc đã học",
    "tasks.view": "Xem nhiệm vụ và kết quả",
    "tasks.assign": "Nhận việc, phân công người thực hiện",
    "tasks.report": "Báo cáo kết quả, nêu vướng mắc",
    "tasks.confirm": "Xác nhận kết quả của đơn vị",
    "inspections.view": "Xem cuộc kiểm tra đơn vị",
    "inspections.manage": "Lập chương trình, tiến hành kiểm tra, phúc tra",
    "inspections.conclude": "Duyệt chương trình, ký kết luận kiểm tra",
    "inspections.explain": "Giải trình, báo cáo khắc phục sau kiểm tra",
}

no: Final = None
_TABLE: Final[dict[str, tuple[Reach | None, ...]]] = {
    # action              admin    clerk    special. head     leader   inspect. grassr.  reader
    "units.view":        ("organ", "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "units.manage":      ("organ", no,       no,       no,       "unit",  no,       no,       no),
    "people.manage":     ("organ", no,       no,       no,       "unit",  no,       no,       no),
    "duties.view":       ("organ", "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "duties.manage":     (no,       no,       no,       "organ", "unit",  no,       "unit",  no),
    "settings.manage":   ("organ", no,       no,       no,       no,       no,       no,       no),
    "audit.view":        ("organ", no,       no,       no,       "unit",  "organ", no,       no),
    "documents.view":    (no,       "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "documents.add":     (no,       "organ", "organ", "organ", "unit",  "organ", "unit",  no),
    "reports.view":      (no,       "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "reports.ask":       (no,       "organ", "organ", "organ", "unit",  no,       "unit",  no),
    "reports.fill":      (no,       "organ", "organ", "organ", "unit",  no,       "unit",  no),
    "reports.sign":      (no,       no,       no,       no,       "unit",  no,       "unit",  no),
    "plans.view":        (no,       "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "plans.draft":       (no,       "organ", "organ", "organ", "unit",  no,       "unit",  no),
    "plans.submit":      (no,       "organ", "organ", "organ", "unit",  no,       "unit",  no),
    "plans.approve":     (no,       no,       no,       no,       "unit",  no,       "unit",  no),
    "plans.issue":       (no,       "organ", no,       no,       "unit",  no,       "unit",  no),
    "plans.coordinate":  (no,       no,       "unit",  "unit",  "unit",  no,       "unit",  no),
    "readings.view":     ("organ", no,       no,       no,       no,       no,       no,       no),
    "readings.rules":    ("organ", no,       no,       "organ", "unit",  no,       "unit",  no),
    "tasks.view":        (no,       "organ", "organ", "organ", "unit",  "organ", "unit",  "unit"),
    "tasks.assign":      (no,       no,       no,       "unit",  "unit",  "unit",  "unit",  no),
    "tasks.report":      (no,       "unit",  "unit",  "unit",  "unit",  "unit",  "unit",  no),
    "tasks.confirm":     (no,       no,       no,       "unit",  "unit",  "unit",  "unit",  no),
    "inspections.view":     (no,    "organ", "organ", "organ", "unit",  "organ", "unit",  no),
    "inspections.manage":   (no,    no,       no,       no,       "unit",  "organ", "unit",  no),
    "inspections.conclude": (no,    no,       no,       no,       "unit",  no,       "unit",  no),
    "inspections.explain":  (no,    no,       "unit",  "unit",  "unit",  no,       "unit",  no),
}  # fmt: skip

_COLUMNS: Final = tuple(Role.values)


def rights_of(role: str) -> dict[str, Reach]:
    """Action → reach, for the actions that the role has."""
    column = _COLUMNS.index(role)
    return {action: reach for action, row in _TABLE.items() if (reach := row[column]) is not None}


def roles_with(action: str) -> tuple[str, ...]:
    """The roles that have the action at all."""
    return tuple(role for role, reach in zip(_COLUMNS, _TABLE[action], strict=True) if reach is not None)
