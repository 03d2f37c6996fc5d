"""What the work with plans gives to the lower floors: kinds of work, notices, search, figures."""

from django.urls import reverse

from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.search import Finder, finders
from congdoan.organisation.followers import DEPARTMENT, Follower, followers
from congdoan.organisation.models import Unit
from congdoan.organisation.tabs import UnitFigure, UnitTab, unit_figures, unit_tabs
from congdoan.plans.queries.handovers.records import (
    parts_at,
    parts_below,
    parts_to_give,
    plans_at,
    plans_below,
    plans_to_give,
    tasks_at,
    tasks_to_give,
)
from congdoan.plans.queries.work.changes import changes_since, raised_alone_since
from congdoan.plans.queries.work.figures import desk_figures, late_tasks, open_below, open_tasks
from congdoan.plans.queries.work.find import find_tasks
from congdoan.plans.services.local.ready import READY
from congdoan.plans.services.local.remind import PLAN_WANTED
from congdoan.plans.services.reorganised.follow import follow
from congdoan.plans.services.reorganised.tell import REORGANISED
from congdoan.plans.services.work import items
from congdoan.plans.services.work.notify import ANSWERED, DECIDED
from congdoan.plans.services.work.turn_periods import MISSED
from congdoan.plans.services.work.urge import URGED
from congdoan.worklist.changes import desk_changes
from congdoan.worklist.figures import desk_figures as figures
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds


def register_work() -> None:
    kinds.register(items.TAKE, WorkKind("Nhận việc", _task))
    kinds.register(items.REPORT, WorkKind("Báo cáo kết quả", _report))
    kinds.register(items.EXECUTE, WorkKind("Báo cáo phần việc", _report))
    kinds.register(items.CONFIRM, WorkKind("Xác nhận kết quả", _task, waits_for_decision=True))
    kinds.register(items.ACCEPT, WorkKind("Nghiệm thu", _task, waits_for_decision=True))
    kinds.register(items.ANSWER, WorkKind("Trả lời", _obstacle, waits_for_decision=True))
    notice_kinds.register(URGED, NoticeKind("Đôn đốc", may_mute=False))
    notice_kinds.register(PLAN_WANTED, NoticeKind("Nhắc lập kế hoạch thực hiện của đơn vị"))
    notice_kinds.register(READY, NoticeKind("Đủ phần việc bên dưới để báo cáo cấp trên"))
    notice_kinds.register(DECIDED, NoticeKind("Kết quả báo cáo được xác nhận hoặc trả lại"))
    notice_kinds.register(MISSED, NoticeKind("Kỳ của việc định kỳ qua mà không hoàn thành"))
    notice_kinds.register(ANSWERED, NoticeKind("Vướng mắc được trả lời"))
    finders.register("tasks", Finder("Nhiệm vụ", find_tasks, order=10))
    figures.register("plans", desk_figures)
    desk_changes.register("plans", changes_since)
    desk_changes.register("plans.alone", raised_alone_since)
    unit_tabs.register("plans", UnitTab("Nhiệm vụ", _tasks_of_unit, open_tasks, 30, "tasks.view"))
    unit_figures.register("plans.late", UnitFigure("Nhiệm vụ quá hạn", late_tasks, order=30))
    known_rules.register("plans.obstacle.days", KnownRule("Vướng mắc: số ngày làm việc để trả lời"))
    known_rules.register("plans.accept.days", KnownRule("Nghiệm thu: số ngày làm việc để xem kết quả"))
    known_rules.register("plans.silent.days", KnownRule("Im lặng: số ngày không báo cáo"))
    notice_kinds.register(REORGANISED, NoticeKind("Nhiệm vụ đổi đơn vị vì sắp xếp tổ chức", may_mute=False))
    _register_followers()


def _register_followers() -> None:
    """One follows for all of them, in the right order; the others count and offer what is chosen."""
    taken = {"merge": "đơn vị nhận làm tiếp", "split": "làm tiếp ở đơn vị được chọn"}
    organ = {DEPARTMENT: "cơ quan có ban đó làm tiếp"}
    stops = {"end": "dừng lại, thôi giao", "move": "việc của cấp trên cũ giao thì dừng lại"}
    followers.register(
        "plans",
        Follower(
            "nhiệm vụ đang thực hiện",
            open_below,
            follow,
            outcomes=taken | organ | stops,
            count_at=tasks_at,
            records=tasks_to_give,
        ),
    )
    followers.register(
        "plans.targets",
        Follower(
            "mức chỉ tiêu được giao",
            parts_below,
            outcomes={
                "merge": "cộng vào đơn vị nhận",
                "split": "chia cho các đơn vị nhận",
                "end": "thôi phải đạt",
                DEPARTMENT: "cộng vào cơ quan có ban đó",
            },
            count_at=parts_at,
            records=parts_to_give,
        ),
    )
    followers.register(
        "plans.own",
        Follower(
            "kế hoạch của đơn vị",
            plans_below,
            outcomes={"merge": "đơn vị nhận điều hành tiếp", "split": "đơn vị được chọn điều hành tiếp", "end": "rút"},
            count_at=plans_at,
            records=plans_to_give,
        ),
    )


def _tasks_of_unit(unit: Unit) -> str:
    return reverse("plans:unit-tasks", args=[unit.pk])


def _task(assignment_id: int) -> str:
    return reverse("plans:assignment", args=[assignment_id])


def _report(assignment_id: int) -> str:
    return reverse("plans:assignment", args=[assignment_id]) + "#bao-cao"


def _obstacle(obstacle_id: int) -> str:
    return reverse("plans:obstacle", args=[obstacle_id])
