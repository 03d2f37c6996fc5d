"""All difficulties that a person sees; several that ask the same are answered at once."""

from typing import Any

import django_tables2 as tables
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_http_methods

from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import date_vn, due
from congdoan.core.templatetags.ui import state as state_tag
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import require
from congdoan.plans.forms_answers import ObstacleFilter, TogetherForm
from congdoan.plans.models import Obstacle
from congdoan.plans.queries.answers.alike import groups_alike
from congdoan.plans.queries.answers.raising import raising_units
from congdoan.plans.queries.answers.waiting import ABOUT, obstacle_list, obstacles_seen, to_answer
from congdoan.plans.queries.work.obstacle_states import is_open
from congdoan.plans.services.answers.together import MOST, answer_together

_PER_PAGE = 50
_COMPARED = 300
_GROUPS = 3
_COLUMNS = (
    Column("Đơn vị hỏi", lambda row: str(row.asker), width=30),
    Column("Vướng mắc", lambda row: row.text, width=60),
    Column("Nhiệm vụ, việc", lambda row: row.about, width=50),
    Column("Văn bản", lambda row: str(row.paper or ""), width=26),
    Column("Ngày hỏi", lambda row: row.raised_on, Kind.DATE, 12),
    Column("Nơi trả lời", lambda row: str(row.routed_to), width=26),
    Column("Hạn trả lời", lambda row: row.due, Kind.DATE, 12),
    Column("Tình trạng", lambda row: row.get_state_display(), width=22),
    Column("Trả lời", lambda row: row.answer, width=60),
    Column("Ngày trả lời", lambda row: row.answered_on, Kind.DATE, 12),
)


class ObstacleTable(tables.Table):  # type: ignore[misc]
    """`pick` stands only where the person may answer."""

    pick = tables.Column(
        format_html('<span class="cd-unseen">{}</span>', "Chọn"),
        orderable=False,
        empty_values=(),
        attrs={"th": {"class": "cd-pick"}, "td": {"class": "cd-pick"}},
    )
    text = tables.Column("Vướng mắc", orderable=False)
    unit = tables.Column("Đơn vị hỏi", accessor="asker", orderable=False, attrs={"td": {"label": "Đơn vị hỏi"}})
    raised_on = tables.Column("Ngày hỏi", attrs={"td": {"class": "cd-date", "label": "Ngày hỏi"}})
    routed_to = tables.Column("Nơi trả lời", orderable=False, attrs={"td": {"label": "Nơi trả lời"}})
    due = tables.Column("Hạn trả lời", attrs={"td": {"label": "Hạn"}})
    state = tables.Column("Tình trạng", orderable=False)

    class Meta:
        attrs = {"what": "vướng mắc", "class": "cd-table-cards"}
        row_attrs = {"data-row": ""}

    def __init__(self, *args: Any, pickable: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pickable, self.today = pickable, clock.today()

    def render_pick(self, record: Obstacle) -> SafeString | str:
        if record.pk not in self.pickable:
            return ""
        return format_html(
            '<input class="cd-check" type="checkbox" data-pick name="id" value="{}" form="bulk"'
            ' aria-label="Chọn vướng mắc của {}">',
            record.pk,
            record.asker,
        )

    def render_text(self, record: Obstacle) -> SafeString:
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{}: {}</span>',
            reverse("plans:obstacle", args=[record.pk]),
            record,
            record.place,
            record.about,
        )

    def render_raised_on(self, value: Any) -> str:
        return str(date_vn(value))

    def render_due(self, record: Obstacle, value: Any) -> Any:
        return due(value, self.today) if is_open(record) else date_vn(value)

    def render_state(self, record: Obstacle) -> Any:
        if record.state == "answered":
            return state_tag("done", label=f"Đã trả lời {date_vn(record.answered_on)}")
        return (
            state_tag("obstacle", label=record.get_state_display()) if is_open(record) else record.get_state_display()
        )


@require_GET
def waiting(request: HttpRequest) -> HttpResponseBase:
    """All that the person sees; above them those that ask the person's own unit the same."""
    user, form = signed_in(request), ObstacleFilter(request.GET, user=signed_in(request))
    rows = obstacle_list(user, **form.chosen())
    sheet = export_if_asked(
        request, name="Vuong mac", columns=_COLUMNS, rows=rows, title="Vướng mắc", filter_text=form.in_words()
    )
    if sheet is not None:
        return sheet
    mine = obstacles_seen(user).filter(to_answer(user)).order_by("due", "pk")[:_COMPARED]
    texts = {obstacle.pk: obstacle.text for obstacle in mine}
    table = ObstacleTable(rows, pickable=set(texts), exclude=() if texts else ("pick",))
    show_page(request, table, rows=_PER_PAGE)
    context = {
        "form": form,
        "table": table,
        "filtered": form.is_narrowed(),
        "plan": form.chosen()["plan"],
        "may_raise": bool(raising_units(user)),
        "alike": [(len(ids), texts[ids[0]], ids[:MOST]) for ids in groups_alike(texts.items())[:_GROUPS]],
    }
    return render(request, "plans/answers/waiting.html", context)


@require_http_methods(["GET", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """One answer to the difficulties that the address or the form names."""
    user = signed_in(request)
    sent = (request.POST if request.method == "POST" else request.GET).getlist("id")
    ids = [number for one in sent if (number := whole_number(one)) is not None][: MOST + 1]
    named = obstacles_seen(user).filter(pk__in=ids).select_related(*ABOUT)
    asked = list(named.order_by("due", "pk"))
    if not asked:
        raise NotFound("Không có vướng mắc nào trong số đã chọn còn trong phạm vi được xem.")
    for unit in {obstacle.routed_to for obstacle in asked}:
        require(user, "plans.coordinate", unit)
    form = TogetherForm(request.POST or None, user=user)
    if form.is_valid():
        done = answered(form, lambda: answer_together(obstacle_ids=ids, by=user, **form.cleaned_data))
        if done:
            published = ", câu trả lời đã được đăng" if form.cleaned_data["question"].strip() else ""
            messages.success(request, f"Đã trả lời {done} vướng mắc{published}.")
            return redirect("answers:waiting")
    context = {"form": form, "asked": asked, "ids": ids}
    return render(request, "plans/answers/together.html", context, status=status_of(form))
