from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.models import Unit, UnitKind
from congdoan.plans.forms_targets import SplitForm
from congdoan.plans.models import MeasuredTarget, TargetPart
from congdoan.plans.queries.targets.seen import seen_parts
from congdoan.plans.services.targets.rights import require_split
from congdoan.plans.services.targets.split import Share, split_part, units_for
from congdoan.plans.services.targets.split_methods import Method, by_weights, evenly
from congdoan.plans.services.targets.split_sheet import shares_from_sheet
from congdoan.plans.views.targets import cells

MOST_LINES = 200


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, part_id: int) -> HttpResponse:
    """Split what a unit must reach among units below it."""
    user = signed_in(request)
    part = find(seen_parts(user), part_id)
    if part is None:
        raise NotFound("Không có phần chỉ tiêu này trong phạm vi được xem.")
    require_split(user, part)
    form = _form(request, part)
    if form.is_valid():
        data = form.cleaned_data
        asked = {"sure": data["sure"], "seen": whole_number(data["seen"])}
        new = answered(form, lambda: split_part(part_id=part.pk, by=user, shares=_shares(part, form), **asked))
        if new is not None:
            messages.success(request, f"Đã chia chỉ tiêu cho {part.parts.count()} đơn vị.")
            return redirect(f"{reverse('plans:measured-target', args=[part.target_id])}?phan={part.pk}")
        form.has_seen(MeasuredTarget.objects.values_list("revision", flat=True).get(pk=part.target_id))
    back = f"{reverse('plans:measured-target', args=[part.target_id])}?phan={part.pk}"
    context = {
        "form": form,
        "part": part,
        "target": part.target,
        "level": cells.with_unit(part.value, part.target),
        "back": back,
        "phone_back_url": back,
        "phone_back_label": "Chỉ tiêu",
    }
    return render(request, "plans/targets/split.html", context, status=status_of(form))


def _form(request: HttpRequest, part: TargetPart) -> SplitForm:
    parts = list(part.parts.select_related("unit"))
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    initial = {"seen": part.target.revision, "method": Method.HAND if parts else Method.EVENLY}
    return SplitForm(*posted, units=_units(part), parts=parts, kinds=_kinds(part), initial=initial)


def _units(part: TargetPart) -> list[Unit]:
    """A line for each unit directly below, while there are few enough to look through."""
    found = list(units_for(part).filter(parent=part.unit)[: MOST_LINES + 1])
    return found if len(found) <= MOST_LINES else []


def _kinds(part: TargetPart) -> list[tuple[str, str]]:
    found = set(units_for(part).order_by().values_list("kind", flat=True).distinct())
    return [(kind.value, f"Tất cả {kind.label}") for kind in UnitKind if kind in found]


def _shares(part: TargetPart, form: SplitForm) -> Sequence[Share]:
    """Raises Invalid at the field that is missing or wrong."""
    data, chosen = form.cleaned_data, form.chosen
    if data["method"] == Method.SHEET:
        if not data["file"]:
            raise Invalid("Chọn tệp Excel có các cột Đơn vị, Mức giao.", field="file")
        return shares_from_sheet(data["file"].read(), part)
    if data["method"] == Method.EVENLY:
        of_kinds = units_for(part).filter(kind__in=data["kinds"]).values_list("pk", flat=True)
        return evenly(part, list(dict.fromkeys([*chosen, *of_kinds])))
    if data["kinds"]:
        raise Invalid("Chia cho cả cấp chỉ dùng khi chia đều hoặc từ tệp Excel.", field="kinds")
    if data["method"] == Method.WEIGHTS:
        return by_weights(part, {pk: data[f"w-{pk}"] or Decimal(0) for pk in chosen})
    return [_by_hand(pk, data) for pk in chosen]


def _by_hand(unit_id: int, data: dict[str, Any]) -> Share:
    value, weight = data[f"v-{unit_id}"], data[f"w-{unit_id}"]
    if value is None:
        raise Invalid("Nhập mức giao, hoặc bỏ chọn đơn vị.", field=f"v-{unit_id}")
    return Share(unit_id, value, Decimal(1) if weight is None else weight)
