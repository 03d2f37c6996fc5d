"""A second plan, of which the paper has been read but not checked yet: its doubts wait for somebody."""

from datetime import date
from typing import Final

from congdoan.demo.acting import acting
from congdoan.demo.papers import read_paper
from congdoan.demo.people import People
from congdoan.demo.units import PROVINCE, Units
from congdoan.plans.models import Plan

PAPER: Final = "thang-cong-nhan-2023.txt"
_RECEIVED: Final = date(2023, 3, 14)


def leave_in_review(units: Units, people: People) -> Plan:
    """The workers' month of 2023, received the day before today."""
    specialist = people["chuyenvien"]
    with acting(specialist, on=_RECEIVED):
        return read_paper(PAPER, units[PROVINCE], by=specialist)
