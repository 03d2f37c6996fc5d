"""Makes work for tests."""

from datetime import date
from typing import Any

from congdoan.organisation.models import Unit
from congdoan.worklist.models import WorkItem
from congdoan.worklist.services.items import NewWork, open_work

TODAY = date(2023, 3, 15)


def give(unit: Unit, due: date | None = None, action: str = "tasks.report", **more: Any) -> WorkItem:
    fields = {"kind": "test.report", "object_id": 1, "title": "Rà soát thủ tục", "source": "Nhiệm vụ 2.1", **more}
    return open_work([NewWork(unit_id=unit.pk, action=action, due=due, **fields)])[0]
