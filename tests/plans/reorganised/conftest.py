from collections.abc import Callable
from datetime import date

import pytest

from congdoan.organisation.models import Reorganisation
from congdoan.organisation.services.merge import merge_unit
from congdoan.plans.models import Plan
from tests.plans.factories import make_plan
from tests.world import Federation

MARCH = date(2023, 3, 10)


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return make_plan(federation)


@pytest.fixture
def merged(federation: Federation) -> Callable[[], Reorganisation]:
    """Chợ Lách becomes a part of Ba Tri."""

    def merge() -> Reorganisation:
        return merge_unit(
            by=federation["chutich"],
            unit_id=federation.cho_lach.pk,
            into_id=federation.ba_tri.pk,
            effective_on=MARCH,
            decision="15/QĐ-LĐLĐ",
        )

    return merge
