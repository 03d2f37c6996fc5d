"""What backups give to the system pages, the rules and the health of the installation."""

from congdoan.core.alarms import AlarmKind, alarm_kinds
from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.system import SystemPage, system_pages


def register() -> None:
    import congdoan.core.backup.jobs  # noqa: F401 (the queue then knows its tasks)
    from congdoan.core.backup.schedule import ALARM, HOURS_RULE, is_hours

    system_pages.register("core.backups", SystemPage("Sao lưu", "core:backups", 70))
    alarm_kinds.register(ALARM, AlarmKind("Xem sao lưu", "core:backups"))
    known_rules.register(
        HOURS_RULE,
        KnownRule("Sao lưu: số giờ tối đa từ bản tốt gần nhất", is_hours, "Ghi số giờ, là số nguyên, ví dụ 30."),
    )
