"""Sắp xếp tổ chức: a form, then what it would do in numbers, then it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation import consequences
from congdoan.organisation.consequences import Consequence
from congdoan.organisation.forms import ContactsForm, DecisionForm, EndForm, EstablishForm, MoveForm, RenameForm
from congdoan.organisation.forms_successors import MergeForm, SplitForm
from congdoan.organisation.models import Unit
from congdoan.organisation.queries.unit_page import unit_on
from congdoan.organisation.rights import require
from congdoan.organisation.services.as_seen import as_seen, latest_of
from congdoan.organisation.services.contacts import CONTACTS, edit_contacts
from congdoan.organisation.services.end import end_unit
from congdoan.organisation.services.establish import establish_unit
from congdoan.organisation.services.merge import merge_unit
from congdoan.organisation.services.move import move_unit
from congdoan.organisation.services.rename import rename_unit
from congdoan.organisation.services.split import split_unit
from congdoan.organisation.views.giving import Posted, choices_from, groups_of, shares_from

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """`act` returns the id of the unit to look at afterwards."""

    title: str
    verb: str
    form: type[DecisionForm]
    preview: Callable[[Unit, Data], list[Consequence]]
    act: Callable[[User, Unit, Data], int]


def _establish(by: User, unit: Unit, data: Data) -> int:
    return establish_unit(by=by, parent=unit, **data).pk


def _rename(by: User, unit: Unit, data: Data) -> int:
    return rename_unit(by=by, unit_id=unit.pk, **data).unit_id


def _move(by: User, unit: Unit, data: Data) -> int:
    parent: Unit = data.pop("parent")
    return move_unit(by=by, unit_id=unit.pk, parent_id=parent.pk, **data).unit_id


def _merge(by: User, unit: Unit, data: Data) -> int:
    into: Unit = data.pop("into")
    merge_unit(by=by, unit_id=unit.pk, into_id=into.pk, **data)
    return into.pk


def _split(by: User, unit: Unit, data: Data) -> int:
    successors = [one.pk for one in data.pop("successors")]
    split_unit(by=by, unit_id=unit.pk, successor_ids=successors, **data)
    return unit.pk if data["goes_on"] else successors[0]


def _end(by: User, unit: Unit, data: Data) -> int:
    end_unit(by=by, unit_id=unit.pk, **data)
    return unit.parent_id or unit.pk


COMMANDS: Final[dict[str, Command]] = {
    "thanh-lap": Command(
        "Thành lập đơn vị trực thuộc",
        "Thành lập",
        EstablishForm,
        lambda unit, d: consequences.of_establishing(
            unit, kind=d["kind"], short_name=d["short_name"], effective_on=d["effective_on"]
        ),
        _establish,
    ),
    "doi-ten": Command(
        "Đổi tên",
        "Đổi tên",
        RenameForm,
        lambda unit, d: consequences.of_renaming(unit, short_name=d["short_name"], effective_on=d["effective_on"]),
        _rename,
    ),
    "chuyen": Command(
        "Chuyển về đơn vị khác",
        "Chuyển",
        MoveForm,
        lambda unit, d: consequences.of_moving(unit, parent=d["parent"], effective_on=d["effective_on"]),
        _move,
    ),
    "sap-nhap": Command(
        "Sáp nhập vào đơn vị khác",
        "Sáp nhập",
        MergeForm,
        lambda unit, d: consequences.of_merging(unit, into=d["into"], effective_on=d["effective_on"]),
        _merge,
    ),
    "chia-tach": Command(
        "Chia, tách đơn vị",
        "Chia, tách",
        SplitForm,
        lambda unit, d: consequences.of_splitting(
            unit, successors=d["successors"], goes_on=d["goes_on"], effective_on=d["effective_on"]
        ),
        _split,
    ),
    "ket-thuc": Command(
        "Kết thúc hoạt động",
        "Kết thúc hoạt động",
        EndForm,
        lambda unit, d: consequences.of_ending(unit, effective_on=d["effective_on"]),
        _end,
    ),
}


def reorganise(request: HttpRequest, unit_id: int, command: str) -> HttpResponse:
    asked = COMMANDS.get(command)
    if asked is None:
        raise NotFound("Không có cách sắp xếp này.")
    user = signed_in(request)
    unit, _ = unit_on(user, unit_id, clock.today())
    require(user, "units.manage", unit)
    form = asked.form(request.POST or None, unit=unit, initial={"seen": latest_of(unit)})
    for name in {"parent", "into", "first", "second", "third"} & set(form.fields):
        offer(form, name, Unit.objects.visible_to(user, "units.manage"))
    context: dict[str, Any] = {"unit": unit, "command": asked, "form": form}
    if request.method == "POST" and form.is_valid():
        shown = _asked(request, asked, form, unit, context)
        if shown is not None:
            messages.success(request, f"Đã ghi: {asked.title.lower()}, {unit}.")
            return redirect("organisation:unit", shown)
        form.has_seen(latest_of(unit))
    return render(request, "organisation/reorganise.html", context, status=status_of(form))


def _asked(request: HttpRequest, asked: Command, form: DecisionForm, unit: Unit, context: dict[str, Any]) -> int | None:
    """Does it when it is confirmed, and gives the unit to look at then; else only says what it would do."""
    user, data = signed_in(request), dict(form.cleaned_data)
    seen = whole_number(data.pop("seen"))
    if isinstance(form, SplitForm):
        given = answered(form, lambda: _what_is_given(form, unit, request.POST, context))
        if given is None:
            return None
        data = given
    if "confirmed" in request.POST:
        return answered(form, lambda: as_seen(unit, seen, lambda: asked.act(user, unit, data)))
    context["consequences"] = answered(form, lambda: as_seen(unit, seen, lambda: asked.preview(unit, data)))
    return None


def _what_is_given(form: SplitForm, unit: Unit, posted: Posted, context: dict[str, Any]) -> Data:
    """What the table of records says, which the page shows with the consequences."""
    day, takers = form.cleaned_data["effective_on"], form.successors
    if form.goes_on:
        takers = [unit, *takers]
    records = consequences.to_give(unit, day)
    context |= {"groups": groups_of(records, takers, posted), "takers": takers, "record_count": len(records)}
    return {
        "successors": form.successors,
        "goes_on": form.goes_on,
        "choices": choices_from(records, takers, posted),
        "shares": shares_from(records, takers, posted),
        "effective_on": day,
        "decision": form.cleaned_data["decision"],
    }


def contacts(request: HttpRequest, unit_id: int) -> HttpResponse:
    user = signed_in(request)
    unit, _ = unit_on(user, unit_id, clock.today())
    require(user, "units.manage", unit)
    form = ContactsForm(request.POST or None, instance=unit, initial={"seen": state_of(unit, CONTACTS)})
    if request.method == "POST" and form.is_valid():
        if answered(form, lambda: edit_contacts(by=user, unit_id=unit_id, **form.cleaned_data)):
            messages.success(request, "Đã lưu thông tin liên hệ.")
            return redirect("organisation:unit", unit_id)
        form.has_seen(state_of(Unit.objects.get(pk=unit_id), CONTACTS))
    return render(request, "organisation/contacts.html", {"unit": unit, "form": form}, status=status_of(form))
