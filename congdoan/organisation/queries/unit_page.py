"""What the page of a unit shows on a day."""

from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.dates import DateProblem, parse_date
from congdoan.organisation.kinds import BOTTOM
from congdoan.organisation.models import Post, Reorganisation, Unit, UnitVersion
from congdoan.organisation.queries.tree import in_force, version_on
from congdoan.organisation.rights import may
from congdoan.organisation.roles import Role


def unit_on(user: User, unit_id: int, day: date) -> tuple[Unit, UnitVersion]:
    """The unit with what it was on the day. Raises NotFound when out of sight or not existing then."""
    version = version_on(unit_id, day)
    unit = version.unit if version else find(Unit.objects, unit_id)
    if unit is None or not may(user, "units.view", unit):
        raise NotFound("Không tìm thấy đơn vị này.")
    if version is None:
        raise NotFound(f"{unit} không hoạt động vào ngày {day:%d/%m/%Y}. Chọn ngày khác.")
    return unit, version


def officers(unit: Unit, day: date, *, former: bool = False) -> QuerySet[Post]:
    """Posts at the unit in force on the day, or with those that ended before it; most important first."""
    posts = Post.objects.filter(unit=unit, starts_on__lte=day) if former else Post.objects.filter(unit=unit).held(day)
    return posts.select_related("user", "delegated_from__user").order_by("rank", "starts_on", "pk")


def children(unit: Unit, day: date) -> QuerySet[UnitVersion]:
    """What stands directly under the unit on the day, each with its head and the number of units under it."""
    heads = Post.objects.held(day).filter(
        unit=OuterRef("unit"),
        role__in=[Role.UNIT_LEADER, Role.GRASSROOTS_OFFICER, Role.DEPARTMENT_HEAD, Role.INSPECTOR],
    )
    below = (
        UnitVersion.objects.filter(in_force(day), parent=OuterRef("unit"))
        .order_by()
        .values("parent")
        .annotate(n=Count("pk"))
    )
    return (
        UnitVersion.objects.filter(in_force(day), parent=unit)
        .select_related("unit")
        .annotate(
            head=Subquery(heads.order_by("rank", "starts_on", "pk").values("user__full_name")[:1]),
            below=Subquery(below.values("n")),
        )
        .order_by("unit__rank", "unit__sort_key")
    )


def own_figures(unit: Unit, day: date) -> list[tuple[str, int]]:
    """How many grassroots bodies are under the unit and how many people hold posts there, in one query."""
    bodies = UnitVersion.objects.filter(in_force(day), path__startswith=unit.path, kind__in=BOTTOM).exclude(unit=unit)
    holders = Post.objects.held(day).filter(unit__path__startswith=unit.path).order_by()
    counted = Unit.objects.filter(pk=unit.pk).values_list(
        Subquery(bodies.order_by().values(one=Value(1)).annotate(n=Count("pk")).values("n")),
        Subquery(holders.values(one=Value(1)).annotate(n=Count("user", distinct=True)).values("n")),
    )
    bottom, people = counted.get()
    figures = (("CĐCS, nghiệp đoàn", bottom), ("Cán bộ có chức vụ", people))
    return [(label, figure) for label, figure in figures if figure]


def timeline(unit: Unit, limit: int) -> list[Reorganisation]:
    """What was done to the unit and directly under it, newest first."""
    concerned = Q(unit=unit) | Q(unit__parent=unit) | Q(details__contains={"from": unit.pk})
    concerned |= Q(details__contains={"successors": [unit.pk]})
    return list(Reorganisation.objects.filter(concerned)[:limit])


def day_asked(text: str) -> date:
    """The day in the address (dd/mm/yyyy), today without one."""
    if not text:
        return clock.today()
    try:
        return parse_date(text)
    except DateProblem:
        return clock.today()
