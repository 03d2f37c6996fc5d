from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from congdoan.plans.models import PartyRole, Plan, PlanState, TaskParty
from tests.plans.drafts import add_task, issued
from tests.world import Federation


@pytest.fixture
def draft(federation: Federation) -> Plan:
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Cải cách hành chính",
        state=PlanState.IN_REVIEW,
        created_by=federation["chuyenvien"],
    )
    add_task(plan, "2.2.a", federation.organisation, date(2023, 6, 30), cooperating=federation.office)
    districts = add_task(plan, "III.2.a", None, date(2023, 3, 1))
    TaskParty.objects.create(task=districts, role=PartyRole.LEAD, audience="district", printed="LĐLĐ huyện, thành phố")
    return plan


@pytest.fixture
def running(draft: Plan, federation: Federation) -> Plan:
    return issued(draft, federation)


@pytest.fixture
def as_user(federation: Federation) -> Callable[[str], Client]:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(federation[username])
        return client

    return sign_in
