"""What a change of the tree would do, in numbers, before it is done."""

from dataclasses import dataclass
from datetime import date

from congdoan.organisation.followers import followers
from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.organisation.services.end import check_end
from congdoan.organisation.services.establish import check_kind
from congdoan.organisation.services.move import check_move
from congdoan.organisation.services.rename import check_rename
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
        *_records(unit),
    ]


def of_ending(unit: Unit, *, effective_on: date) -> list[Consequence]:
    check_day(effective_on)
    check_end(unit, effective_on)
    under = Unit.objects.under(unit).existing(effective_on)
    return [
        Consequence(under.count(), "đơn vị kết thúc hoạt động, tính cả các ban"),
        Consequence(_posts(unit, effective_on), "chức vụ thôi giữ từ ngày đó"),
        *_records(unit),
    ]


def title_of(kind: str) -> str:
    return Reorganisation.Kind(kind).label


def _posts(unit: Unit, on: date) -> int:
    return Post.objects.filter(unit__path__startswith=unit.path).held(on).count()


def _records(unit: Unit) -> list[Consequence]:
    """What other packages have at the unit and under it."""
    return [Consequence(follower.count(unit.path), follower.label) for follower in followers]
