from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from congdoan.plans.models import AssignmentState, Plan
from tests.plans.factories import give, make_plan, make_section, make_task
from tests.world import Federation

DONE, DOING = AssignmentState.DONE, AssignmentState.DOING


@pytest.fixture
def ask(federation: Federation) -> Callable[[str, str], str]:
    """The page as the person gets it."""

    def page(address: str, username: str = "chutich") -> str:
        client = Client()
        client.force_login(federation[username])
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return response.getvalue().decode()

    return page


@pytest.fixture
def plan(federation: Federation) -> Plan:
    """On 15/03/2023: Ba Tri was in time, Chợ Lách is 14 days late, the office has till June."""
    plan = make_plan(federation)
    first, second = make_section(plan, "2.5", "Hiện đại hóa"), make_section(plan, "III.2", "Việc của cấp huyện")
    office = make_task(plan, "2.5.b", "Ban hành bộ thủ tục", section=first, due=date(2023, 6, 30))
    give(office, federation.office, state=DOING)
    districts = make_task(plan, "III.2.a", "Cụ thể hóa kế hoạch", section=second, due=date(2023, 3, 1))
    give(districts, federation.ba_tri, state=DONE, done_on=date(2023, 2, 20), last_report_on=date(2023, 2, 20))
    give(districts, federation.cho_lach, state=DOING)
    return plan
