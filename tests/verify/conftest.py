from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.plans.models import Assignment, Plan, PlanState
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.work import open_due_values
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from tests.plans.drafts import add_task, issued
from tests.plans.targets.conftest import FIELDS
from tests.world import Federation


@pytest.fixture(autouse=True)
def file_store(settings: Any, tmp_path: Path) -> Path:
    """A store of this test alone: files that other tests left belong to no row."""
    store = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": store}
    settings.SEAL_LOG = tmp_path / "seals.log"
    return tmp_path / "files"


@pytest.fixture
def at_work(federation: Federation) -> Assignment:
    """Ba Tri reports on its task, with a file and a difficulty; the office has not taken its own one on."""
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Cải cách hành chính",
        state=PlanState.IN_REVIEW,
        created_by=federation["chuyenvien"],
    )
    add_task(plan, "1", federation.ba_tri, date(2023, 6, 30), cooperating=federation.office)
    issued(plan, federation)
    assignment = Assignment.objects.get(plan=plan, unit=federation.ba_tri)
    take_assignment(assignment_id=assignment.pk, by=federation["batri"])
    report_progress(
        assignment_id=assignment.pk,
        by=federation["batri.cv"],
        text="Đã họp triển khai",
        files=[SimpleUploadedFile("biên bản.txt", b"Bien ban hop ngay 15/3")],
    )
    raise_obstacle(assignment_id=assignment.pk, by=federation["batri.cv"], text="Thiếu mẫu biểu")
    _ask_for_figures(plan, federation)
    return assignment


def _ask_for_figures(plan: Plan, federation: Federation) -> None:
    """Ba Tri owes the figure of a target for the quarter."""
    target = add_target(plan_id=plan.pk, by=federation["chutich"], fields=FIELDS)
    share = Share(federation.ba_tri.pk, target.value)
    split_part(part_id=target.parts.get().pk, by=federation["chutich"], shares=[share])
    open_due_values(on=date(2023, 3, 31))
