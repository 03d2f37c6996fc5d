"""The law's days, as rules by date: a request is answered, then carried out, within so many days."""

from datetime import date, timedelta
from typing import Final

from congdoan.core.models.forgetting import KEPT_AT_LEAST
from congdoan.core.rule_names import KnownRule, is_number_of_days, known_rules
from congdoan.core.rules import rule_on
from congdoan.core.workdays import add_workdays
from congdoan.privacy.models import Kind

ANSWER: Final = "privacy.answer.days"
CARRY_OUT: Final = {Kind.CORRECTION: "privacy.correction.days", Kind.ERASURE: "privacy.erasure.days"}
KEEP_LOG: Final = "privacy.access_log.days"


def register() -> None:
    for code, label in (
        (ANSWER, "Dữ liệu cá nhân: số ngày làm việc để trả lời yêu cầu"),
        (CARRY_OUT[Kind.CORRECTION], "Dữ liệu cá nhân: số ngày để sửa theo yêu cầu"),
        (CARRY_OUT[Kind.ERASURE], "Dữ liệu cá nhân: số ngày để xóa theo yêu cầu"),
    ):
        known_rules.register(code, KnownRule(label))
    known_rules.register(
        KEEP_LOG,
        KnownRule(
            "Dữ liệu cá nhân: số ngày giữ nhật ký truy cập",
            fits=lambda value: is_number_of_days(value) and value >= KEPT_AT_LEAST.days,
            expects=f"Ghi số ngày, ít nhất {KEPT_AT_LEAST.days}, ví dụ 730.",
        ),
    )


def days_for(kind: Kind, asked_on: date) -> tuple[date, date]:
    """The last day to answer, and the last day to carry out."""
    answer = add_workdays(asked_on, rule_on(ANSWER, asked_on))
    return answer, asked_on + timedelta(days=rule_on(CARRY_OUT[kind], asked_on))
