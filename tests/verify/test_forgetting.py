"""Looks at personal records are sealed. A rule lets old ones go; whoever takes one away otherwise is found out."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.forgetting import forget_accesses_before
from congdoan.core.models import RecordAccess
from congdoan.plans.models import Assignment
from tests.verify.test_seals import wrong
from tests.world import Federation

NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=800)
A_RULE = NOW - timedelta(days=730)


@pytest.fixture(autouse=True)
def looked(at_work: Assignment, federation: Federation) -> RecordAccess:
    return RecordAccess.objects.create(at=LONG_AGO, by=federation["batri"], kind="person", what="list")


def sealed_at(moment: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as clock:
        clock.setattr(timezone, "now", lambda: moment)
        assert seal_new()


def test_a_look_that_somebody_took_away_is_missed(looked: RecordAccess) -> None:
    assert seal_new()
    number = looked.pk
    looked.delete()
    (place,) = wrong("seals.rows")
    assert place.startswith(f"Lượt xem hồ sơ, dòng số {number}: không còn (niêm phong trong khối 1 ")


def test_looks_that_went_by_the_rule_are_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed_at(LONG_AGO, monkeypatch)
    assert forget_accesses_before(A_RULE) == 1
    assert seal_new(), "that they went is sealed too"
    assert not wrong()


def test_a_look_taken_away_beside_the_rule_is_missed_though_others_went_by_it(
    monkeypatch: pytest.MonkeyPatch, federation: Federation
) -> None:
    sealed_at(LONG_AGO, monkeypatch)
    young = RecordAccess.objects.create(at=NOW, by=federation["batri"], kind="person", what="list")
    assert seal_new()
    assert forget_accesses_before(A_RULE) == 1
    young.delete()
    assert len(wrong("seals.rows")) == 1


def test_an_old_look_that_was_sealed_late_stays_until_its_seal_is_old_too() -> None:
    assert seal_new()
    assert forget_accesses_before(A_RULE) == 0
    assert not wrong()
