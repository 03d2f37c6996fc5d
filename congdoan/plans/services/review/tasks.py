"""Changes of the words and facts of one task."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.finding import find
from congdoan.core.text import fold, normalise
from congdoan.plans.models import Plan, Recurrence, Section, Task
from congdoan.plans.queries.local.given import given_tasks
from congdoan.plans.services.local.limits import check_day
from congdoan.plans.services.local.roll_up import check_roll_up
from congdoan.plans.services.review.editing import editing, task_of
from congdoan.plans.services.review.order import number_again, place_after
from congdoan.plans.services.sequence import check_after

MAX_TEXT = 20_000


class TaskFacts(TypedDict, total=False):
    """What a reviewer may set; what is absent stays as it is."""

    title: str
    text: str
    section_id: int | None
    due: date | None
    recurrence: str
    product: str
    competence: str
    carries_out_id: int | None
    after_id: int | None
    roll_up: str
    roll_up_least: int | None


_NAMED = {
    "title": "tên việc",
    "text": "nội dung",
    "section_id": "mục",
    "due": "hạn",
    "recurrence": "hạn",
    "product": "sản phẩm",
    "competence": "thẩm quyền",
    "carries_out_id": "nhiệm vụ cấp trên",
    "after_id": "việc phải xong trước",
    "roll_up": "cách tổng hợp",
    "roll_up_least": "cách tổng hợp",
}


@transaction.atomic
def edit_task(*, plan_id: int, task_id: int, by: User, revision: int, facts: TaskFacts) -> Task:
    """Change facts of a task. `revision` is the one that the reviewer saw.

    Raises Conflict when the task changed since, Invalid when a fact cannot be.
    """
    with editing(plan_id, by=by, summary="Sửa nhiệm vụ") as edit:
        task = task_of(edit.plan, task_id, revision=revision)
        values = checked(edit.plan, facts)
        edit.summary = f"Sửa {', '.join(dict.fromkeys(_NAMED[name] for name in facts))} của việc {task.number}"
        if values.get("section_id", task.section_id) != task.section_id:
            values["order"] = _end_of_section(edit.plan, values["section_id"])
        if "due" in values or "recurrence" in values:
            values["due_from_plan"] = False
        _check_superior(edit.plan, task, values)
        check_after(edit.plan, task, values.get("after_id"))
        write(task, **values)
        number_again(edit.plan)
    return task


def _check_superior(plan: Plan, task: Task, values: Mapping[str, Any]) -> None:
    """What is carried out was given to the plan's unit, and the day is not later than the superior's."""
    chosen: int | None = values.get("carries_out_id", task.carries_out_id)
    if chosen is None or not {"carries_out_id", "due", "recurrence"} & values.keys():
        return
    superior = Task.objects.select_related("plan").get(pk=chosen) if chosen == task.carries_out_id else None
    superior = superior or find(given_tasks(plan.unit), chosen)
    if superior is None:
        raise Invalid("Nhiệm vụ này không giao cho đơn vị, hoặc không còn. Chọn lại.", field="carries_out_id")
    check_day(values.get("due", task.due), superior, recurs=bool(values.get("recurrence", task.recurrence)))


def write(task: Task, **values: Any) -> None:
    """Set values and save, with the next revision and the words for search."""
    for name, value in values.items():
        setattr(task, name, value)
    task.revision += 1
    task.folded = fold(f"{task.title} {task.text}")
    task.save()


def checked(plan: Plan, facts: TaskFacts) -> dict[str, Any]:
    """The facts as they are stored. Raises Invalid naming the field."""
    values: dict[str, Any] = dict(facts)
    for name in ("title", "text", "product", "competence"):
        if name in values:
            values[name] = normalise(values[name])[:MAX_TEXT]
    for name in ("title", "text"):
        if name in values and not values[name]:
            raise Invalid("Nhiệm vụ phải có lời. Nhập lại, hoặc xóa nhiệm vụ này.", field=name)
    for name, most in (("title", 300), ("product", 300), ("competence", 200)):
        if len(values.get(name, "")) > most:
            raise Invalid(f"Dài quá {most} chữ. Viết gọn lại.", field=name)
    if values.get("recurrence") and values["recurrence"] not in Recurrence.values:
        raise Invalid("Chọn một cách lặp lại trong danh sách.", field="recurrence")
    check_roll_up(values)
    if values.get("section_id") and not Section.objects.filter(plan=plan, pk=values["section_id"]).exists():
        raise Invalid("Mục này không còn trong văn bản. Chọn mục khác.", field="section_id")
    return values


def _end_of_section(plan: Plan, section_id: int | None) -> int:
    """After the last task of the section, or of the nearest section before it that has tasks."""
    if section_id is None:
        return place_after(plan, None)
    section = Section.objects.get(pk=section_id)
    before = Task.objects.filter(plan=plan, section__order__lte=section.order).order_by("-order").first()
    return place_after(plan, before.order if before else 0)
