"""A unit splits while its tasks run; the successor goes on reporting where the old unit stopped."""

from decimal import Decimal

import pytest

from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.services.work.report import report_progress
from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.factories import count, give, make_plan, make_task
from tests.world import Federation

pytestmark = pytest.mark.browser


def at_work(federation: Federation) -> list[Assignment]:
    """Ba Tri has ten tasks in hand, the first of them reported on."""
    plan = make_plan(federation)
    given = [
        give(make_task(plan, f"III.{n}", f"Việc số {n}"), federation.ba_tri, state=AssignmentState.DOING)
        for n in range(1, 11)
    ]
    figure = count(given[0])
    report_progress(
        assignment_id=given[0].pk, by=federation["batri"], text="Đã làm 18", figures={figure.pk: Decimal(18)}
    )
    return given


def test_a_unit_splits_under_running_work_and_the_successor_reports_on(office: Office) -> None:
    first = aside(lambda: at_work(office.federation))[0]
    with office.person("chutich", DESK) as chair:
        splits(chair, office.federation.ba_tri.pk, first)
    with office.person("cholach", PHONE) as successor:
        reports_on(successor, first)
    with office.person("batri", DESK) as head:
        head.open(f"/ke-hoach/don-vi/{office.federation.ba_tri.pk}/ban-giao/")
        head.sees("Việc số 1")
        head.sees("LĐLĐ huyện Chợ Lách")
    assert not office.problems, "\n".join(office.problems)


def splits(chair: Person, unit: int, first: Assignment) -> None:
    chair.open(f"/don-vi/{unit}/sap-xep/chia-tach/")
    chair.page.get_by_role("combobox", name="Đơn vị nhận", exact=True).fill("cho lach")
    chair.page.get_by_role("option", name="LĐLĐ huyện Chợ Lách").first.click()
    chair.page.get_by_label("Có hiệu lực từ ngày").fill("10/03/2023")
    chair.click("button", "Xem trước")
    chair.sees("Đơn vị nào nhận")
    chair.look_over()
    chair.page.get_by_label("Lọc các dòng").fill("viec so 1")
    chair.sees("2 trong 11 dòng")
    chair.page.locator(f"#giao-nv-{first.pk}").select_option(label="LĐLĐ huyện Chợ Lách")
    chair.click("button", "Chia, tách")
    chair.sees("Đã ghi: chia, tách đơn vị")
    chair.look_over()


def reports_on(successor: Person, first: Assignment) -> None:
    successor.sees("Việc số 1")
    successor.open(f"/ke-hoach/nhiem-vu/{first.pk}/")
    successor.sees("Nhận từ LĐLĐ huyện Ba Tri")
    successor.sees("Đã làm 18")
    successor.open(f"/ke-hoach/nhiem-vu/{first.pk}/bao-cao/")
    successor.page.get_by_label("Việc đã làm").fill("Làm tiếp được 20")
    successor.click("button", "Gửi báo cáo")
    successor.sees("Làm tiếp được 20")
    successor.look_over()
