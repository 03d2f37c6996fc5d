"""What other systems are told of plans and work: which thing, where, how it stands now."""

from typing import Final

from congdoan.plans.models import Assignment, Plan, TargetValue
from congdoan.worklist.services.webhooks import announce, is_awaited

ISSUED: Final = "plan.issued"
REPORTED: Final = "result.reported"
ACCEPTED: Final = "result.accepted"
RETURNED: Final = "result.returned"
FIGURE: Final = "figure.changed"
EVENTS: Final = {
    ISSUED: "Văn bản giao việc được ban hành",
    REPORTED: "Đơn vị báo cáo kết quả phần việc",
    ACCEPTED: "Kết quả được nghiệm thu",
    RETURNED: "Kết quả bị trả lại, yêu cầu làm thêm",
    FIGURE: "Số liệu chỉ tiêu được nhập, sửa",
}


def announce_issued(plan: Plan) -> None:
    """To the plan's unit and those above it, and to every unit that was given work."""
    if not is_awaited(ISSUED):
        return
    given = plan.assignments.order_by().values_list("unit__path", flat=True).distinct()
    about = {"plan": plan.pk, "unit": plan.unit_id, "symbol": plan.symbol, "url": f"/api/v1/plans/{plan.pk}"}
    announce(ISSUED, paths=[plan.unit.path, *given], about=about)


def announce_work(event: str, assignment: Assignment) -> None:
    about = {
        "assignment": assignment.pk,
        "plan": assignment.plan_id,
        "unit": assignment.unit_id,
        "state": assignment.state,
        "url": f"/api/v1/assignments/{assignment.pk}",
    }
    announce(event, paths=[assignment.unit.path, assignment.plan.unit.path], about=about)


def announce_figure(value: TargetValue) -> None:
    target = value.part.target
    about = {
        "figure": value.pk,
        "target": target.pk,
        "unit": value.part.unit_id,
        "revision": value.revision,
        "url": f"/api/v1/figures/{value.pk}",
    }
    announce(FIGURE, paths=[value.part.unit.path, target.plan.unit.path], about=about)
