"""Saying on which issued paper another one stands."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.documents.models import Citation
from congdoan.plans.bases import basis_of
from congdoan.plans.models import Plan
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.tree.edges import edges_up
from congdoan.plans.services.lifecycle.steps import locked_plan

FACTS = ("stands_on",)


@transaction.atomic
def stand_on(*, plan_id: int, basis_id: int | None, by: User, seen: str = "") -> Plan:
    """Say on which issued paper this one stands, or on none.

    Who drafts says it of a draft, who issues of what is issued. Raises Invalid unless `by` sees that paper and it does
    not itself stand on this one, Conflict when the paper waits for a decision or another basis than `seen` is there.
    """
    action = "plans.draft" if Plan.objects.filter(pk=plan_id).exclude(state__in=PUBLIC).exists() else "plans.issue"
    plan = locked_plan(plan_id, by=by, action=action)
    if not (plan.is_editable or plan.is_public):
        raise Conflict(f"{plan.kind_name} đang {plan.get_state_display().lower()}. Rút lại để sửa trước.")
    if plan.stands_on_id == basis_id:
        return plan
    require_unchanged(plan, seen, FACTS, plan.noun)
    basis = basis_for(basis_id, by) if basis_id else None
    if basis is not None:
        _check_no_circle(plan, basis)
        rest_on(plan, basis)
    plan.stands_on = basis
    plan.save(update_fields=["stands_on", "bases"])
    if plan.is_public:
        cite_bases(plan)
    return plan


def basis_for(basis_id: int, by: User) -> Plan:
    """The issued paper that the person may see. Raises Invalid when there is none."""
    basis = find(visible_plans(by).select_related("unit", "document").filter(state__in=PUBLIC), basis_id)
    if basis is None:
        raise Invalid("Chọn một văn bản đã ban hành trong danh sách.", field="basis")
    return basis


def rest_on(plan: Plan, basis: Plan) -> None:
    """The line that says so, where no paper was read that has its own; not saved."""
    line = basis_of(basis)
    if plan.reading_id is None and not plan.is_public and line not in plan.bases.splitlines():
        plan.bases = "\n".join(filter(None, [plan.bases, line]))


def cite_bases(plan: Plan) -> None:
    """The store knows that the issued paper cites what it stands on and what it carries out."""
    if plan.document_id is None:
        return
    parents = Plan.objects.filter(pk__in=[plan.stands_on_id, plan.carries_out_id]).select_related("unit")
    cited = set(Citation.objects.filter(document=plan.document_id).values_list("cited", flat=True))
    Citation.objects.bulk_create(
        Citation(
            document_id=plan.document_id,
            cited_id=parent.document_id,
            type=parent.noun[:60],
            symbol=parent.symbol,
            issued_on=parent.issued_on,
            issuer=parent.unit.name[:250],
            subject=parent.subject,
            text=basis_of(parent),
            start=0,
            end=0,
        )
        for parent in parents
        if parent.document_id and parent.document_id not in cited
    )


def _check_no_circle(plan: Plan, basis: Plan) -> None:
    above = {parent for parent, _ in edges_up([basis.pk])}
    if plan.pk == basis.pk or plan.pk in above:
        raise Invalid(f"{basis} đã căn cứ vào {plan.noun} này. Chọn văn bản khác.", field="basis")
