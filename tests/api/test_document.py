"""The examples of docs/api.md do what they say, with curl against a server."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from congdoan.core import clock
from congdoan.plans.models import AssignmentState, ProgressReport
from tests.api.program import Program
from tests.plans.factories import give, make_plan, make_task
from tests.world import build_federation

DOCUMENT = Path(__file__).parents[2] / "docs" / "api.md"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_examples_of_the_document_work(live_server: LiveServer, tmp_path: Path) -> None:
    clock.set_today(date(2023, 3, 15))
    federation = build_federation()
    given = give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING)
    _, *examples = re.findall(r"```sh\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    places = {"MAY": live_server.url, "MA": Program(federation["batri"]).made.text}
    done = subprocess.run(
        ["sh", "-euc", "\n".join(examples)], cwd=tmp_path, env={**os.environ, **places}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "}304\n" in done.stdout
    assert ProgressReport.objects.get().text == "Đã tập huấn 40 cán bộ"
    assert f'"id":{given.pk}' in done.stdout
