"""Builds the demo federation with the product's own commands, each on its own business day, all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict
from congdoan.demo.acting import acting
from congdoan.demo.alone import raise_difficulties
from congdoan.demo.district import start_district_plan
from congdoan.demo.duties import share_out_duties
from congdoan.demo.inspections import inspect_districts
from congdoan.demo.models import Demonstration
from congdoan.demo.people import People, open_administrator, open_everybody
from congdoan.demo.plan import issue_sample_plan
from congdoan.demo.reports import report_quarters
from congdoan.demo.resolution import finish_programme_task, issue_programme
from congdoan.demo.second_plan import leave_in_review
from congdoan.demo.targets import set_targets_of
from congdoan.demo.turns import all_turns
from congdoan.demo.units import Units, establish_below, establish_top
from congdoan.demo.work import carry_out
from congdoan.organisation.models import Unit
from congdoan.worklist.services.notices import mark_all_read
from congdoan.worklist.services.reminders import remind

FIRST_DAY: Final = date(2022, 9, 5)
REMINDED: Final = date(2023, 3, 14)
TODAY: Final = date(2023, 3, 15)


def build() -> None:
    """Everything up to 15/3/2023, which is the business day from then on.

    Raises Conflict in a database that already has units or people.
    """
    if Unit.objects.exists() or User.objects.exists():
        raise Conflict("Hệ thống đã có đơn vị hoặc người dùng. Liên đoàn mẫu chỉ nạp được vào hệ thống còn trống.")
    with _all_or_nothing():
        Demonstration.objects.create(pk=1)
        units, people = _federation()
        share_out_duties(units, people)
        programme = issue_programme(units, people)
        plan = issue_sample_plan(units, people, programme)
        finish_programme_task(programme, units, people)
        carry_out(plan, all_turns(), units, people)
        set_targets_of(plan, units, people)
        start_district_plan(plan, units, people)
        raise_difficulties(plan, units, people)
        leave_in_review(units, people)
        report_quarters(units, people)
        inspect_districts(units, people)
        _remind_everybody(people)
        clock.set_today(TODAY)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """One transaction; when it is given up, the clock forgets the days that it was on."""
    try:
        with transaction.atomic():
            yield
    finally:
        clock.forget()


def _federation() -> tuple[Units, People]:
    with acting(None, on=FIRST_DAY):
        units = establish_top()
        administrator = open_administrator(units)
    with acting(administrator, on=FIRST_DAY):
        establish_below(units, by=administrator)
        people = open_everybody(units, by=administrator)
    return units, people


def _remind_everybody(people: People) -> None:
    """What people were told until then they have read; new are the reminders of the day before."""
    for person in people.values():
        mark_all_read(person)
    with acting(None, on=REMINDED):
        remind(on=REMINDED)
