"""What the sample plan stands on: the resolution of the congress, which was entered later, and a programme."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.turns import Turn
from congdoan.demo.units import PROVINCE, Units
from congdoan.demo.work import carry_out
from congdoan.plans.models import Plan, ReviewWhich
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.services.review.parties import Party, set_lead
from congdoan.plans.services.review.reshape import add_task
from congdoan.plans.services.review.tasks import TaskFacts, edit_task
from congdoan.plans.services.reviews.record import record_review

_ENTERED, _DECIDED = date(2022, 9, 5), date(2022, 9, 6)
_OF_CONGRESS, _LOOKED_BACK = date(2018, 3, 28), date(2021, 1, 20)
LEAD: Final = "tochuc"


def issue_programme(units: Units, people: People) -> Plan:
    """05/NQ-LĐLĐ of the congress of 2018, whose one task is done by 03/CTr-LĐLĐ; gives the programme."""
    resolution = _issue(
        "NQ",
        "Nghị quyết Đại hội Công đoàn tỉnh Bến Tre nhiệm kỳ 2018 - 2023",
        ("Xây dựng chương trình cải cách hành chính trong hệ thống Công đoàn tỉnh", date(2022, 12, 31)),
        (5, _OF_CONGRESS, date(2023, 12, 31), None),
        units,
        people,
    )
    with acting(people["chuyenvien"], on=_DECIDED):
        record_review(
            review_id=resolution.reviews.get(which=ReviewWhich.MIDWAY).pk,
            by=people["chuyenvien"],
            held_on=_LOOKED_BACK,
            findings="9/14 chỉ tiêu nhiệm kỳ đạt sớm. Hạn chế: thủ tục còn nhiều, báo cáo của cơ sở còn chậm.",
            next_steps="Ban hành chương trình cải cách hành chính trong hệ thống Công đoàn tỉnh.",
        )
    programme = _issue(
        "CTr",
        "Chương trình cải cách hành chính trong hệ thống Công đoàn tỉnh giai đoạn 2022 - 2025",
        ("Xây dựng kế hoạch cải cách hành chính đến năm 2025", date(2022, 9, 30)),
        (3, _DECIDED, date(2025, 12, 31), resolution),
        units,
        people,
    )
    carry_out(resolution, _done(_DECIDED, "Đã ban hành Chương trình 3/CTr-LĐLĐ."), units, people)
    return programme


def finish_programme_task(programme: Plan, units: Units, people: People) -> None:
    """The plan that the programme asked for is there."""
    carry_out(programme, _done(date(2022, 9, 13), "Đã ban hành Kế hoạch 34/KH-LĐLĐ."), units, people)


def _issue(
    kind: str,
    subject: str,
    task: tuple[str, date],
    issued: tuple[int, date, date, Plan | None],
    units: Units,
    people: People,
) -> Plan:
    number, on, until, basis = issued
    writer, chair, clerk = people["chuyenvien"], people["chutich"], people["vanthu"]
    with acting(writer, on=_DECIDED if basis else _ENTERED):
        plan = create_plan(unit=units[PROVINCE], subject=subject, by=writer, kind=kind, basis=basis)
        edit_header(plan_id=plan.pk, by=writer, facts={"until": until}, seen={})
        added = add_task(plan_id=plan.pk, by=writer, text=task[0], section_id=None)
        facts: TaskFacts = {"title": task[0], "due": task[1], "product": "Văn bản"}
        edited = edit_task(plan_id=plan.pk, task_id=added.pk, by=writer, revision=added.revision, facts=facts)
        lead = [Party(units[LEAD].pk)]
        set_lead(plan_id=plan.pk, task_id=added.pk, by=writer, revision=edited.revision, parties=lead)
        submit_plan(plan_id=plan.pk, by=writer, on=_DECIDED)
    with acting(chair, on=_DECIDED):
        approve_plan(plan_id=plan.pk, by=chair, on=_DECIDED)
    with acting(clerk, on=_DECIDED):
        return issue_plan(plan_id=plan.pk, by=clerk, on=on, number=number)


def _done(on: date, text: str) -> Sequence[Turn]:
    facts = {"on": on, "task": "1", "unit": LEAD}
    return [
        Turn(**facts, do="take", by="truongban"),  # type: ignore[arg-type]
        Turn(**facts, do="finish", by="truongban", text=text),  # type: ignore[arg-type]
        Turn(**facts, do="accept", by="chutich", text="Đạt yêu cầu."),  # type: ignore[arg-type]
    ]
