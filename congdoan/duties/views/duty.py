"""One duty: its words, who does what in it and did before, its end; a new one."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.web import signed_in
from congdoan.duties.forms import DutyForm, EndDutyForm, PartsForm, WordsForm
from congdoan.duties.models import Duty, Part
from congdoan.duties.queries.matrix import columns_on
from congdoan.duties.queries.sight import duty_for, organ_for
from congdoan.duties.services.duties import ENDS, MANAGE, WORDS, add_duty, change_duty, end_duty
from congdoan.duties.services.parts import give_parts, mark_of
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may, require

_ORDER = tuple(Part.values)


def duty(request: HttpRequest, duty_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = duty_for(user, duty_id)
    return _page(request, user, shown)


@require_POST
def parts(request: HttpRequest, duty_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = duty_for(user, duty_id)
    require(user, MANAGE, shown.unit)
    form = _parts_form(user, shown, request)
    if form.is_valid():
        given = answered(form, lambda: give_parts(duty_id=shown.pk, by=user, **form.asked()))
        if given is not None:
            messages.success(request, f"Đã ghi phân công của {given} đơn vị." if given else "Không có gì thay đổi.")
            return redirect("duties:duty", shown.pk)
        form.has_seen(mark_of(shown))
    return _page(request, user, shown, parts_form=form)


def add(request: HttpRequest, unit_id: int) -> HttpResponse:
    user = signed_in(request)
    organ = organ_for(user, unit_id)
    require(user, MANAGE, organ)
    form = DutyForm(request.POST or None, initial={"group": request.GET.get("linh_vuc", "")})
    if request.method == "POST" and form.is_valid():
        made = answered(form, lambda: add_duty(organ=organ, by=user, **form.cleaned_data))
        if made:
            messages.success(request, "Đã thêm nhiệm vụ. Chọn vai trò của từng đơn vị.")
            return redirect("duties:duty", made.pk)
    return _form(request, organ, form, "Thêm nhiệm vụ", "Thêm")


def change(request: HttpRequest, duty_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = duty_for(user, duty_id)
    require(user, MANAGE, shown.unit)
    now = {name: getattr(shown, name) for name in WORDS}
    form = WordsForm(request.POST or None, initial=now | {"seen": state_of(shown, WORDS)})
    if form.is_valid():
        changed = answered(form, lambda: change_duty(duty_id=shown.pk, by=user, **form.cleaned_data))
        if changed:
            return redirect("duties:duty", shown.pk)
        form.has_seen(state_of(duty_for(user, duty_id), WORDS))
    return _form(request, shown.unit, form, "Sửa nội dung nhiệm vụ", "Lưu", shown)


def end(request: HttpRequest, duty_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = duty_for(user, duty_id)
    require(user, MANAGE, shown.unit)
    form = EndDutyForm(request.POST or None, initial={"seen": state_of(shown, ENDS)})
    if form.is_valid():
        ended = answered(form, lambda: end_duty(duty_id=shown.pk, by=user, **form.cleaned_data))
        if ended:
            return redirect("duties:duty", shown.pk)
        form.has_seen(state_of(duty_for(user, duty_id), ENDS))
    return _form(request, shown.unit, form, "Kết thúc nhiệm vụ", "Kết thúc", shown)


def _page(request: HttpRequest, user: User, shown: Duty, *, parts_form: PartsForm | None = None) -> HttpResponse:
    managed = may(user, MANAGE, shown.unit)
    form = parts_form or _parts_form(user, shown, None)
    today = clock.today()
    shares = sorted(
        shown.shares.select_related("unit").order_by("unit__rank", "unit__sort_key"),
        key=lambda share: (_ORDER.index(share.part), -share.starts_on.toordinal()),
    )
    context = {
        "duty": shown,
        "organ": shown.unit,
        "form": form,
        "may_manage": managed,
        "is_over": shown.ends_on is not None and shown.ends_on < today,
        "now": [share for share in shares if share.holds_on(today)],
        "later": [share for share in shares if share.starts_on > today],
        "before": [share for share in shares if share.ends_on is not None and share.ends_on < today],
        "history": history_of(shown) if may(user, "audit.view", shown.unit) else None,
    }
    return render(request, "duties/duty.html", context, status=status_of(form))


def _parts_form(user: User, shown: Duty, request: HttpRequest | None) -> PartsForm:
    day = max(clock.today(), shown.starts_on)
    now = dict(shown.shares.in_force(day).values_list("unit", "part"))
    first = {"on": day, "seen": mark_of(shown)}
    units = columns_on(shown.unit, day)
    form = PartsForm(request.POST if request else None, units=units, parts=now, initial=first)
    offer(form, "more", Unit.objects.visible_to(user, "units.view").existing(day))
    return form


def _form(
    request: HttpRequest, organ: Unit, form: forms.Form, title: str, verb: str, shown: Duty | None = None
) -> HttpResponse:
    context = {"organ": organ, "form": form, "title": title, "verb": verb, "duty": shown}
    return render(request, "duties/form.html", context, status=status_of(form))
