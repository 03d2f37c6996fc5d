"""A plan under way on 15/03/2023: Ba Tri was in time, Chợ Lách is 14 days late, the office has till June."""

from datetime import date

from congdoan.plans.models import AssignmentState, Plan
from tests.plans.factories import give, make_plan, make_section, make_task
from tests.world import Federation

DONE, DOING = AssignmentState.DONE, AssignmentState.DOING


def steering_plan(federation: Federation) -> Plan:
    plan = make_plan(federation)
    first, second = make_section(plan, "2.5", "Hiện đại hóa"), make_section(plan, "III.2", "Việc của cấp huyện")
    office = make_task(plan, "2.5.b", "Ban hành bộ thủ tục", section=first, due=date(2023, 6, 30))
    give(office, federation.office, state=DOING)
    districts = make_task(plan, "III.2.a", "Cụ thể hóa kế hoạch", section=second, due=date(2023, 3, 1))
    give(districts, federation.ba_tri, state=DONE, done_on=date(2023, 2, 20), last_report_on=date(2023, 2, 20))
    give(districts, federation.cho_lach, state=DOING)
    return plan
