"""Keeps what a person corrected in a reading, and what the reviewed paper teaches about the next one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from congdoan.accounts.models import User
from congdoan.documents.models import Document
from congdoan.documents.services.results import result_of
from congdoan.plans.models import CheckedReading, CheckedStage, Correction, Plan, Stage
from congdoan.plans.services.review.learning import facts
from congdoan.plans.services.review.learning.answers import answers_of
from congdoan.plans.services.review.learning.difference import Difference
from congdoan.plans.services.review.learning.drafted import Drafted, Touch, as_drafted
from congdoan.plans.services.review.learning.habits import observe_habits
from congdoan.plans.services.review.learning.names import confirm_names, learn_names
from congdoan.plans.services.review.learning.parties import Parties, of_assignment, of_units, parties_of


def keep_checked(plan: Plan, *, by: User, on: date) -> CheckedReading | None:
    """Compare the draft with what the reader gave, keep the corrections and learn from them.

    Doing it again replaces what was kept of the plan before. A plan that no paper was read for keeps nothing.
    """
    if plan.reading is None or plan.document_id is None:
        return None
    drafted = as_drafted(plan)
    parties = parties_of(drafted)
    differences = _differences(drafted, parties, plan.reading.text)
    read = result_of(plan.reading)
    papers = Document.objects.in_bulk({row["cited_id"] for row in drafted.now["citation"].values() if row["cited_id"]})
    checked, _ = CheckedReading.objects.update_or_create(
        plan=plan,
        defaults={
            "reading": plan.reading,
            "unit_id": plan.unit.organ_id,
            "type": plan.type,
            "checked_on": on,
            "checked_by": by,
            "answers": answers_of(read, parties, differences, papers),
        },
    )
    _keep_corrections(checked, differences, drafted.touches)
    _keep_stages(checked, drafted, parties, differences)
    learn_names(checked, parties, by=by, on=on)
    confirm_names(plan, parties, by=by, on=on)
    observe_habits(plan, read, drafted, by=by, on=on)
    return checked


def _differences(drafted: Drafted, parties: Parties, text: str) -> list[Difference]:
    return [
        *facts.of_header(drafted),
        *facts.of_outline(drafted),
        *facts.of_citations(drafted),
        *facts.of_tasks(drafted, text),
        *of_assignment(parties),
        *facts.of_due(drafted),
        *of_units(parties),
    ]


def _keep_corrections(
    checked: CheckedReading, differences: Sequence[Difference], touches: dict[tuple[str, str], Touch]
) -> None:
    checked.corrections.all().delete()
    made = []
    for one in differences:
        by_id, at = next((touches[row] for row in one.rows if row in touches), (None, None))
        made.append(
            Correction(
                checked=checked,
                stage=one.stage,
                what=one.what,
                place=one.place[:40],
                read=one.read,
                corrected=one.corrected,
                start=one.start,
                end=one.end,
                by_id=by_id,
                at=at,
            )
        )
    Correction.objects.bulk_create(made)


def _keep_stages(
    checked: CheckedReading, drafted: Drafted, parties: Parties, differences: Sequence[Difference]
) -> None:
    """A task counts once in a stage, however many of its values were corrected there."""
    checked.stages.all().delete()
    corrected = Counter(stage for stage, _ in {(one.stage, _item(one)) for one in differences})
    values = _values(drafted, parties)
    CheckedStage.objects.bulk_create(
        CheckedStage(checked=checked, stage=stage, values=values[stage], corrected=corrected[stage]) for stage in Stage
    )


def _item(difference: Difference) -> object:
    return difference.rows[0] if difference.stage == Stage.TASKS else difference


def _values(drafted: Drafted, parties: Parties) -> dict[Stage, int]:
    """How many values of each stage there are: those that were read, and those that were missed."""
    [(first, now)] = drafted.both("plan").values()
    header = [name for name in facts.HEADER if first[name] or now[name]]
    tasks = drafted.both("task")
    places = {place for kept in (parties.first, parties.now) for place in kept if str(place[0]) in tasks}
    names = {row["printed"] for row in drafted.first["party"].values() if row["printed"]}
    return {
        Stage.HEADER: len(header),
        Stage.OUTLINE: len({**drafted.first["section"], **drafted.now["section"]}),
        Stage.CITATIONS: len(drafted.first["citation"]),
        Stage.TASKS: len({**drafted.first["task"], **drafted.now["task"]}),
        Stage.ASSIGNMENT: len(places) + bool(first["coordinator_id"] or now["coordinator_id"]),
        Stage.DUE: len(tasks),
        Stage.UNITS: len(names),
    }
