"""The filter of a follow-up page, as the address has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.web import whole_number
from congdoan.organisation.models import Unit, UnitKind
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Plan
from congdoan.plans.queries.local.coverage import STATES as OWN_PLANS
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.work.follow_up.columns import Columns
from congdoan.plans.queries.work.follow_up.scope import STATES, FollowUp
from congdoan.plans.queries.work.follow_up.tasks import TaskRow

VIEWS = {
    "ma-tran": "Ma trận",
    "dong-thoi-gian": "Dòng thời gian",
    "danh-sach": "Danh sách",
    "trien-khai": "Kế hoạch đơn vị",
}
ICONS = {"ma-tran": "grid-dots", "dong-thoi-gian": "timeline", "danh-sach": "list", "trien-khai": "sitemap"}


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


def follow_up_of(user: User, plan_id: int, asked: Mapping[str, str]) -> FollowUp:
    """Raises NotFound when the plan, or the unit of the filter, is not the person's to see."""
    plan = plan_for(user, plan_id)
    unit_id = whole_number(asked.get("don-vi"))
    follow_up = FollowUp.of(plan, user)
    return replace(
        follow_up,
        section=whole_number(asked.get("muc")),
        unit=_unit(follow_up, unit_id) if unit_id is not None else None,
        kind=asked.get("loai", "") if asked.get("loai") in UnitKind.values else "",
        state=asked.get("trang-thai", "") if asked.get("trang-thai") in STATES else "",
        own=asked.get("ke-hoach", "") if asked.get("ke-hoach") in OWN_PLANS else "",
    )


def _unit(follow_up: FollowUp, unit_id: int) -> Unit:
    seen = under_paths("path", scope(follow_up.user, "tasks.view").paths)
    unit = find(Unit.objects.filter(seen), unit_id)
    if unit is None:
        raise NotFound("Không có đơn vị này trong phạm vi được xem.")
    return unit


def section_choices(follow_up: FollowUp, rows: Iterable[TaskRow]) -> list[Choice]:
    """Of the tasks that are shown; with the one that is chosen now."""
    found = {row.section.pk: row.section for row in rows if row.section}
    return [
        Choice(
            str(pk),
            f"{section.printed or section.number} {section.short_title or section.title}".strip()[:70],
            pk == follow_up.section,
        )
        for pk, section in found.items()
    ]


def unit_choices(follow_up: FollowUp, columns: Columns | None) -> list[Choice]:
    """The units or branches that are columns now; a narrowed page offers the way back first."""
    chosen = [Choice(str(follow_up.unit.pk), str(follow_up.unit), True)] if follow_up.unit else []
    if columns is None or columns.by == "kind":
        return chosen
    others = [
        Choice(str(column.key), column.name, False)
        for column in columns.columns
        if not (follow_up.unit and column.key == follow_up.unit.pk)
    ]
    return chosen + others


def state_choices(follow_up: FollowUp) -> list[Choice]:
    return [Choice(key, label, key == follow_up.state) for key, label in STATES.items()]


def own_plan_choices(follow_up: FollowUp) -> list[Choice]:
    return [Choice(key, label, key == follow_up.own) for key, label in OWN_PLANS.items()]


def in_words(follow_up: FollowUp) -> str:
    """For print and export: "LĐLĐ huyện Ba Tri; Quá hạn"."""
    parts = [
        "một mục của văn bản" if follow_up.section else "",
        str(follow_up.unit or ""),
        str(UnitKind(follow_up.kind).label) if follow_up.kind else "",
        STATES.get(follow_up.state, ""),
        OWN_PLANS.get(follow_up.own, ""),
    ]
    return "; ".join(part for part in parts if part)


def address(follow_up: FollowUp, **other: str) -> str:
    """The filter as a query, with `other` parameters put in or, when empty, left out."""
    kept = {
        "muc": str(follow_up.section or ""),
        "don-vi": str(follow_up.unit.pk if follow_up.unit else ""),
        "loai": follow_up.kind,
        "trang-thai": follow_up.state,
        "ke-hoach": follow_up.own,
        **other,
    }
    return urlencode({name: value for name, value in kept.items() if value})


def issued_words(plan: Plan) -> str:
    return f"{plan} ngày {plan.issued_on:%d/%m/%Y}" if plan.issued_on else str(plan)
