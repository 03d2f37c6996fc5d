"""The pages under Hệ thống: this floor has some, packages above register theirs."""

from dataclasses import dataclass

from congdoan.core.alarms import AlarmKind, alarm_kinds
from congdoan.core.registry import Registry

RULES = "Quy định"
RIGHTS = "Quyền"
READING = "Bản đọc"
RUNNING = "Vận hành"


@dataclass(frozen=True, slots=True)
class SystemPage:
    """`action` is the right that opens it; empty for everybody. Pages of one `group` stand under one tab."""

    label: str
    url_name: str
    order: int = 50
    action: str = "settings.manage"
    group: str = RUNNING


system_pages: Registry[SystemPage] = Registry("system page")


def register() -> None:
    """The pages and the navigation entry of this floor."""
    from congdoan.core.access import may_use
    from congdoan.core.navigation import NavigationEntry, entries

    system_pages.register("core.calendar", SystemPage("Lịch làm việc", "core:calendar", 10, group=RULES))
    system_pages.register("core.rules", SystemPage("Quy định theo ngày", "core:rules", 20, group=RULES))
    system_pages.register("core.jobs", SystemPage("Việc chạy nền", "core:jobs", 60))
    system_pages.register("core.state", SystemPage("Tình trạng", "core:state", 70))
    system_pages.register("core.verify", SystemPage("Kiểm tra", "core:verify", 75))
    alarm_kinds.register("core.verify", AlarmKind("Xem chỗ sai", "core:verify"))
    system_pages.register("core.failures", SystemPage("Lỗi", "core:failures", 80))
    entries.register(
        "core.system",
        NavigationEntry(
            "Hệ thống", "settings", "core:system", group=3, order=90, allowed=lambda r: may_use(r, "settings.manage")
        ),
    )
