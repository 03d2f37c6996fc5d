"""The list of plans: our own, those from above, and those of the units below."""

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may_anywhere, scope
from congdoan.plans.filters import PlanFilter
from congdoan.plans.models import Plan
from congdoan.plans.models.plan import EDITABLE
from congdoan.plans.queries.leading import leads_an_organ
from congdoan.plans.queries.plans import figures_of, visible_plans
from congdoan.plans.tables import PlanTable

_VIEWS = {"cua-don-vi": "Của đơn vị", "cap-tren": "Cấp trên giao", "cap-duoi": "Của cấp dưới", "ban-nhap": "Bản nháp"}
_COLUMNS = (
    Column("Loại", lambda plan: plan.kind_name, width=18),
    Column("Số, ký hiệu", lambda plan: plan.symbol, width=18),
    Column("Trích yếu", lambda plan: plan.subject, width=70),
    Column("Đơn vị ban hành", lambda plan: plan.issued_by.name, width=36),
    Column("Ngày ban hành", lambda plan: plan.issued_on, Kind.DATE, 14),
    Column("Thực hiện đến", lambda plan: plan.until, Kind.DATE, 14),
    Column("Trạng thái", lambda plan: plan.get_state_display(), width=20),
)


def plan_list(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    plans = visible_plans(user)
    counts = _counts(plans, user)
    view = request.GET.get("nhom") or next((code for code in _VIEWS if counts[code]), "cua-don-vi")
    chosen = PlanFilter(request.GET, queryset=plans.filter(_condition(view, user)).select_related("unit", "issuer"))
    title = "Danh sách văn bản giao việc"
    answer = export_if_asked(request, name="Van-ban-giao-viec", columns=_COLUMNS, rows=chosen.qs, title=title)
    if answer is not None:
        return answer
    table = PlanTable(chosen.qs, figures={})
    show_page(request, table, rows=20)
    table.figures = figures_of([row.record for row in table.page], user, on=clock.today())
    return render(
        request,
        "plans/lifecycle/list.html",
        {
            "table": table,
            "filter": chosen,
            "view": view,
            "views": [(code, label, counts[code]) for code, label in _VIEWS.items()],
            "is_filtered": any(request.GET.get(name) for name in ("q", "state", "loai")),
            "may_give": leads_an_organ(user),
            "may_draft": may_anywhere(user, "plans.draft"),
        },
    )


def _condition(view: str, user: User) -> Q:
    own = scope(user, "plans.view").unit_ids
    match view:
        case "cap-tren":
            above = {int(pk) for path in scope(user, "tasks.view").paths for pk in path.strip("/").split("/")}
            return Q(unit_id__in=above - own)
        case "cap-duoi":
            return ~Q(unit_id__in=own) & ~_condition("cap-tren", user)
        case "ban-nhap":
            return Q(unit_id__in=own, state__in=EDITABLE)
    return Q(unit_id__in=own) & ~Q(state__in=EDITABLE)


def _counts(plans: QuerySet[Plan], user: User) -> dict[str, int]:
    kinds = {code.replace("-", "_"): Count("pk", filter=_condition(code, user)) for code in _VIEWS}
    found = plans.aggregate(**kinds)
    return {code: found[code.replace("-", "_")] for code in _VIEWS}
