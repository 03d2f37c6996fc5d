"""Everything that the review page of one plan shows."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.documents.models import ReadingPage
from congdoan.organisation.rights import require
from congdoan.plans.models import DraftChange, Plan, Section, Task
from congdoan.plans.queries.local.given import left_out, plans_given
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.review.citations import CitationView, citations_of
from congdoan.plans.queries.review.doubts import DoubtView, views_of
from congdoan.plans.queries.review.levels import Level, levels_of, units_in
from congdoan.plans.queries.review.tasks import SectionView, sections_of


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`left_out`: what the superior gave and no task carries out; `superiors`: the plans that
    gave work to carry out."""

    plan: Plan
    pages: list[ReadingPage]
    headings: list[Section]
    sections: list[SectionView]
    citations: list[CitationView]
    levels: list[Level]
    doubts: list[DoubtView]
    saved_at: datetime
    last_change: str
    left_out: list[Task]
    superiors: list[Plan]

    @property
    def carries(self) -> bool:
        return self.plan.carries_out_id is not None or bool(self.superiors)

    @property
    def task_count(self) -> int:
        return sum(len(section.tasks) for section in self.sections)

    @property
    def unit_count(self) -> int:
        return units_in(self.levels)

    @property
    def lacking(self) -> int:
        """How many tasks lack something of the six."""
        return sum(1 for section in self.sections for task in section.tasks if task.lacks)

    @property
    def doubts_in_tasks(self) -> int:
        return sum(1 for view in self.doubts if view.tab == "tasks")

    @property
    def doubts_in_citations(self) -> int:
        return sum(1 for view in self.doubts if view.tab == "citations")

    @property
    def header_doubts(self) -> list[DoubtView]:
        return [view for view in self.doubts if view.tab == "header"]


def plan_to_review(plan_id: int, user: User) -> Plan:
    """The plan, if the person may draft at its unit, with what they changed last. Raises NotFound, NotAllowed."""
    related = ("unit", "coordinator", "reading", "document__file__blob", "based_on", "carries_out__unit")
    own = DraftChange.objects.filter(plan=OuterRef("pk"), by=user, undone_at=None)
    found = visible_plans(user).select_related(*related)
    plan = find(found.annotate(last_own_change=Subquery(own.values("summary")[:1])), plan_id)
    if plan is None:
        raise NotFound("Không có văn bản này trong các văn bản được xem.")
    require(user, "plans.draft", plan.unit)
    return plan


def review_page(plan: Plan, user: User) -> ReviewPage:
    """A fixed number of queries, whatever the size of the plan."""
    open_doubts = plan.doubts.filter(resolved_at=None).select_related("section", "task", "citation")
    doubts = views_of(list(open_doubts))
    pages = list(plan.reading.pages.all()) if plan.reading else []
    headings = list(plan.sections.all())
    sections = sections_of(plan, headings, doubts, with_empty=plan.reading_id is None)
    return ReviewPage(
        plan=plan,
        pages=pages,
        headings=headings,
        sections=sections,
        citations=citations_of(plan, user, pages, doubts),
        levels=levels_of(plan, sections),
        doubts=doubts,
        saved_at=plan.updated_at,
        last_change=getattr(plan, "last_own_change", None) or "",
        left_out=left_out(plan),
        superiors=list(plans_given(plan.unit)),
    )
