"""Titles of 300 letters, long names of units and words without a space break no page, at a desk and on a phone."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.plans.models import Assignment, Plan, PlanState
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from tests.browser.people import DESK, Office
from tests.plans.drafts import add_task, issued
from tests.world import Federation

pytestmark = pytest.mark.browser

LONG = ("Triển khai đồng bộ, có hiệu quả các giải pháp cải cách hành chính trong hệ thống Công đoàn các cấp " * 4)[:300]
PAGES = (
    "/",
    "/?xem=giao",
    "/viec/?xem=giao",
    "/ke-hoach/",
    "/ke-hoach/tong-quan/",
    "/ke-hoach/{plan}/",
    "/ke-hoach/{plan}/theo-doi/",
    "/ke-hoach/{plan}/theo-doi/?dang=dong-thoi-gian",
    "/ke-hoach/{plan}/theo-doi/?dang=danh-sach",
    "/ke-hoach/{plan}/nhiem-vu/{task}/",
    "/ke-hoach/{plan}/dieu-chinh/?nv={task}",
    "/ke-hoach/nhiem-vu/{part}/",
    "/tim-kiem/?q=cai+cach",
)


@pytest.fixture
def objects(live_server: Any, federation: Federation) -> dict[str, int]:
    """A late task with a long name in a plan with a long name, at a unit with a long name."""
    unit = federation.ba_tri
    unit.name = unit.short_name = "LĐLĐ huyện Ba Tri và các đơn vị trực thuộc khu vực cù lao Bảo, tỉnh Bến Tre"
    unit.save()
    plan = Plan.objects.create(unit=federation.province, subject=LONG, state=PlanState.IN_REVIEW)
    task = add_task(plan, "2.2.a", unit, date(2023, 3, 1), cooperating=federation.office)
    task.title, task.text, task.product = LONG, f"{LONG}. " * 5, LONG
    task.save()
    issued(plan, federation)
    part = Assignment.objects.get(plan=plan, unit=unit)
    take_assignment(assignment_id=part.pk, by=federation["batri"])
    report_progress(assignment_id=part.pk, by=federation["batri"], text="khôngcódấucách" * 40)
    return {"plan": plan.pk, "task": task.pk, "part": part.pk}


@pytest.fixture
def session(objects: dict[str, int], federation: Federation) -> str:
    client = Client()
    client.force_login(federation["chutich"])
    return client.cookies["sessionid"].value


def test_long_texts_break_no_page(objects: dict[str, int], session: str, office: Office) -> None:
    with office.visitor("chutich", DESK, session=session) as person:
        for address in PAGES:
            person.open(address.format(**objects))
    assert not office.problems, "\n".join(office.problems)
