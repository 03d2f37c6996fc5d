"""What is told of parts of inspections that were deleted while somebody was typing."""

from typing import Any

from congdoan.core import gone
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.oversight.models import Finding, Inspection, Remedy
from congdoan.oversight.queries.sight import MANAGE, visible_programmes


def register() -> None:
    gone.kinds.register(
        "oversight:inspection_id", gone.deleted(Inspection, "đơn vị này khỏi chương trình", _in_programme)
    )
    gone.kinds.register("oversight:finding_id", gone.deleted(Finding, "phát hiện này", _in_inspection))
    gone.kinds.register("oversight:remedy_id", gone.deleted(Remedy, "kiến nghị này", _in_inspection))


def _in_programme(user: Any, row: Any) -> bool:
    return visible_programmes(user).filter(pk=row.programme_id).exists()


def _in_inspection(user: Any, row: Any) -> bool:
    """The committee's side alone: the unit may not have been told of it yet."""
    ours = under_paths("programme__unit__path", scope(user, MANAGE).paths)
    return Inspection.objects.filter(ours, pk=row.inspection_id).exists()
