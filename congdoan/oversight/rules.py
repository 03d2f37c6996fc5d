"""How many days things take in an inspection: rows by date, see the migration for their sources."""

from datetime import date
from typing import Final

from congdoan.core.rules import rule_on
from congdoan.core.workdays import add_workdays

NOTICE_DAYS: Final = "oversight.notice.days"
EXPLAIN_DAYS: Final = "oversight.explain.days"
CONCLUDE_DAYS: Final = "oversight.conclude.days"
RECHECK_DAYS: Final = "oversight.recheck.days"
VISIT_DAYS: Final = "oversight.visit.days"
LABELS: Final = {
    NOTICE_DAYS: "Kiểm tra: số ngày làm việc báo trước cho đơn vị",
    EXPLAIN_DAYS: "Kiểm tra: số ngày làm việc để giải trình",
    CONCLUDE_DAYS: "Kiểm tra: số ngày làm việc để ra kết luận",
    RECHECK_DAYS: "Kiểm tra: số ngày làm việc để phúc tra",
    VISIT_DAYS: "Kiểm tra: số ngày không kiểm tra thì xếp vào diện lâu chưa kiểm tra",
}


def day_by(code: str, on: date) -> date:
    """The last day of a time limit that begins on `on`, in working days."""
    return add_workdays(on, int(rule_on(code, on)))
