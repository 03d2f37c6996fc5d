"""Inspections by the district of the union below it, and of the district by the province, in every state."""

from collections.abc import Mapping
from typing import Any

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.oversight.models import (
    Checklist,
    Finding,
    Inspection,
    InspectionQuestion,
    InspectionState,
    Programme,
    ProgrammeStep,
    Remedy,
)
from tests.rights.office_things import a_file
from tests.rights.people import TODAY

_OURS = ("planned", "notified", "explaining", "writing", "to_sign", "concluded")
_OF_US = ("notified", "explaining", "concluded")


def things(places: Mapping[str, Unit], owner: User) -> dict[str, dict[str, Any]]:
    own, above, below = (places[name] for name in ("own", "above", "below"))
    items = [{"question": "Có sổ theo dõi?", "kind": "text", "evidence": False}]
    checklist = Checklist.objects.create(unit=own, name="Việc được giao", created_by=owner, items=items)
    programmes = {f"programme_{state}": _programme(own, owner, state) for state in ("draft", "submitted", "approved")}
    filled = _programme(own, owner, "draft")
    row = _inspection(filled, below, owner, "planned")
    found: dict[str, dict[str, Any]] = {
        "checklist": {"checklist_id": checklist.pk},
        **{name: {"programme_id": one.pk, "unit_id": below.pk} for name, one in programmes.items()},
        "programme_filled": {"programme_id": filled.pk, "inspection_id": row.pk},
        "programme_row": {"programme_id": filled.pk, "inspection_id": row.pk},
    }
    for state in _OURS:
        one = _inspection(_programme(own, owner, "running"), below, owner, state)
        found[f"inspection_{state}"] = _values(one) | {"checklist_id": checklist.pk}
    for state in _OF_US:
        found[f"inspected_{state}"] = _values(_inspection(_programme(above, owner, "running"), own, owner, state))
    for name, programme, unit, state in (
        ("inspection_asked", _programme(own, owner, "running"), below, "notified"),
        ("inspected_asked", _programme(above, owner, "running"), own, "explaining"),
    ):
        empty = _inspection(programme, unit, owner, state)
        empty.questions.update(answer="")
        empty.findings.update(explanation="")
        found[name] = _values(empty)
    late = Inspection.objects.get(pk=found["inspection_explaining"]["inspection_id"])
    Inspection.objects.filter(pk=late.pk).update(explain_by="2023-03-01")
    reported = _inspection(_programme(own, owner, "running"), below, owner, "concluded")
    reported.remedies.update(state="reported", report="Xong", reported_by=owner, reported_on=TODAY)
    return found | {"inspection_reported": _values(reported)}


def _programme(unit: Unit, by: User, state: str) -> Programme:
    made = Programme.objects.create(
        unit=unit, name="Kiểm tra", starts_on=TODAY, ends_on=TODAY.replace(month=12), state=state, created_by=by
    )
    if state != "draft":
        ProgrammeStep.objects.create(programme=made, after=state, by=by, on=TODAY)
    return made


def _inspection(programme: Programme, unit: Unit, by: User, state: str) -> Inspection:
    """With a question, a finding, its file and a remedy, as the state has them."""
    signed = state == InspectionState.CONCLUDED
    facts = {"number": 1, "symbol": "1/KL", "concluded_on": TODAY, "signer": by} if signed else {}
    made = Inspection.objects.create(
        programme=programme,
        unit=unit,
        starts_on=TODAY,
        ends_on=TODAY,
        state=state,
        explain_by=TODAY if state == InspectionState.EXPLAINING else None,
        conclusion="I. KẾT QUẢ",
        **facts,
    )
    InspectionQuestion.objects.create(inspection=made, order=1, question="Có sổ?", kind="text", answer="Có")
    finding = Finding.objects.create(inspection=made, order=1, text="Không mở sổ", explanation="Sổ thất lạc")
    finding.files.add(a_file("minh-chung.txt", by))
    given = "given" if signed else "draft"
    Remedy.objects.create(
        inspection=made, finding=finding, order=1, text="Mở sổ", due=TODAY.replace(month=12), state=given
    )
    return made


def _values(one: Inspection) -> dict[str, Any]:
    finding = one.findings.get()
    return {
        "inspection_id": one.pk,
        "programme_id": one.programme_id,
        "question_id": one.questions.get().pk,
        "finding_id": finding.pk,
        "remedy_id": one.remedies.get().pk,
        "file_id": finding.files.get().pk,
    }
