"""Who leads, cooperates, decides and is told for the lasting duties of the province's organ."""

from datetime import date
from typing import Final

from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import rows
from congdoan.demo.units import PROVINCE, Units
from congdoan.duties.models import Part
from congdoan.duties.services.duties import add_duty
from congdoan.duties.services.parts import give_parts

SINCE: Final = date(2022, 10, 3)
_SOURCE: Final = "Quy chế làm việc của cơ quan LĐLĐ tỉnh"


def share_out_duties(units: Units, people: People) -> None:
    """One duty has two leads and one none: what the page of overlaps and gaps is for."""
    head = people["truongban"]
    with acting(head, on=SINCE):
        for row in rows("duties"):
            words = {name: row[name] for name in ("group", "number", "text")}
            duty = add_duty(organ=units[PROVINCE], by=head, starts_on=SINCE, source=_SOURCE, **words)
            parts = {units[key].pk: part.value for part in Part for key in row[part.value].split()}
            give_parts(duty_id=duty.pk, by=head, parts=parts, on=SINCE)
