"""What the lifecycle of plans gives to the lower floors: kinds of work, navigation, search."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.prepared import prepared
from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.search import Finder, Found, finders
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may_anywhere
from congdoan.plans.filters import asked_by, having
from congdoan.plans.models import Plan
from congdoan.plans.queries.plans import plan_sight, plans_within
from congdoan.plans.services.lifecycle.notify import AMENDED, ENDED, ISSUED, RETURNED
from congdoan.plans.services.reviews.due import REVIEW
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds


def register() -> None:
    kinds.register("plans.review", WorkKind("Rà soát", lambda pk: reverse("plans:review", args=[pk])))
    kinds.register(
        "plans.approve", WorkKind("Xem và duyệt", lambda pk: reverse("plans:plan", args=[pk]), waits_for_decision=True)
    )
    kinds.register("plans.issue", WorkKind("Ban hành", lambda pk: reverse("plans:issue", args=[pk])))
    kinds.register(REVIEW, WorkKind("Ghi kết quả họp", lambda pk: reverse("plans:look-back", args=[pk])))
    known_rules.register("plans.review.days", KnownRule("Sơ kết, tổng kết: số ngày mở việc trước hạn"))
    notice_kinds.register(ISSUED, NoticeKind("Văn bản mới giao việc cho đơn vị"))
    notice_kinds.register(AMENDED, NoticeKind("Điều chỉnh việc đã giao", may_mute=False))
    notice_kinds.register(ENDED, NoticeKind("Văn bản giao việc bị rút, thay thế, bãi bỏ", may_mute=False))
    notice_kinds.register(RETURNED, NoticeKind("Văn bản bị trả lại"))
    finders.register("plans", Finder("Nghị quyết, chương trình, kế hoạch", find_plans, order=20))
    entries.register(
        "plans",
        NavigationEntry(
            "Kế hoạch",
            "target-arrow",
            "plans:list",
            order=20,
            on_phone=True,
            allowed=lambda request: may_anywhere(signed_in(request), "plans.view"),
        ),
    )


def find_plans(user: User, words: str, limit: int) -> Sequence[Found]:
    return [
        Found(
            plan.subject,
            " · ".join(part for part in (plan.kind_name, plan.symbol, str(plan.unit), date_vn(plan.issued_on)) if part),
            reverse("plans:plan", args=[plan.pk]),
            "target-arrow",
        )
        for plan in _having(asked_by(words), *plan_sight(user), most=limit)
    ]


@prepared
def _having(
    asked: str | None, organs: tuple[int, ...], plans: tuple[str, ...], tasks: tuple[str, ...], *, most: int
) -> QuerySet[Plan]:
    found = having(plans_within(organs, plans, tasks), asked)
    return found.select_related("unit").order_by("-issued_on", "-pk")[:most]
