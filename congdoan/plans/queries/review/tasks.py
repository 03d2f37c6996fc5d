"""The tasks of a draft as the page shows them, under their headings, with what each still lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Q, QuerySet, Value

from congdoan.core import clock
from congdoan.duties.queries.suggest import LikelyLead, likely_leads
from congdoan.plans.models import PartyRole, Plan, Section, Task, TaskParty
from congdoan.plans.queries.review.doubts import DoubtView
from congdoan.plans.queries.review.learned import RulePaper, learned
from congdoan.plans.six_clear import Clear, TaskWords, lacking


@dataclass(frozen=True, slots=True)
class PartyView:
    """One unit, level or unmatched name; `source` says from what words it was understood, when that is not plain.

    `papers`: the earlier ones that taught the rule which named it.
    """

    party: TaskParty
    papers: tuple[RulePaper, ...] = ()

    @property
    def label(self) -> str:
        return str(self.party)

    @property
    def is_known(self) -> bool:
        return bool(self.party.unit_id or self.party.audience)

    @property
    def rules(self) -> str:
        """The group of learned rules that named it: "ten", "muc" or none."""
        return {TaskParty.Match.ALIAS.value: "ten", TaskParty.Match.HABIT.value: "muc"}.get(self.party.match, "")

    @property
    def source(self) -> str:
        inferred = self.party.match in (TaskParty.Match.ALIAS, TaskParty.Match.ABBREVIATION)
        if inferred and self.party.unit_id and self.party.printed:
            return f"văn bản ghi “{self.party.printed}”" if self.party.printed != self.label else ""
        return ""


@dataclass(frozen=True, slots=True)
class TaskView:
    task: Task
    leads: tuple[PartyView, ...]
    cooperating: tuple[PartyView, ...]
    targets: tuple[str, ...]
    doubts: tuple[DoubtView, ...]
    lacks: tuple[Clear, ...]
    likely: LikelyLead | None = None


@dataclass(slots=True)
class SectionView:
    """A heading with its tasks. `section` is None for tasks under no heading."""

    section: Section | None
    tasks: list[TaskView] = field(default_factory=list)
    doubts: list[DoubtView] = field(default_factory=list)

    @property
    def is_clear(self) -> bool:
        """Nothing is left to look at, and every task says all of the six, as is asked when the draft is submitted."""
        return not self.doubts and not any(task.doubts or task.lacks for task in self.tasks)


def words_of(task: Task, parties: Iterable[TaskParty]) -> TaskWords:
    """What the six questions are asked about; whole levels that lead together count as one."""
    leads = [p for p in parties if p.role == PartyRole.LEAD and (p.unit_id or p.audience)]
    return TaskWords(
        text=task.text,
        leads=sum(1 for p in leads if p.unit_id) + (1 if any(p.audience for p in leads) else 0),
        unknown=sum(1 for p in parties if not (p.unit_id or p.audience)),
        has_due=task.due is not None,
        recurs=bool(task.recurrence),
        product=task.product,
        competence=task.competence,
    )


def shown_tasks(plan: Plan) -> "QuerySet[Task]":
    """Tasks in order with their parties and the words of their targets."""
    parties = Prefetch("parties", TaskParty.objects.select_related("unit"))
    words = ArrayAgg("targets__text", filter=Q(targets__isnull=False), order_by="targets__order", default=Value([]))
    found = (
        plan.tasks.filter(withdrawn_on=None)
        .select_related("carries_out__plan", "after")
        .prefetch_related(parties)
        .annotate(target_words=words)
    )
    return found.order_by("order", "pk")


def sections_of(
    plan: Plan, headings: Sequence[Section], doubts: Sequence[DoubtView], *, with_empty: bool
) -> list[SectionView]:
    """Headings in order with their tasks; headings without tasks only when asked for. Tasks under none stand first, or
    last where they were added after those of a heading."""
    tasks = list(shown_tasks(plan))
    views = {section.pk: SectionView(section) for section in headings}
    loose = SectionView(None)
    by_task: dict[int, list[DoubtView]] = {}
    for view in doubts:
        if view.tab == "tasks" and view.doubt.task_id:
            by_task.setdefault(view.doubt.task_id, []).append(view)
    above = _headings_above(headings, tasks)
    known, numbers = learned(plan, headings, tasks), {section.pk: section.number for section in headings}
    likely = _likely(plan, tasks)
    for task in tasks:
        place = above.get(task.section_id or 0, task.section_id)
        papers = {
            party.pk: known.papers_of(party, numbers.get(task.section_id or 0, "")) for party in task.parties.all()
        }
        views.get(place or 0, loose).tasks.append(_task(task, by_task.get(task.pk, ()), papers, likely.get(task.pk)))
    for view in doubts:
        if view.tab == "tasks" and not view.doubt.task_id:
            views.get(view.doubt.section_id or 0, loose).doubts.append(view)
    shown = [view for view in views.values() if view.tasks or view.doubts or with_empty]
    if not loose.tasks and not loose.doubts:
        return shown
    comes_last = loose.tasks and loose.tasks[0].task.pk != tasks[0].pk
    return [*shown, loose] if comes_last else [loose, *shown]


def _headings_above(sections: Iterable[Section], tasks: Iterable[Task]) -> dict[int, int]:
    """For headings that are themselves the words of a task: the heading above, under which the task is shown."""
    by_number = {section.number: section for section in sections}
    spoken = {
        task.section_id: task.start for task in reversed(list(tasks)) if task.section_id and task.start is not None
    }
    above = {}
    for section in by_number.values():
        start, parent = spoken.get(section.pk), by_number.get(section.number.rpartition(".")[0])
        if parent and start is not None and section.start is not None and section.start <= start < (section.end or 0):
            above[section.pk] = parent.pk
    return above


def one_task(task: Task) -> TaskView:
    """One task alone, for its editor."""
    return _task(task, (), {})


def _likely(plan: Plan, tasks: Iterable[Task]) -> dict[int, LikelyLead]:
    """For tasks that nobody leads: who leads such work by the organ's matrix of duties."""
    open_tasks = [task for task in tasks if not any(party.role == PartyRole.LEAD for party in task.parties.all())]
    leads = likely_leads(plan.unit.organ_id, [task.text for task in open_tasks], on=clock.today())
    return {task.pk: lead for task, lead in zip(open_tasks, leads, strict=True) if lead}


def _task(
    task: Task,
    doubts: Sequence[DoubtView],
    papers: dict[int, tuple[RulePaper, ...]],
    likely: LikelyLead | None = None,
) -> TaskView:
    parties = list(task.parties.all())
    views = [PartyView(party, papers.get(party.pk, ())) for party in parties]
    return TaskView(
        task,
        leads=tuple(view for view in views if view.party.role == PartyRole.LEAD),
        cooperating=tuple(view for view in views if view.party.role == PartyRole.COOPERATING),
        targets=tuple(getattr(task, "target_words", ())),
        doubts=tuple(doubts),
        lacks=lacking(words_of(task, parties)),
        likely=likely,
    )
