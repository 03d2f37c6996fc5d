"""What programs are given of a unit."""

from ninja import Schema

from congdoan.organisation.models import Unit


class UnitShape(Schema):
    id: int
    name: str

    @classmethod
    def of(cls, unit: Unit) -> "UnitShape":
        return cls(id=unit.pk, name=str(unit))
