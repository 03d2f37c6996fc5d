"""The committee of the province inspects two districts: one inspection is over, one waits for the unit's words."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.units import Units
from congdoan.oversight.models import Checklist, Finding, Inspection, Programme
from congdoan.oversight.services import conclude, findings, inspect, programmes, remedies, rows
from congdoan.oversight.services.checklists import Question, create_checklist
from congdoan.oversight.services.compose import compose

COMMITTEE: Final = "kiemtra"
_CHAIR, _INSPECTOR = "chunhiem.kt", "ubkt"
_MADE, _APPROVED = date(2023, 1, 16), date(2023, 1, 18)
_STARTS, _ENDS = date(2023, 1, 16), date(2023, 3, 31)
_NEXT_STARTS, _NEXT_ENDS = date(2023, 4, 3), date(2023, 6, 30)
_FIRST: Final = (date(2023, 1, 31), date(2023, 2, 7), date(2023, 2, 9), date(2023, 2, 14))
"""Notice, first day, last day with the findings, explanation."""
_SECOND: Final = (date(2023, 3, 1), date(2023, 3, 8), date(2023, 3, 13))
_SIGNED, _DUE, _REPORTED, _RECHECKED = date(2023, 2, 17), date(2023, 3, 10), date(2023, 3, 8), date(2023, 3, 10)
_EXPLAIN_BY, _LAST = date(2023, 3, 20), date(2023, 3, 13)


def inspect_districts(units: Units, people: People) -> None:
    """The next programme is a draft, so that its suggestions can be seen."""
    sheet, by = table("inspections"), people[_INSPECTOR]
    with acting(by, on=_MADE):
        checklist = _checklist(sheet["checklist"], units, by)
        programme = programmes.create_programme(
            unit=units[COMMITTEE], by=by, starts_on=_STARTS, ends_on=_ENDS, **sheet["programme"]
        )
        first, second = (_row(programme, sheet[name], units, by) for name in ("finished", "running"))
        programmes.submit_programme(programme_id=programme.pk, by=by)
    with acting(people[_CHAIR], on=_APPROVED):
        programmes.approve_programme(programme_id=programme.pk, by=people[_CHAIR])
    _inspect(first, sheet["finished"], checklist, people, _FIRST[:3], explain_by=_FIRST[3])
    _finish(first, sheet["finished"], people)
    _inspect(second, sheet["running"], checklist, people, _SECOND, explain_by=_EXPLAIN_BY)
    with acting(by, on=_LAST):
        programmes.create_programme(
            unit=units[COMMITTEE], by=by, starts_on=_NEXT_STARTS, ends_on=_NEXT_ENDS, **sheet["next"]
        )


def _checklist(sheet: dict[str, Any], units: Units, by: User) -> Checklist:
    questions = [Question(**row) for row in sheet["questions"]]
    return create_checklist(unit=units[COMMITTEE], by=by, name=sheet["name"], questions=questions)


def _row(programme: Programme, sheet: dict[str, Any], units: Units, by: User) -> Inspection:
    return rows.add_row(
        programme_id=programme.pk,
        by=by,
        unit=units[sheet["unit"]],
        lead=by,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
    )


def _inspect(
    row: Inspection,
    sheet: dict[str, Any],
    checklist: Checklist,
    people: People,
    days: Sequence[date],
    *,
    explain_by: date,
) -> None:
    by, chair = people[_INSPECTOR], people[sheet["unit"]]
    told, starts_on, ends_on = days
    with acting(by, on=told):
        inspect.give_notice(
            inspection_id=row.pk,
            by=by,
            starts_on=starts_on,
            ends_on=ends_on,
            decision=sheet["decision"],
            checklist=checklist,
        )
    with acting(chair, on=told):
        inspect.acknowledge(inspection_id=row.pk, by=chair)
    with acting(by, on=ends_on):
        for question, answer in zip(row.questions.all(), sheet["answers"], strict=True):
            inspect.answer_question(inspection_id=row.pk, question_id=question.pk, by=by, answer=answer)
        for one in sheet["findings"]:
            findings.add_finding(inspection_id=row.pk, by=by, text=one["text"], kind=one["kind"])
        findings.send_findings(inspection_id=row.pk, by=by, explain_by=explain_by)


def _finish(row: Inspection, sheet: dict[str, Any], people: People) -> None:
    """Explained, concluded, put right, found to be kept."""
    by, chair = people[_INSPECTOR], people[sheet["unit"]]
    found: dict[int, Finding] = {one.order: one for one in row.findings.all()}
    with acting(chair, on=_FIRST[3]):
        for order, one in enumerate(sheet["findings"], start=1):
            if words := one.get("explanation"):
                findings.explain(inspection_id=row.pk, finding_id=found[order].pk, by=chair, explanation=words)
        explained = findings.send_explanation(inspection_id=row.pk, by=chair)
    with acting(by, on=_SIGNED):
        words = compose(explained)
        conclude.save_conclusion(inspection_id=row.pk, by=by, conclusion=words)
        given = [
            remedies.add_remedy(inspection_id=row.pk, by=by, text=one["text"], due=_DUE, finding=found[one["finding"]])
            for one in sheet["remedies"]
        ]
        conclude.hand_in(inspection_id=row.pk, by=by)
    with acting(people[_CHAIR], on=_SIGNED):
        conclude.issue_conclusion(inspection_id=row.pk, by=people[_CHAIR])
    for one, remedy in zip(sheet["remedies"], given, strict=True):
        with acting(chair, on=_REPORTED):
            remedies.report_remedy(inspection_id=row.pk, remedy_id=remedy.pk, by=chair, report=one["report"])
        with acting(by, on=_RECHECKED):
            remedies.recheck_remedy(inspection_id=row.pk, remedy_id=remedy.pk, by=by, kept=True, note=sheet["recheck"])
