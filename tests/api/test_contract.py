"""Every call answers as its description says, whatever is sent: no failure, no status or body that is not described."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from congdoan.plans.models import Assignment, AssignmentState, MeasuredTarget, Plan
from congdoan.plans.services.targets.define import add_target
from congdoan.reporting.models import Report
from tests.api.program import Program
from tests.plans.factories import give, make_plan, make_task
from tests.plans.targets.conftest import FIELDS, split_whole, value_of
from tests.reporting.factories import asked
from tests.world import Federation

EXAMPLES = 6
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture
def program(federation: Federation) -> Program:
    plan = make_plan(federation)
    give(make_task(plan), federation.ba_tri, state=AssignmentState.DOING)
    target = add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS)
    split_whole(target, federation)
    asked(federation)
    return Program(federation["batri"])


@pytest.fixture
def same_connection() -> Iterator[None]:
    """What the server does around a request would end the transaction of the test; the test client does not either."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _there(federation: Federation) -> dict[str, Any]:
    """What every place of an address can be, so that calls reach something."""
    target = MeasuredTarget.objects.get()
    return {
        "plan_id": Plan.objects.get().pk,
        "assignment_id": Assignment.objects.get().pk,
        "target_id": target.pk,
        "value_id": value_of(target, federation.ba_tri.pk).pk,
        "report_id": Report.objects.get(unit=federation.ba_tri).pk,
        "code": "C4",
    }


@pytest.mark.usefixtures("same_connection")
def test_every_call_answers_as_described_whatever_is_sent(federation: Federation, program: Program) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
    real, calls = _there(federation), 0
    for operation in (found.ok() for found in schema.get_all_operations()):
        for mode in MODES:
            calls += _tried(operation, mode, program, real)
    assert calls > 100


def _tried(operation: Any, mode: GenerationMode, program: Program, real: dict[str, Any]) -> int:
    count = 0

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def one(case: Any) -> None:
        nonlocal count
        count += 1
        if count % 2 and case.path_parameters:
            case.path_parameters = {name: real[name] for name in case.path_parameters}
        headers = {"Authorization": f"Bearer {program.made.text}"}
        case.validate_response(case.call(headers=headers), checks=CHECKS)

    one()
    return count
