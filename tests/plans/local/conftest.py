from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.plans.models import Assignment, Plan, Task
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.local.carry_out import carry_out_plan
from congdoan.plans.services.review.parties import Party, set_lead
from congdoan.plans.services.work.accept import accept_result
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from tests.plans.drafts import TODAY
from tests.plans.local.superior import issue_superior
from tests.world import Federation


@pytest.fixture
def superior(federation: Federation) -> Plan:
    return issue_superior(federation)


@pytest.fixture
def given(superior: Plan) -> Task:
    return superior.tasks.get(number="III.2.a")


@pytest.fixture
def local(superior: Plan, federation: Federation) -> Plan:
    """Ba Tri's draft from it."""
    return carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=federation["batri"])


@pytest.fixture
def in_force(local: Plan, federation: Federation) -> Plan:
    """Ba Tri's own plan, issued: both tasks are given to the union of An Thủy and to Ba Tri itself."""
    clerk, leads = federation["batri"], [Party(federation.an_thuy.pk), Party(federation.ba_tri.pk)]
    for task in local.tasks.all():
        set_lead(plan_id=local.pk, task_id=task.pk, by=clerk, revision=task.revision, parties=leads)
    submit_plan(plan_id=local.pk, by=federation["batri.cv"], on=TODAY)
    approve_plan(plan_id=local.pk, by=clerk, on=TODAY)
    return issue_plan(plan_id=local.pk, by=clerk, on=TODAY)


@pytest.fixture
def finish(federation: Federation) -> Callable[[Assignment], Assignment]:
    """Take the part on, report it as done with a file, and accept it: as Ba Tri's chair may."""

    def done(part: Assignment) -> Assignment:
        by = federation["coso"] if part.unit_id == federation.an_thuy.pk else federation["batri"]
        take_assignment(assignment_id=part.pk, by=by)
        file = SimpleUploadedFile("bien-ban.txt", f"Biên bản {part.pk}".encode())
        report_progress(assignment_id=part.pk, by=by, text=f"Đã họp tại {part.unit}", finishes=True, files=[file])
        return accept_result(assignment_id=part.pk, by=federation["batri"])

    return done
