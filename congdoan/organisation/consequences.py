"""What a change of the tree would do, in numbers, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.organisation.followers import DEPARTMENT, Follower, Handed, followers
from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.organisation.services.end import check_end
from congdoan.organisation.services.establish import check_kind
from congdoan.organisation.services.hand_over import itself_and_departments, own_children
from congdoan.organisation.services.merge import check_merge
from congdoan.organisation.services.move import check_move
from congdoan.organisation.services.rename import check_rename
from congdoan.organisation.services.split import OF_UNIT, check_split
from congdoan.organisation.services.tree import check_day, check_name_is_free


@dataclass(frozen=True, slots=True)
class Consequence:
    count: int
    what: str


def of_establishing(parent: Unit, *, kind: str, short_name: str, effective_on: date) -> list[Consequence]:
    """Raises Invalid when it cannot be done."""
    check_day(effective_on)
    check_kind(kind, parent)
    check_name_is_free(short_name, parent)
    return [Consequence(1, f"đơn vị mới trực thuộc {parent}")]


def of_renaming(unit: Unit, *, short_name: str, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_rename(unit, short_name, effective_on)
    return [Consequence(1, f"đơn vị đổi tên, lịch sử trước ngày {effective_on:%d/%m/%Y} giữ tên cũ"), *_records(unit)]


def of_moving(unit: Unit, *, parent: Unit, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_move(unit, parent, effective_on)
    under = Unit.objects.under(unit).existing(effective_on)
    return [
        Consequence(under.count(), f"đơn vị chuyển về {parent}"),
        Consequence(_posts(unit, effective_on), "chức vụ giữ nguyên, quyền của cấp trên mới có hiệu lực"),
        *_records(unit, "move"),
    ]


def of_ending(unit: Unit, *, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_end(unit, effective_on)
    under = Unit.objects.under(unit).existing(effective_on)
    taken = DEPARTMENT if unit.is_inside else "end"
    return [
        Consequence(under.count(), "đơn vị kết thúc hoạt động, tính cả các ban"),
        Consequence(_posts(unit, effective_on), "chức vụ thôi giữ từ ngày đó"),
        *_records(unit, taken, itself_and_departments(unit, effective_on)),
    ]


def of_merging(unit: Unit, *, into: Unit, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_merge(unit, into, effective_on)
    giving = itself_and_departments(unit, effective_on)
    return [
        Consequence(len(giving), f"đơn vị kết thúc hoạt động, tính cả các ban; {into} nhận việc"),
        Consequence(own_children(unit, effective_on).count(), f"đơn vị trực thuộc chuyển về {into}"),
        Consequence(_posts_at(giving, effective_on), "chức vụ thôi giữ từ ngày đó"),
        *_records(unit, "merge", giving),
    ]


def of_splitting(unit: Unit, *, successors: Sequence[Unit], goes_on: bool, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_split(unit, successors, goes_on=goes_on, effective_on=effective_on)
    giving = itself_and_departments(unit, effective_on)
    ends = [
        Consequence(len(giving), "đơn vị kết thúc hoạt động, tính cả các ban"),
        Consequence(_posts_at(giving, effective_on), "chức vụ thôi giữ từ ngày đó"),
    ]
    return [
        *([] if goes_on else ends),
        Consequence(own_children(unit, effective_on).count(), "đơn vị trực thuộc, chọn cấp trên ở bảng dưới"),
        *_records(unit, "split", giving, chosen_only=goes_on),
    ]


def to_give(unit: Unit, effective_on: date) -> list[Handed]:
    """What of the unit each successor may take, for the person to choose: units below, then records of packages."""
    ids = [one.pk for one in itself_and_departments(unit, effective_on)]
    children = [
        Handed(f"{OF_UNIT}{child.pk}", "Đơn vị trực thuộc", child.short_name, str(child.get_kind_display()))
        for child in own_children(unit, effective_on)
    ]
    return [*children, *(one for follower in followers for one in follower.records(ids))]


def title_of(kind: str) -> str:
    return Reorganisation.Kind(kind).label


def _posts(unit: Unit, on: date) -> int:
    return Post.objects.filter(unit__path__startswith=unit.path).held(on).count()


def _posts_at(units: Sequence[Unit], on: date) -> int:
    return Post.objects.filter(unit__in=units).held(on).count()


def _records(
    unit: Unit, kind: str = "", giving: Sequence[Unit] = (), *, chosen_only: bool = False
) -> list[Consequence]:
    """What other packages have at the unit and under it, or at the `giving` ones alone; and what becomes of it.

    `chosen_only`: of a unit that goes on, only that changes hands for which a successor can be chosen.
    """
    ids = [one.pk for one in giving]
    return [
        Consequence(
            follower.count_at(ids) if giving and follower.count_at else follower.count(unit.path),
            ": ".join(part for part in (follower.label, _outcome(follower, kind)) if part),
        )
        for follower in followers
        if follower.can_be_chosen or not chosen_only
    ]


def _outcome(follower: Follower, kind: str) -> str:
    return follower.outcomes.get(kind) or (follower.outcomes.get("end", "") if kind == DEPARTMENT else "")
