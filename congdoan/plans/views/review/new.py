"""A paper written in the product: from nothing, or from another one."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotAllowed
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.current import current_unit
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may_anywhere, posts_of, require_anywhere
from congdoan.plans.forms_review import NewPlanForm
from congdoan.plans.queries.kinds import drafted_kinds
from congdoan.plans.queries.local.given import drafting_units_given
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.services.basis.stand_on import basis_for
from congdoan.plans.services.drafting.copy import copy_plan
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.local.carry_out import carry_out_plan


def _drafting_unit(request: HttpRequest, units: QuerySet[Unit]) -> Unit:
    """The one of these in which the person works now, else the first. Raises NotAllowed when there is none."""
    here = current_unit(request)
    unit = (here and find(units, here.organ_id)) or units.first()
    if unit is None:
        raise NotAllowed("Chức vụ đang giữ không được soạn văn bản này cho đơn vị nào.")
    return unit


@require_POST
def carry_out(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The own plan of the organ in which the person works now, from a plan that gave it work."""
    user = signed_in(request)
    source = plan_for(user, plan_id)
    given = Unit.objects.filter(pk__in=drafting_units_given(user, source))
    plan = carry_out_plan(plan_id=source.pk, unit=_drafting_unit(request, given), by=user)
    said = f"Đã có bản nháp với {plan.tasks.count()} nhiệm vụ được giao. Chia nhỏ, thêm việc, đặt hạn, chọn chủ trì."
    messages.success(request, said)
    return redirect("plans:review", plan.pk)


def drafting_units(user: User) -> QuerySet[Unit]:
    """The organs of the person's posts: those that issue plans."""
    ids = {post.unit.organ_id for post in posts_of(user)} if may_anywhere(user, "plans.draft") else set()
    return Unit.objects.visible_to(user, "plans.draft").filter(pk__in=ids)


def new_plan(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    require_anywhere(user, "plans.draft")
    units = drafting_units(user)
    basis_id = whole_number(request.GET.get("can-cu"))
    basis = basis_for(basis_id, user) if basis_id else None
    kinds = drafted_kinds(units[0] if len(units) == 1 else None, on=clock.today())
    form = NewPlanForm(request.POST or None, initial={"unit": units.first()}, kinds=kinds)
    form.fields["unit"].queryset = units  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        plan = answered(form, lambda: create_plan(by=user, basis=basis, **form.cleaned_data))
        if plan:
            return redirect("plans:review", plan.pk)
    return render(request, "plans/upload/new.html", {"form": form, "basis": basis}, status=status_of(form))


@require_POST
def copy(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A draft of the organ in which the person works now, from this plan."""
    user = signed_in(request)
    source = plan_for(user, plan_id)
    plan = copy_plan(plan_id=source.pk, unit=_drafting_unit(request, drafting_units(user)), by=user)
    messages.success(request, "Đã soạn bản nháp từ văn bản này. Sửa lại cho đúng với đơn vị rồi trình duyệt.")
    return redirect("plans:review", plan.pk)
