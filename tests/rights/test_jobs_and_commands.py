"""Background jobs ask again for the right of whoever started them; commands are for the operator alone."""

from datetime import date

import pytest
from django.core.management import get_commands
from procrastinate.contrib.django import app

from congdoan.core.models import JobRun
from congdoan.documents.models import Document, Reading
from tests.rights.matrix import matrix
from tests.rights.office_things import a_file
from tests.rights.people import Person
from tests.rights.world import World

pytestmark = pytest.mark.django_db


def test_every_job_has_a_row_in_the_matrix_and_every_row_a_job() -> None:
    app.perform_import_paths()  # as the worker does when it starts
    own = {name for name in app.tasks if "builtin" not in name}
    assert own == set(matrix().jobs)


def test_every_command_has_a_row_in_the_matrix_and_every_row_a_command() -> None:
    own = {name.replace("_", "-") for name, place in get_commands().items() if str(place).startswith("congdoan")}
    assert own == set(matrix().commands)


@pytest.mark.parametrize("name", [name for name, job in matrix().jobs.items() if "right" in job])
def test_a_job_of_somebody_without_the_right_changes_nothing_and_says_so(world: World, name: str) -> None:
    reader, stranger = _person(world, "reader.own"), _person(world, "unit_leader.sister")
    for person in (reader, stranger):
        run = JobRun.objects.create(kind="test", title="Việc", started_by=person.user)
        app.tasks[name].func(run_id=run.pk, **_arguments(world, name, person))
        run.refresh_from_db()
        assert run.state == JobRun.State.FAILED
        assert "không có quyền" in run.error


def _person(world: World, name: str) -> Person:
    return next(person for person in world.people if person.actor.name == name)


def _arguments(world: World, name: str, person: Person) -> dict[str, object]:
    assert person.user is not None
    things, user_id = world.things, person.user.pk
    if name == "congdoan.core.back_up":
        return {}
    if name == "organisation.import_sheet":
        return {"file_id": things["sheet"]["file_id"], "unit_id": things["unit"]["unit_id"], "user_id": user_id}
    if name == "congdoan.plans.read_plan_paper":
        paper = Document.objects.create(
            unit_id=things["unit"]["unit_id"], subject="Mới", file=a_file("moi.txt", person.user)
        )
        return {"reading_id": Reading.objects.create(document=paper).pk}
    day = date(2023, 3, 15).isoformat()
    plan_id = things["plan_approved"]["plan_id"]
    return {"plan_id": plan_id, "user_id": user_id, "on": day, "signer_id": things[""]["signer"], "number": None}
