"""A kind of work and a kind of decision, registered for these tests alone."""

from collections.abc import Iterator

import pytest

from congdoan.worklist.kinds import WorkKind, kinds


@pytest.fixture(autouse=True)
def _kinds_of_work() -> Iterator[None]:
    before = dict(kinds._entries)
    kinds._entries["test.report"] = WorkKind("Báo cáo kết quả", lambda object_id: f"/nhiem-vu/{object_id}/")
    kinds._entries["test.approve"] = WorkKind(
        "Duyệt", lambda object_id: f"/duyet/{object_id}/", waits_for_decision=True
    )
    yield
    kinds._entries.clear()
    kinds._entries.update(before)
