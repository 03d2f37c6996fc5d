"""A plan of the province that gives work to its districts."""

from datetime import date

from congdoan.plans.models import PartyRole, Plan, PlanState, Section, TaskParty
from tests.plans.drafts import add_task, issued
from tests.world import Federation

DUE = date(2023, 6, 30)


def issue_superior(federation: Federation) -> Plan:
    """The province's plan: a task for one of its departments, two for every district."""
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Cải cách hành chính",
        state=PlanState.IN_REVIEW,
        created_by=federation["chuyenvien"],
        bases="Căn cứ Nghị quyết Đại hội XI",
        until=date(2023, 12, 31),
    )
    top = Section.objects.create(plan=plan, number="III", printed="III", title="Tổ chức thực hiện", order=1)
    part = Section.objects.create(plan=plan, number="III.2", printed="2", title="Cấp huyện", order=2, depth=1)
    Section.objects.create(plan=plan, number="IV", printed="IV", title="Kinh phí", order=3)
    add_task(plan, "III.1.a", federation.organisation, DUE)
    for number, due in (("III.2.a", DUE), ("III.2.b", date(2023, 9, 30))):
        task = add_task(plan, number, None, due)
        TaskParty.objects.create(task=task, role=PartyRole.LEAD, audience="district", printed="LĐLĐ huyện, thành phố")
    plan.tasks.filter(number__startswith="III.2").update(section=part)
    plan.tasks.filter(number="III.1.a").update(section=top)
    return issued(plan, federation)
