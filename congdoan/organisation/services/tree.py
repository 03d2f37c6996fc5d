"""What every change of the tree does: one at a time, on a day that history allows, with versions of what it was."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection

from congdoan.core import clock
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.organisation.followers import followers
from congdoan.organisation.models import Reorganisation, Unit, UnitVersion
from congdoan.organisation.models.unit import UnitQuerySet
from congdoan.organisation.services.authority import Actor

_TREE_LOCK = 4_201_959


def lock_tree() -> None:
    """Wait until no other change of the tree is under way; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_TREE_LOCK])


def unit_to_change(unit_id: int, on: date) -> Unit:
    """The unit, locked; raises Invalid unless it exists on the day."""
    unit = find(Unit.objects.select_for_update(), unit_id)
    if unit is None:
        raise NotFound("Không tìm thấy đơn vị.")
    if not unit.exists_on(on):
        raise Invalid(f"{unit} không hoạt động vào ngày {on:%d/%m/%Y}. Chọn ngày khác.", field="effective_on")
    return unit


def check_day(on: date) -> None:
    """A reorganisation takes effect today or on a past day, so that the tree of today is always the true one."""
    if on > clock.today():
        raise Invalid(
            f"Ngày {on:%d/%m/%Y} chưa đến. Nhập vào đúng ngày quyết định có hiệu lực, hoặc chọn ngày đã qua.",
            field="effective_on",
        )


def check_nothing_later(units: UnitQuerySet, on: date) -> None:
    """Raises Invalid when one of the units was changed after the day: history is written in its order."""
    later = UnitVersion.objects.filter(unit__in=units, valid_from__gt=on).order_by("-valid_from").first()
    if later:
        raise Invalid(
            f"{later.short_name} đã có thay đổi từ ngày {later.valid_from:%d/%m/%Y}. Chọn ngày đó hoặc sau đó.",
            field="effective_on",
        )


def check_stood_there(unit: Unit, on: date) -> None:
    """Raises Invalid when the unit stood elsewhere in the tree on the day."""
    version = UnitVersion.objects.filter(unit=unit, valid_from__lte=on).order_by("-valid_from").first()
    if version is None or version.path != unit.path:
        raise Invalid(
            f"Sau ngày {on:%d/%m/%Y} {unit} đã chuyển chỗ. Chọn ngày sau lần chuyển đó.", field="effective_on"
        )


def check_name_is_free(short_name: str, parent: Unit | None, *, but: Unit | None = None) -> None:
    """Two units under the same one never have the same short name."""
    same = Unit.objects.existing(clock.today()).filter(parent=parent, short_name__iexact=short_name)
    if there := (same.exclude(pk=but.pk) if but else same).first():
        where = f" trong {parent}" if parent else ""
        raise Invalid(f"Đã có {short_name}{where}{_made_by(there)}. Nhập tên gọn khác.", field="short_name")


def _made_by(unit: Unit) -> str:
    made = unit.reorganisations.filter(kind=Reorganisation.Kind.ESTABLISH).exclude(made_by=None).first()
    return f", {made.made_by} ghi thành lập lúc {clock.in_words(made.made_at)}" if made else ""


def record(
    *, kind: str, unit: Unit, on: date, decision: str, summary: str, by: Actor, details: Mapping[str, Any]
) -> Reorganisation:
    """The one row that says what was done, where to and by which decision."""
    return Reorganisation.objects.create(
        kind=kind,
        unit=unit,
        effective_on=on,
        decision=decision,
        summary=summary[:400],
        details=dict(details),
        made_by=by,
    )


def let_follow(reorganisation: Reorganisation) -> None:
    """Every package's records follow, in the same transaction."""
    for follower in followers:
        follower.follow(reorganisation)


_COLUMNS = "name, short_name, kind, parent_link, path, parent_id"


def write_versions(reorganisation: Reorganisation, paths: str) -> None:
    """New versions from the effective day for all existing units whose path is like `paths`, as their rows are now."""
    day, by = reorganisation.effective_on, reorganisation.pk
    with connection.cursor() as cursor:
        cursor.execute(
            "update organisation_unitversion v set valid_to = %s from organisation_unit u "
            "where v.unit_id = u.id and u.path like %s and v.valid_to is null and v.valid_from < %s",
            [day, paths, day],
        )
        cursor.execute(
            f"insert into organisation_unitversion (unit_id, valid_from, reorganisation_id, {_COLUMNS}) "  # noqa: S608
            f"select id, %s, %s, {_COLUMNS} from organisation_unit where path like %s and ends_on is null "
            "on conflict (unit_id, valid_from) do update set "
            + ", ".join(f"{name} = excluded.{name}" for name in (*_COLUMNS.split(", "), "reorganisation_id")),
            [day, by, paths],
        )
