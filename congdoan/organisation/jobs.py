"""Background jobs of this package."""

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from congdoan.accounts.models import User
from congdoan.core.files.store import open_stored
from congdoan.core.jobs import finish_with, running
from congdoan.core.models.files import StoredFile
from congdoan.organisation.models import Unit
from congdoan.organisation.services.import_sheet import import_sheet


@app.task(name="organisation.import_sheet")
def import_stored_sheet(run_id: int, file_id: int, unit_id: int, user_id: int) -> None:
    """Import a sheet that somebody uploaded and looked at."""
    with running(run_id) as report, transaction.atomic():
        unit = Unit.objects.get(pk=unit_id)
        with open_stored(StoredFile.objects.select_related("blob").get(pk=file_id)) as content:
            made = import_sheet(by=User.objects.get(pk=user_id), within=unit, content=content.read(), progress=report)
        finish_with(
            run_id,
            url=reverse("organisation:unit-below", args=[unit_id]),
            units=len(made.units),
            people=len(made.people),
            posts=len(made.posts),
        )
