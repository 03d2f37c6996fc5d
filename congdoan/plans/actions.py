"""What a person may do with a plan now: the buttons of its page, in the order of use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.organisation.rights import may, may_anywhere
from congdoan.plans.models import Plan, PlanState
from congdoan.plans.models.plan import IN_FORCE, PUBLIC


@dataclass(frozen=True, slots=True)
class PlanAction:
    """`posts` are done at once (after `confirm`); the others open a page."""

    label: str
    url: str
    posts: bool = False
    confirm: str = ""
    confirm_text: str = ""
    danger: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    """`label` and `confirm` may name the plan's kind as {noun}. `where` the person must have the right: at the plan's
    unit, anywhere, nowhere when seeing it is enough.

    "given": at a unit to which the plan gave work and that has no plan of its own for it yet.
    """

    label: str
    url_name: str
    action: str
    states: tuple[str, ...]
    posts: bool = False
    confirm: str = ""
    danger: bool = False
    where: Literal["plan", "anywhere", "nowhere", "given"] = "plan"


_DRAFTS = (PlanState.DRAFT, PlanState.IN_REVIEW, PlanState.RETURNED)
_RULES = (
    _Rule("Rà soát", "plans:review", "plans.draft", _DRAFTS),
    _Rule("Trình duyệt", "plans:submit", "plans.submit", _DRAFTS, posts=True),
    _Rule("Duyệt", "plans:approve", "plans.approve", (PlanState.SUBMITTED,), posts=True),
    _Rule("Ban hành", "plans:issue", "plans.issue", (PlanState.APPROVED,)),
    _Rule("Trả lại", "plans:return", "plans.approve", (PlanState.SUBMITTED, PlanState.APPROVED)),
    _Rule("Rút lại để sửa", "plans:recall", "plans.submit", (PlanState.SUBMITTED,), posts=True),
    _Rule("Lập kế hoạch thực hiện", "plans:carry-out", "plans.draft", (PlanState.RUNNING,), posts=True, where="given"),
    _Rule("Theo dõi", "plans:follow-up", "plans.view", (PlanState.RUNNING, PlanState.CLOSED), where="nowhere"),
    _Rule("Chỉ tiêu", "plans:measured", "plans.view", (*_DRAFTS, *PUBLIC), where="nowhere"),
    _Rule("Soạn văn bản triển khai", "plans:new", "plans.draft", IN_FORCE),
    _Rule("Soạn từ văn bản này", "plans:copy", "plans.draft", PUBLIC, posts=True, where="anywhere"),
    _Rule("Điều chỉnh", "plans:amend", "plans.issue", (PlanState.RUNNING,)),
    _Rule("Gộp với văn bản khác", "plans:merge", "plans.draft", (PlanState.RUNNING,)),
    _Rule("Kết thúc", "plans:close", "plans.approve", (PlanState.RUNNING,), posts=True, confirm="Kết thúc {noun}?"),
    _Rule("Thay thế, bãi bỏ", "plans:replace", "plans.approve", (PlanState.RUNNING,), danger=True),
    _Rule("Bỏ bản nháp", "plans:withdraw", "plans.submit", _DRAFTS, danger=True),
    _Rule("Rút {noun}", "plans:withdraw", "plans.approve", (PlanState.RUNNING,), danger=True),
)


def actions_for(plan: Plan, user: User, *, unclear: str = "", own: bool | None = None) -> list[PlanAction]:
    """The first is the next step. `own`: whether the person's unit has its own plan of it; None where it got no work.

    `unclear` says how many tasks of a draft lack something: it is asked about first."""
    left = {True: ("given", "anywhere"), False: ("anywhere",), None: ("given",)}[own]
    return [action for rule, action in _allowed(plan, user, unclear) if rule.where not in left]


def _allowed(plan: Plan, user: User, unclear: str) -> Iterator[tuple[_Rule, PlanAction]]:
    for rule in _RULES:
        if plan.state in rule.states and _has_right(user, rule, plan):
            url = _address(rule, plan)
            confirm, text = _question(rule, unclear, plan)
            yield rule, PlanAction(rule.label.format(noun=plan.noun), url, rule.posts, confirm, text, rule.danger)


def _address(rule: _Rule, plan: Plan) -> str:
    if rule.url_name == "plans:new":
        return f"{reverse(rule.url_name)}?can-cu={plan.pk}"
    return reverse(rule.url_name, args=[plan.pk])


def _question(rule: _Rule, unclear: str, plan: Plan) -> tuple[str, str]:
    if rule.confirm:
        return rule.confirm.format(noun=plan.noun), "Các đơn vị không báo cáo thêm được nữa."
    if unclear and rule.url_name == "plans:submit":
        return f"Trình duyệt {plan.noun}?", f"{unclear}. Trong lúc chờ duyệt, bản này không sửa được."
    return "", ""


def _has_right(user: User, rule: _Rule, plan: Plan) -> bool:
    match rule.where:
        case "plan":
            return may(user, rule.action, plan.unit)
        case "anywhere":
            return may_anywhere(user, rule.action)
    return True
