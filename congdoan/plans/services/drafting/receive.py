"""From an uploaded paper to a draft in review."""

from collections.abc import Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import DomainError
from congdoan.core.jobs import start_job
from congdoan.core.models import JobRun
from congdoan.documents.models import Reading
from congdoan.documents.services.apart import Stage
from congdoan.documents.services.read import read_paper
from congdoan.documents.services.receive import Upload, give_back
from congdoan.documents.services.receive import receive_paper as keep_paper
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.from_reading import draft_from_reading


@transaction.atomic
def receive_paper(*, files: Sequence[Upload], unit: Unit, by: User) -> JobRun:
    """Keep a plan's paper and have it read; the job's result leads to the review of the draft.

    Several photographs make one paper. Raises Invalid when it cannot be a paper, NotAllowed without the right.
    """
    from congdoan.plans.jobs import read_plan_paper

    require(by, "plans.draft", unit)
    reading = keep_paper(files=files, unit=unit, by=by)
    run = start_job(
        read_plan_paper,
        kind="plans.read",
        title=f"Đọc {files[0][0]}"[:300],
        by_id=by.pk,
        object_kind="reading",
        object_id=reading.pk,
        reading_id=reading.pk,
    )
    reading.job = run
    reading.save(update_fields=["job"])
    return run


def read_into_draft(*, reading_id: int, by: User, on_stage: Stage) -> Plan:
    """Read a kept paper and make its draft; when it cannot be read nothing of it stays.

    Doing it twice gives the same plan.
    """
    made = Plan.objects.filter(reading_id=reading_id).first()
    if made is not None:
        return made
    reading = Reading.objects.select_related("document__unit", "document__file__blob").get(pk=reading_id)
    try:
        with transaction.atomic():
            read_paper(reading, on_stage)
            on_stage("drafting", 0, 1)
            return draft_from_reading(reading_id=reading_id, by=by)
    except DomainError:
        give_back(reading)
        raise
