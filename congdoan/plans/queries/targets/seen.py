"""Which parts of targets a person sees: those of the units whose tasks they see."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import scope
from congdoan.plans.models import MeasuredTarget, Plan, PlanState, TargetPart, TargetValue
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.plans import visible_plans

_WITH = (
    "unit",
    "parent__unit",
    "target__plan__unit",
    "target__plan__coordinator",
    "target__task",
    "target__changed_by",
)


def seen_parts(user: User) -> QuerySet[TargetPart]:
    """Of drafts only those of the person's own organs: units below learn of a target when its plan is issued."""
    parts = TargetPart.objects.visible_to(user, "tasks.view").select_related(*_WITH)
    return parts.filter(_known(user, "target__plan"))


def seen_values(user: User) -> QuerySet[TargetValue]:
    return TargetValue.objects.visible_to(user, "tasks.view").filter(_known(user, "part__target__plan"))


def target_seen(user: User, target_id: int) -> MeasuredTarget:
    """Raises NotFound unless the person sees the target's plan, or a unit of theirs has a part."""
    found = MeasuredTarget.objects.select_related("plan__unit", "plan__coordinator", "task", "changed_by")
    # Asked together, the parts of all targets are gathered first.
    for seen in (found.filter(plan__in=visible_plans(user)), found.filter(_has_part(user))):
        if target := find(seen, target_id):
            return target
    raise NotFound("Không có chỉ tiêu này trong các kế hoạch được xem.")


def seen_targets(user: User) -> QuerySet[MeasuredTarget]:
    """Targets of plans that the person sees, and those of which a unit of theirs has a part."""
    return MeasuredTarget.objects.filter(Q(plan__in=visible_plans(user)) | Q(_has_part(user)))


def _has_part(user: User) -> Exists:
    return Exists(seen_parts(user).filter(target=OuterRef("pk")))


def _known(user: User, plan: str) -> Q:
    own = Q(**{f"{plan}__unit_id__in": scope(user, "plans.view").unit_ids})
    return Q(**{f"{plan}__state__in": (*PUBLIC, PlanState.WITHDRAWN)}) | own


def part_seen(user: User, target: MeasuredTarget, part_id: int | None) -> TargetPart:
    """The part that is asked for, else the highest that the person sees. Raises NotFound."""
    parts = seen_parts(user).filter(target=target)
    if part_id is None:
        part_id = next(iter(_highest(user, MeasuredTarget.objects.filter(pk=target.pk))), None)
    part = find(parts, part_id)
    if part is None:
        raise NotFound("Chỉ tiêu này chưa giao cho đơn vị nào trong phạm vi được xem.")
    return part


def highest_parts(user: User, plan: Plan) -> Sequence[TargetPart]:
    """For each target of the plan the highest part that the person sees, in the order of the targets."""
    parts = seen_parts(user).filter(pk__in=_highest(user, plan.measured.all()))
    return list(parts.order_by("target__order", "target_id"))


def _highest(user: User, targets: QuerySet[MeasuredTarget]) -> list[int]:
    """Of each target the id of the highest part that the person sees.

    The whole is looked for first, by its index: to find the highest of ten thousand parts, all are put in order.
    """
    seen = seen_parts(user).filter(target=OuterRef("pk"))
    whole = seen.filter(parent=None).order_by().values("pk")[:1]
    first = seen.order_by("depth", "unit__rank", "unit__sort_key", "pk").values("pk")[:1]
    ids = targets.order_by().values_list(Coalesce(Subquery(whole), Subquery(first)), flat=True)
    return [pk for pk in ids if pk is not None]
