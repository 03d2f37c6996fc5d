from collections.abc import Callable

import pytest
from django.test import Client

from congdoan.plans.models import Plan
from tests.steering.world import steering_plan
from tests.world import Federation


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
    return steering_plan(federation)
