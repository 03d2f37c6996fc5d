"""What lies on whose desk because of an inspection."""

from datetime import date
from typing import Final

from congdoan.core import clock
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import roles_with
from congdoan.oversight.models import Inspection, Programme, Remedy
from congdoan.oversight.queries.sight import CONCLUDE, EXPLAIN, MANAGE
from congdoan.oversight.rules import CONCLUDE_DAYS, RECHECK_DAYS, day_by
from congdoan.worklist.services.items import NewWork, open_work

APPROVE: Final = "oversight.approve"
PREPARE: Final = "oversight.prepare"
EXPLAIN_WORK: Final = "oversight.explain"
WRITE: Final = "oversight.write"
SIGN: Final = "oversight.sign"
REMEDY: Final = "oversight.remedy"
RECHECK: Final = "oversight.recheck"
OF_INSPECTION: Final = (PREPARE, EXPLAIN_WORK, WRITE, SIGN)
OF_REMEDY: Final = (REMEDY, RECHECK)


def open_approve(programme: Programme) -> None:
    _open(APPROVE, programme.pk, f"Duyệt {programme}", _desk(programme.unit, CONCLUDE), CONCLUDE, programme.starts_on)


def open_prepare(inspection: Inspection) -> None:
    words = f"{_who(inspection)} kiểm tra từ {inspection.starts_on:%d/%m/%Y}"
    _open(PREPARE, inspection.pk, words, inspection.unit, EXPLAIN, inspection.starts_on, inspection)


def open_explain(inspection: Inspection) -> None:
    words = f"Giải trình với {_who(inspection)}"
    _open(EXPLAIN_WORK, inspection.pk, words, inspection.unit, EXPLAIN, inspection.explain_by, inspection)


def open_write(inspection: Inspection) -> None:
    """For who leads it; for everybody on the committee where nobody does."""
    due = day_by(CONCLUDE_DAYS, clock.today())
    unit = inspection.programme.unit
    words, lead = f"Soạn kết luận kiểm tra {inspection.unit}", inspection.lead_id
    _open(WRITE, inspection.pk, words, _desk(unit, MANAGE), MANAGE, due, inspection, user=lead)


def open_sign(inspection: Inspection) -> None:
    due = day_by(CONCLUDE_DAYS, clock.today())
    words = f"Ký kết luận kiểm tra {inspection.unit}"
    _open(SIGN, inspection.pk, words, _desk(inspection.programme.unit, CONCLUDE), CONCLUDE, due, inspection)


def open_remedy(remedy: Remedy) -> None:
    inspection = remedy.inspection
    _open(REMEDY, remedy.pk, f"Khắc phục: {remedy.text}", inspection.unit, EXPLAIN, remedy.due, inspection)


def open_recheck(remedy: Remedy) -> None:
    inspection = remedy.inspection
    due, unit = day_by(RECHECK_DAYS, clock.today()), inspection.programme.unit
    words = f"Phúc tra {inspection.unit}: {remedy.text}"
    _open(RECHECK, remedy.pk, words, _desk(unit, MANAGE), MANAGE, due, inspection, user=inspection.lead_id)


def _open(
    kind: str,
    object_id: int,
    title: str,
    unit: Unit,
    action: str,
    due: date | None,
    inspection: Inspection | None = None,
    user: int | None = None,
) -> None:
    given_by = inspection.programme.unit.organ if inspection and unit.pk == inspection.unit_id else None
    open_work(
        [
            NewWork(
                kind=kind,
                object_id=object_id,
                title=title[:300],
                source=(str(inspection.programme) if inspection else "Chương trình kiểm tra")[:300],
                unit_id=unit.pk,
                action=action,
                due=due,
                user_id=user,
                given_by_unit_id=given_by.pk if given_by else None,
            )
        ]
    )


def _desk(unit: Unit, action: str) -> Unit:
    """The committee itself when somebody in it may do it, else the organ that it belongs to."""
    if not unit.is_inside:
        return unit
    held = Post.objects.filter(unit=unit, role__in=roles_with(action)).held(clock.today())
    return unit if held.exists() else unit.organ


def _who(inspection: Inspection) -> str:
    unit = inspection.programme.unit
    return f"{unit} {unit.organ}" if unit.is_inside else str(unit)
