"""Changes of which tasks there are: merged, split, added, removed."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.plans.models import Doubt, Plan, Section, Target, Task, TaskParty
from congdoan.plans.services.review.editing import editing, task_of, told
from congdoan.plans.services.review.order import number_again, place_after
from congdoan.plans.services.review.tasks import MAX_TEXT, write
from congdoan.plans.services.sequence import join
from congdoan.plans.titles import short_title


@transaction.atomic
def merge_tasks(*, plan_id: int, task_id: int, by: User, revision: int) -> Task:
    """Put a task's words after those of the task before it, which stays; parties and targets go with them."""
    with editing(plan_id, by=by, summary="Gộp hai nhiệm vụ") as edit:
        task = task_of(edit.plan, task_id, revision=revision)
        kept = Task.objects.filter(plan=edit.plan, order__lt=task.order).order_by("-order").first()
        if kept is None:
            raise Invalid("Đây là nhiệm vụ đầu tiên, không có việc trên để gộp vào.")
        if kept.carries_out_id and task.carries_out_id and kept.carries_out_id != task.carries_out_id:
            raise Invalid("Hai việc này thực hiện hai nhiệm vụ khác nhau của cấp trên, không gộp được.")
        edit.summary = f"Gộp việc {task.number} vào việc {kept.number}"
        _take_over(kept, task)
        text = f"{kept.text} {task.text}"[:MAX_TEXT]
        ends = [end for end in (kept.end, task.end) if end is not None]
        superior, first = kept.carries_out_id or task.carries_out_id, join(kept, task)
        values = {"product": kept.product or task.product, "carries_out_id": superior, "after_id": first}
        write(kept, text=text, end=max(ends) if ends else None, **values)
        task.delete()
        number_again(edit.plan)
    return kept


def _take_over(kept: Task, task: Task) -> None:
    known = set(kept.parties.values_list("role", "unit_id", "audience"))
    for party in task.parties.all():
        if (party.role, party.unit_id, party.audience) not in known:
            TaskParty.objects.filter(pk=party.pk).update(task=kept, role=party.role)
    Target.objects.filter(task=task).update(task=kept)
    Doubt.objects.filter(task=task).update(task=kept)


@transaction.atomic
def split_task(*, plan_id: int, task_id: int, by: User, revision: int, at: int) -> tuple[Task, Task]:
    """Cut a task's words before character `at`: the rest becomes a task of its own with the same parties and day."""
    with editing(plan_id, by=by, summary="Tách nhiệm vụ") as edit:
        task = task_of(edit.plan, task_id, revision=revision)
        first, second = normalise(task.text[:at]), normalise(task.text[at:])
        if not first or not second:
            raise Invalid("Đặt con trỏ ở giữa nội dung, nơi bắt đầu của việc thứ hai, rồi tách.")
        edit.summary = f"Tách việc {task.number} làm hai"
        parties = list(task.parties.all())
        middle = _place_in_paper(task, at)
        rest = _copy_of(task, second, start=middle, order=place_after(edit.plan, task.order))
        TaskParty.objects.bulk_create(_copies(parties, rest))
        write(task, text=first, title=short_title(first), end=middle if middle is not None else task.end)
        number_again(edit.plan)
    rest.refresh_from_db()
    return task, rest


def _place_in_paper(task: Task, at: int) -> int | None:
    """Where the cut is in the paper, when the task's words are still those of its passage."""
    if task.start is None or task.end is None:
        return None
    same_length = abs((task.end - task.start) - len(task.text)) <= 2
    return min(task.start + at, task.end) if same_length else task.start


def _copy_of(task: Task, text: str, *, start: int | None, order: int) -> Task:
    rest = Task(
        plan_id=task.plan_id,
        section_id=task.section_id,
        order=order,
        due_text=task.due_text,
        due=task.due,
        due_from_plan=task.due_from_plan,
        recurrence=task.recurrence,
        competence=task.competence,
        start=start,
        end=task.end,
        page=task.page,
        carries_out_id=task.carries_out_id,
        after_id=task.after_id,
        roll_up=task.roll_up,
        roll_up_least=task.roll_up_least,
        revision=0,
    )
    write(rest, text=text, title=short_title(text))
    return rest


def _copies(parties: list[TaskParty], task: Task) -> list[TaskParty]:
    fields = ("role", "unit_id", "audience", "printed", "match", "start", "end", "order")
    return [TaskParty(task=task, **{name: getattr(party, name) for name in fields}) for party in parties]


@transaction.atomic
def add_task(*, plan_id: int, by: User, text: str, section_id: int | None = None) -> Task:
    """Add a task written by the reviewer, at the end of its section."""
    words = normalise(text)[:MAX_TEXT]
    if not words:
        raise Invalid("Nhập nội dung nhiệm vụ.", field="text")
    with editing(plan_id, by=by, summary="Thêm nhiệm vụ") as edit:
        section = _section(edit.plan, section_id)
        before = _last_of(edit.plan, section)
        task = _new_task(edit.plan, words, section=section, order=place_after(edit.plan, before))
        number_again(edit.plan)
    task.refresh_from_db()
    return task


@transaction.atomic
def add_task_from_text(*, plan_id: int, by: User, start: int, end: int) -> Task:
    """Make a passage of the paper (characters `start` to `end` of its text) a task, where it stands in the paper."""
    with editing(plan_id, by=by, summary="Thêm nhiệm vụ từ văn bản") as edit:
        paper = edit.plan.reading.text if edit.plan.reading else ""
        words = normalise(paper[max(start, 0) : end])[:MAX_TEXT]
        if not words:
            raise Invalid("Bôi đen một đoạn của văn bản rồi thêm.")
        section = Section.objects.filter(plan=edit.plan, start__lte=start).order_by("-order").first()
        before = Task.objects.filter(plan=edit.plan, start__lt=start).order_by("-order").first()
        task = _new_task(edit.plan, words, section=section, order=place_after(edit.plan, before.order if before else 0))
        page = edit.plan.reading.pages.filter(start__lte=start, end__gt=start).first() if edit.plan.reading else None
        write(task, start=start, end=end, page=page.number if page else None)
        number_again(edit.plan)
    task.refresh_from_db()
    return task


@transaction.atomic
def remove_task(*, plan_id: int, task_id: int, by: User, revision: int) -> None:
    """Take a task out of the draft; undoing brings it back."""
    with editing(plan_id, by=by, summary="Xóa nhiệm vụ") as edit:
        task = task_of(edit.plan, task_id, revision=revision)
        edit.summary = f"Xóa việc {task.number}"
        Doubt.objects.filter(task=task).delete()
        task.delete()
        number_again(edit.plan)


def _new_task(plan: Plan, words: str, *, section: Section | None, order: int) -> Task:
    task = Task(plan=plan, section=section, order=order, revision=0)
    task.due, task.due_from_plan = plan.until, plan.until is not None
    write(task, text=words, title=short_title(words))
    return task


def _section(plan: Plan, section_id: int | None) -> Section | None:
    if section_id is None:
        return None
    section = find(Section.objects.filter(plan=plan), section_id)
    if section is None:
        raise Conflict(f"Mục này không còn. {told(plan, 'section', section_id)}")
    return section


def _last_of(plan: Plan, section: Section | None) -> int | None:
    if section is None:
        return None
    last = Task.objects.filter(plan=plan, section__order__lte=section.order).order_by("-order").first()
    return last.order if last else 0
