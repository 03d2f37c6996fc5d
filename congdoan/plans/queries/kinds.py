"""Which kinds of papers there are on a day, and which of them a unit may issue."""

from datetime import date

from congdoan.core.errors import Invalid
from congdoan.documents.models import DocumentType
from congdoan.organisation.models import Unit
from congdoan.plans.models import PlanKind
from congdoan.plans.models.kind import PLAN


def drafted_kinds(unit: Unit | None, *, on: date) -> list[PlanKind]:
    """The kinds that the unit drafts; those of all units when it is not known yet."""
    return [kind for kind in PlanKind.objects.on(on) if kind.is_numbered and _may(kind, unit)]


def direct_kinds(unit: Unit, *, on: date) -> list[PlanKind]:
    """The kinds by which a leader of the unit gives work at once; what bears no number comes first."""
    found = [kind for kind in PlanKind.objects.on(on).filter(is_direct=True) if _may(kind, unit)]
    return sorted(found, key=lambda kind: kind.is_numbered)


def kind_of(code: str, *, on: date, unit: Unit | None = None) -> PlanKind:
    """The kind as it is on the day. Raises Invalid when there is none, or `unit` may not issue it."""
    kind = PlanKind.objects.on(on).filter(code=code).first()
    if kind is None:
        raise Invalid("Chọn loại văn bản trong danh sách.", field="kind")
    if not _may(kind, unit):
        assert unit is not None
        raise Invalid(f"{unit} không ban hành {kind.name.lower()}. Chọn loại văn bản khác.", field="kind")
    return kind


def kind_of_paper(type: str, unit: Unit, *, on: date) -> PlanKind:
    """The kind to begin with for a paper of that type, told by its reader; a plan where no kind fits."""
    fitting = [kind for kind in drafted_kinds(unit, on=on) if kind.type == type and type != DocumentType.OTHER]
    exact = sorted(fitting, key=lambda kind: kind.code != type)
    return exact[0] if exact else kind_of(PLAN, on=on)


def _may(kind: PlanKind, unit: Unit | None) -> bool:
    return unit is None or kind.may_be_issued_by(unit.kind)
