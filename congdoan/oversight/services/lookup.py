"""Finds what a service changes, locked, and only where the person may see it."""

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import posts_of, require
from congdoan.oversight.models import Finding, Inspection, InspectionState, InspectionStep, Programme, Remedy
from congdoan.oversight.queries.sight import (
    MANAGE,
    NO_INSPECTION,
    NO_PROGRAMME,
    visible_inspections,
    visible_programmes,
)


def locked_programme(programme_id: int, by: User, action: str = MANAGE) -> Programme:
    """Raises NotFound when out of sight, NotAllowed without the right at its unit."""
    seen = visible_programmes(by)
    found = find(seen.select_for_update(of=("self",)).select_related("unit__parent"), programme_id)
    if found is None:
        raise NotFound(NO_PROGRAMME)
    require(by, action, found.unit)
    return found


def locked_inspection(inspection_id: int, by: User) -> Inspection:
    """The inspection as it is now; nobody else changes it meanwhile. The caller asks for the right."""
    seen = visible_inspections(by).select_for_update(of=("self",))
    found = find(seen.select_related("unit", "programme__unit", "lead"), inspection_id)
    if found is None:
        raise NotFound(NO_INSPECTION)
    return found


def inspected_by(inspection_id: int, by: User, *states: InspectionState, verb: str, action: str = MANAGE) -> Inspection:
    """The inspection for the committee's side, in one of the states. Raises IllegalTransition in any other."""
    inspection = locked_inspection(inspection_id, by)
    require(by, action, inspection.programme.unit)
    if states and inspection.state not in states:
        raise inspection.refusal(verb)
    return inspection


def finding_of(inspection: Inspection, finding_id: int) -> Finding:
    found = find(inspection.findings, finding_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có phát hiện này, hoặc phát hiện đã bị xóa.")
    return found


def remedy_of(inspection: Inspection, remedy_id: int) -> Remedy:
    found = find(inspection.remedies.select_related("finding"), remedy_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có kiến nghị này, hoặc kiến nghị đã bị xóa.")
    found.inspection = inspection
    return found


def require_editable(programme: Programme) -> None:
    if not programme.is_editable:
        raise Conflict(f"{programme.last_step() or programme}. Chương trình không sửa được ở trạng thái này.")


def note_step(inspection: Inspection, what: str, by: User | None, note: str = "") -> None:
    InspectionStep.objects.create(inspection=inspection, what=what, by=by, on=clock.today(), note=note.strip())


def title_at(by: User, path: str) -> str:
    """By which post somebody signs: the nearest one that reaches the unit of the path."""
    reaching = [post for post in posts_of(by) if path.startswith(post.unit.path)]
    return max(reaching, key=lambda post: len(post.unit.path)).title if reaching else ""
