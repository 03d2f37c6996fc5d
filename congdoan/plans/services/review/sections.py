"""Changes of a draft's headings: added, renamed, moved, removed."""

from django.db import transaction
from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.plans.models import Plan, Section, Task
from congdoan.plans.numbering import printed_number
from congdoan.plans.services.review.editing import editing, told
from congdoan.plans.services.review.order import STEP, number_again
from congdoan.plans.titles import section_title


@transaction.atomic
def add_section(*, plan_id: int, by: User, number: str, title: str) -> Section:
    """Add a heading; it stands where its number puts it among the others ("II.3" after II and II.2)."""
    with editing(plan_id, by=by, summary="Thêm mục") as edit:
        number, title = _checked(edit.plan, number, title)
        section = Section(plan=edit.plan, order=0)
        _write(section, number, title)
        edit.summary = f"Thêm mục {number}"
        _arrange(edit.plan)
    section.refresh_from_db()
    return section


@transaction.atomic
def edit_section(*, plan_id: int, section_id: int, by: User, number: str, title: str, seen: tuple[str, str]) -> Section:
    """Renumber or rename a heading. `seen` is the number and title that the reviewer saw."""
    with editing(plan_id, by=by, summary="Sửa mục") as edit:
        section = _section(edit.plan, section_id)
        if (section.number, section.title) != seen:
            raise Conflict(f"{told(edit.plan, 'section', section_id)} Xem bản mới rồi sửa lại.")
        number, title = _checked(edit.plan, number, title, but=section_id)
        _write(section, number, title)
        edit.summary = f"Sửa mục {number}"
        _arrange(edit.plan)
    section.refresh_from_db()
    return section


@transaction.atomic
def move_section(*, plan_id: int, section_id: int, by: User, up: bool) -> Section:
    """Exchange a heading and its number with the one before or after it on the same level; tasks go with it."""
    with editing(plan_id, by=by, summary="Chuyển mục") as edit:
        section = _section(edit.plan, section_id)
        level = [s for s in Section.objects.filter(plan=edit.plan) if _parent(s.number) == _parent(section.number)]
        place = level.index(section) + (-1 if up else 1)
        if not 0 <= place < len(level):
            raise Invalid("Mục này đã ở đầu hoặc cuối cấp của nó.")
        other = level[place]
        edit.summary = f"Chuyển mục {section.number} thành {other.number}"
        _exchange(edit.plan, section.number, other.number)
        _arrange(edit.plan)
    section.refresh_from_db()
    return section


@transaction.atomic
def remove_section(*, plan_id: int, section_id: int, by: User) -> None:
    """Take out a heading that has no tasks."""
    with editing(plan_id, by=by, summary="Xóa mục") as edit:
        section = _section(edit.plan, section_id)
        if section.tasks.exists():
            raise Invalid(f"Mục {section.number} còn nhiệm vụ. Chuyển các việc sang mục khác rồi xóa.")
        edit.summary = f"Xóa mục {section.number}"
        section.delete()


def _section(plan: Plan, section_id: int) -> Section:
    section = find(Section.objects.filter(plan=plan), section_id)
    if section is None:
        raise Conflict(f"Mục này không còn. {told(plan, 'section', section_id)}")
    return section


def _checked(plan: Plan, number: str, title: str, but: int | None = None) -> tuple[str, str]:
    number, title = normalise(number).strip(" .)"), normalise(title)
    if not title:
        raise Invalid("Nhập tên mục.", field="title")
    if not number or len(number) > 40:
        raise Invalid("Nhập số mục, ví dụ II.1.", field="number")
    if Section.objects.filter(~Q(pk=but), plan=plan, number=number).exists():
        raise Invalid(f"Đã có mục {number}. Dùng số khác.", field="number")
    return number, title


def _write(section: Section, number: str, title: str) -> None:
    section.number, section.title = number, title
    section.printed, section.depth = printed_number(number), number.count(".")
    section.short_title = section_title(title)
    section.save()


def _parent(number: str) -> str:
    return number.rpartition(".")[0]


def _exchange(plan: Plan, one: str, other: str) -> None:
    """Swap two numbers and those of everything under them."""
    for section in Section.objects.filter(plan=plan):
        for old, new in ((one, other), (other, one)):
            if section.number == old or section.number.startswith(f"{old}."):
                _write(section, new + section.number[len(old) :], section.title)
                break


def _arrange(plan: Plan) -> None:
    """Sections by their numbers, tasks by their sections, keeping the order inside each."""
    sections = sorted(Section.objects.filter(plan=plan), key=lambda s: [_rank(part) for part in s.number.split(".")])
    for place, section in enumerate(sections, start=1):
        section.order = place * STEP
    Section.objects.bulk_update(sections, ["order"])
    places = {section.pk: section.order for section in sections}
    tasks = sorted(Task.objects.filter(plan=plan), key=lambda t: (places.get(t.section_id or 0, 0), t.order, t.pk))
    for place, task in enumerate(tasks, start=1):
        task.order = place * STEP
    Task.objects.bulk_update(tasks, ["order"])
    number_again(plan)


def _rank(part: str) -> tuple[int, int, str]:
    """Roman headings, then figures, then letters, each in its own order."""
    if part and set(part) <= set("IVXLC"):
        return (0, _roman(part), "")
    return (1, int(part), "") if part.isdecimal() else (2, 0, part)


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
