"""What every page of steering has: the tabs, the filter and its words, addresses that keep the filter."""

from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse

from congdoan.organisation.models import UnitKind
from congdoan.plans.models import Plan
from congdoan.plans.queries.work.follow_up.scope import STATES
from congdoan.plans.queries.work.overview import running_plans
from congdoan.plans.views.work.follow_up_filter import Choice
from congdoan.steering.periods import near_periods, written
from congdoan.steering.queries.scope import Steered

TABS: Final = {
    "state": "Tình hình",
    "heat": "Bản đồ nhiệt",
    "burnup": "Tiến độ",
    "still": "Việc đứng lại",
    "ahead": "Dự báo",
    "compare": "So sánh đơn vị",
    "calendar": "Lịch hạn",
    "parts": "Danh sách",
}
MOST_PLANS: Final = 40


def address(steered: Steered, page: str, **other: str) -> str:
    """The page with the filter; `other` parameters are put in or, when empty, left out."""
    kept = query_of(steered, **other)
    return reverse(f"steering:{page}") + (f"?{kept}" if kept else "")


def query_of(steered: Steered, **other: str) -> str:
    asked = {
        "ke-hoach": str(steered.plan.pk) if steered.plan else "",
        "muc": str(steered.section.pk) if steered.section else "",
        "don-vi": str(steered.unit.pk) if steered.unit else "",
        "rieng": "1" if steered.only else "",
        "loai": steered.kind,
        "ky": written(steered.period) if steered.period else "",
        "trang-thai": steered.state,
        **{name.replace("_", "-"): value for name, value in other.items()},
    }
    return urlencode({name: value for name, value in asked.items() if value})


def common(steered: Steered, here: str, *, takes_state: bool = False, takes_period: bool = True) -> dict[str, Any]:
    """The context of the frame; one query for the plans that can be chosen."""
    kept = steered if takes_state else steered.but(state="")
    return {
        "steered": steered,
        "here": here,
        "title": TABS.get(here, ""),
        "tabs": [(name, label, address(kept, name)) for name, label in TABS.items()],
        "briefing_url": address(kept, "briefing"),
        "plans": plan_choices(steered),
        "kinds": [Choice(code, label, code == steered.kind) for code, label in UnitKind.choices],
        "periods": period_choices(steered) if takes_period else [],
        "states": [Choice(code, label, code == steered.state) for code, label in STATES.items()] if takes_state else [],
        "filter_words": in_words(steered),
        "hidden": hidden_fields(steered),
        "clear_url": reverse(f"steering:{here}"),
        "day": steered.today,
    }


def hidden_fields(steered: Steered) -> list[tuple[str, str]]:
    """Parts of the filter that have no field of their own: they came by a link and stay until they are dropped."""
    found = [("don-vi", str(steered.unit.pk))] if steered.unit else []
    found += [("rieng", "1")] if steered.only else []
    return found + ([("muc", str(steered.section.pk))] if steered.section else [])


def plan_choices(steered: Steered) -> list[Choice]:
    """The running plans of the highest units; with the one that is chosen, wherever it is from."""
    plans: list[Plan] = list(running_plans(steered.user).order_by("unit__depth", "-issued_on", "pk")[:MOST_PLANS])
    if steered.plan and steered.plan not in plans:
        plans.insert(0, steered.plan)
    return [Choice(str(plan.pk), f"{plan}: {plan.subject}"[:90], plan == steered.plan) for plan in plans]


def period_choices(steered: Steered) -> list[Choice]:
    periods = list(near_periods(steered.today))
    if steered.period and steered.period not in periods:
        periods.insert(0, steered.period)
    return [Choice(written(one), f"Hạn trong {_small(one.name)}", one == steered.period) for one in periods]


def in_words(steered: Steered) -> str:
    """The filter for print and export: "34/KH-LĐLĐ; Hạn trong tháng 3/2023"."""
    parts = [
        str(steered.plan or ""),
        (steered.section.short_title or steered.section.title) if steered.section else "",
        (f"riêng {steered.unit}" if steered.only else str(steered.unit)) if steered.unit else "",
        str(UnitKind(steered.kind).label) if steered.kind else "",
        f"Hạn trong {_small(steered.period.name)}" if steered.period else "",
        STATES.get(steered.state, ""),
    ]
    return "; ".join(part for part in parts if part)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
