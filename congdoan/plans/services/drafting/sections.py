"""The headings of a paper as sections of its plan."""

from congdoan.documents.reading.model import PlanReading
from congdoan.plans.models import Plan, Section
from congdoan.plans.numbering import printed_number
from congdoan.plans.services.review.order import STEP
from congdoan.plans.titles import section_title


def make_sections(plan: Plan, read: PlanReading) -> dict[str, Section]:
    """One section for each heading, by its number. A number printed twice keeps the first heading."""
    made: dict[str, Section] = {}
    for place, heading in enumerate(read.sections, start=1):
        if heading.number in made:
            continue
        made[heading.number] = Section(
            plan=plan,
            number=heading.number[:40],
            printed=printed_number(heading.number)[:40],
            title=heading.title,
            short_title=section_title(heading.title),
            order=place * STEP,
            depth=heading.number.count("."),
            start=heading.start,
            end=heading.end,
        )
    Section.objects.bulk_create(made.values())
    return made


def nearest(sections: dict[str, Section], number: str) -> Section | None:
    """The section of that number, or the nearest one above it that exists."""
    while number and number not in sections:
        number = number.rpartition(".")[0]
    return sections.get(number)
