"""Hệ thống: the working calendar, rules by date, long work in the background."""

from datetime import date
from operator import itemgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.core import clock
from congdoan.core.access import jobs_seen, require_use
from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.models import JobRun, Rule, WorkdayException
from congdoan.core.public_holidays import KNOWN_YEARS
from congdoan.core.rule_names import known_rules
from congdoan.core.services.calendar import (
    DAY_FACTS,
    RULE_FACTS,
    clear_workday,
    load_public_holidays,
    set_rule,
    set_workday,
)
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.web import whole_number

ACTION = "settings.manage"
_KINDS = (("off", "Ngày thường được nghỉ"), ("worked", "Thứ Bảy, Chủ nhật làm bù"))


class WorkdayForm(SeenForm):
    day = VnDateField(label="Ngày")
    kind = forms.ChoiceField(label="Là", choices=_KINDS)
    name = forms.CharField(label="Lý do", max_length=120, help_text="Ví dụ: Nghỉ bù Quốc khánh")
    source = forms.CharField(label="Theo văn bản", max_length=300, required=False)


class RuleForm(SeenForm):
    code = forms.ChoiceField(label="Quy định", choices=lambda: sorted(_rules(), key=itemgetter(1)))
    valid_from = VnDateField(label="Từ ngày")
    valid_to = VnDateField(label="Đến hết ngày", required=False)
    value = forms.CharField(label="Mức")
    source = forms.CharField(label="Nguồn", max_length=300)
    certainty = forms.ChoiceField(
        label="Độ chắc", choices=[("C", "Đã đọc nguồn"), ("1", "Một nguồn"), ("U", "Chưa xác nhận")]
    )

    def clean_value(self) -> Any:
        known = known_rules.get(self.cleaned_data.get("code", ""))
        if known is None:
            return None
        value = known.read(self.cleaned_data["value"].strip())
        if not known.fits(value):
            raise forms.ValidationError(known.expects)
        return value


def _rules() -> list[tuple[str, str]]:
    return [(code, known.label) for code, known in known_rules.items()]


def index(request: HttpRequest) -> HttpResponse:
    return redirect("core:calendar")


def calendar(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    form = WorkdayForm(request.POST or None, initial={"seen": state_of(None, ())})
    if request.method == "POST" and form.is_valid() and (entry := _set_day(form)):
        messages.success(request, f"Đã ghi {entry.day:%d/%m/%Y}: {entry.name}.")
        return redirect(_of_year(entry.day.year))
    year = _year(request)
    entries = WorkdayException.objects.filter(day__year=year)
    years = sorted({*KNOWN_YEARS, clock.today().year, year})
    context = {"form": form, "entries": entries, "year": year, "years": years}
    return render(request, "core/calendar.html", context, status=status_of(form))


@require_POST
def clear_day(request: HttpRequest, entry_id: int) -> HttpResponse:
    require_use(request, ACTION)
    day = clear_workday(entry_id=entry_id)
    messages.success(request, f"Đã bỏ {day:%d/%m/%Y} khỏi lịch.")
    return redirect(_of_year(day.year))


@require_POST
def load_year(request: HttpRequest) -> HttpResponse:
    """Add the announced holidays of a year."""
    require_use(request, ACTION)
    year = _year(request)
    messages.success(request, f"Đã thêm {load_public_holidays([year])} ngày của năm {year}.")
    return redirect(_of_year(year))


def rules(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    form = RuleForm(request.POST or None, initial={"code": request.GET.get("ma", ""), "seen": state_of(None, ())})
    if request.method == "POST" and form.is_valid() and (rule := _set_rule(form)):
        messages.success(request, f"Đã ghi {rule.name} từ {rule.valid_from:%d/%m/%Y}.")
        return redirect("core:rule", rule.pk)
    page = Paginator(Rule.objects.order_by("code", "-valid_from"), 50).get_page(request.GET.get("page"))
    return render(request, "core/rules.html", {"form": form, "page_obj": page}, status=status_of(form))


def rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    require_use(request, ACTION)
    shown = find(Rule.objects, rule_id)
    if shown is None:
        raise NotFound("Không tìm thấy quy định.")
    periods = Rule.objects.filter(code=shown.code).order_by("-valid_from")
    return render(request, "core/rule.html", {"rule": shown, "periods": periods})


def jobs(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    runs = jobs_seen(request).select_related("started_by").order_by("-pk")
    state = request.GET.get("trang_thai", "")
    if state in JobRun.State.values:
        runs = runs.filter(state=state)
    page = Paginator(runs, 50).get_page(request.GET.get("page"))
    return render(request, "core/jobs.html", {"page_obj": page, "states": JobRun.State.choices, "state": state})


def _set_day(form: WorkdayForm) -> WorkdayException | None:
    data = dict(form.cleaned_data)
    said = {name: data[name] for name in ("day", "name", "source", "seen")}
    entry = answered(form, lambda: set_workday(is_worked=data["kind"] == "worked", **said))
    if entry is None:
        form.has_seen(state_of(WorkdayException.objects.filter(day=said["day"]).first(), DAY_FACTS))
    return entry


def _set_rule(form: RuleForm) -> Rule | None:
    data = dict(form.cleaned_data)  # the form forgets what a service refuses
    rule = answered(form, lambda: set_rule(**data))
    if rule is None:
        there = Rule.objects.filter(code=data["code"], valid_from=data["valid_from"]).first()
        form.has_seen(state_of(there, RULE_FACTS))
    return rule


def _year(request: HttpRequest) -> int:
    year = whole_number(request.POST.get("nam") or request.GET.get("nam")) or 0
    return year if date.min.year <= year <= date.max.year else clock.today().year


def _of_year(year: int) -> str:
    return f"{reverse('core:calendar')}?nam={year}"
