"""The sections of a form that is being made: added, named, moved, taken away."""

from typing import Literal, TypeVar

from django.db import transaction
from django.db.models import Max

from congdoan.accounts.models import User
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Conflict
from congdoan.core.text import normalise
from congdoan.reporting.models import FormItem, FormSection
from congdoan.reporting.services.lookup import editable_form, section_of

Way = Literal["up", "down"]
M = TypeVar("M", FormSection, FormItem)


@transaction.atomic
def add_section(*, form_id: int, by: User, title: str) -> FormSection:
    form = editable_form(form_id, by)
    last = form.sections.aggregate(last=Max("order"))["last"] or 0
    return FormSection.objects.create(form=form, title=normalise(title), order=last + 1)


@transaction.atomic
def name_section(*, form_id: int, section_id: int, by: User, title: str, seen: str = "") -> FormSection:
    section = section_of(editable_form(form_id, by), section_id)
    require_unchanged(section, seen, ("title",), "tên phần")
    section.title = normalise(title)
    section.save(update_fields=["title"])
    return section


@transaction.atomic
def remove_section(*, form_id: int, section_id: int, by: User) -> None:
    """Raises Conflict while it still has items."""
    section = section_of(editable_form(form_id, by), section_id)
    if count := section.items.count():
        raise Conflict(f"Phần “{section}” còn {count} nội dung. Xóa hoặc chuyển các nội dung trước.")
    section.delete()


@transaction.atomic
def move_section(*, form_id: int, section_id: int, by: User, way: Way) -> None:
    form = editable_form(form_id, by)
    swap(list(form.sections.all()), section_of(form, section_id), way)


def swap(found: list[M], one: M, way: Way) -> None:
    """Change places with the one before or after; at the end of the list nothing happens. Numbers are given anew."""
    keys = [row.pk for row in found]
    place = keys.index(one.pk)
    other = place - 1 if way == "up" else place + 1
    if not 0 <= other < len(keys):
        return
    found[place], found[other] = found[other], found[place]
    for number, row in enumerate(found, start=1):
        row.order = number
    type(one)._default_manager.bulk_update(found, ["order"])
