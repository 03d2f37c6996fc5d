"""`congdoan verify` holds on a federation at work, and names each place where somebody broke it by hand."""

import json
import os
import time
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from congdoan.core.files.doubtful import note, settle_all
from congdoan.core.files.paths import path_of
from congdoan.core.models import Blob
from congdoan.core.numbering import next_number, reserve_through
from congdoan.core.verify.checks import Check, checks
from congdoan.core.verify.run import Result, verify
from congdoan.organisation.models import Post
from congdoan.organisation.services.posts import delegate
from congdoan.plans.models import Assignment, Plan
from tests.verify.broken import BROKEN
from tests.verify.tampering import as_superuser
from tests.world import Federation


def failed() -> dict[str, Result]:
    return {result.name: result for result in verify() if not result.holds}


@pytest.fixture
def stored_path(at_work: Assignment, file_store: Path) -> Path:
    """Where the one file of the report lies."""
    return file_store / path_of(Blob.objects.get().sha256)


def test_everything_holds_while_a_federation_is_at_work(at_work: Assignment) -> None:
    out = StringIO()
    call_command("verify", stdout=out)
    assert "Mọi điều đều đúng." in out.getvalue()
    assert sum(line.startswith("đúng ") for line in out.getvalue().splitlines()) == len(checks_by_name())


def test_each_thing_broken_by_hand_is_found_and_named(at_work: Assignment) -> None:
    for name, statement, words in BROKEN:
        with transaction.atomic():
            as_superuser(statement)
            places = list(checks_by_name()[name].find(lambda stage, done, total: None))
            transaction.set_rollback(True)
        assert any(words in place for place in places), (name, places)


def test_every_check_by_the_database_has_been_seen_to_fail() -> None:
    by_hand = {"files.rows", "files.doubtful", "files.bytes"}  # below
    seals = {"seals.chain", "seals.copies", "seals.rows", "seals.slipped"}  # test_seals.py
    rights = {"audit.rights", "audit.triggers"}  # test_harden.py
    assert set(checks_by_name()) == {name for name, _, _ in BROKEN} | by_hand | seals | rights


def test_the_file_whose_byte_changed_is_named(stored_path: Path) -> None:
    content = bytearray(stored_path.read_bytes())
    content[3] ^= 1
    stored_path.write_bytes(content)
    assert set(failed()) == {"files.bytes"}
    assert "Tệp “biên bản.txt”" in failed()["files.bytes"].places[0]
    assert not [result for result in verify(quick=True) if not result.holds]


def test_a_row_without_its_file_is_named(stored_path: Path) -> None:
    stored_path.unlink()
    assert set(failed()) == {"files.rows"}
    assert "Tệp “biên bản.txt”" in failed()["files.rows"].places[0]


def test_a_file_without_a_row_is_named_unless_it_is_arriving(stored_path: Path) -> None:
    digest = f"{Blob.objects.get().sha256[:4]}{'0' * 60}"
    stray = stored_path.parent / digest
    stray.write_bytes(b"?")
    assert digest in failed()["files.rows"].places[0]
    note(digest)
    assert not failed()


def test_a_file_that_has_been_arriving_for_hours_is_named(at_work: Assignment, file_store: Path) -> None:
    left = file_store / note(Blob.objects.get().sha256)
    assert not failed()
    hours_ago = time.time() - 2 * 3600
    os.utime(left, (hours_ago, hours_ago))
    assert set(failed()) == {"files.doubtful"}
    settle_all()
    assert not failed()


def test_numbers_of_a_register_on_paper_are_not_missing(federation: Federation) -> None:
    key = {"unit_id": federation.province.pk, "series": "KH", "year": 2023}
    reserve_through(**key, number=33)
    assert not failed()
    reserve_through(**key, number=20)
    assert next_number(**key) == 34
    assert failed()["numbers.missing"].places == [f"Số 34, sổ KH năm 2023, đơn vị số {federation.province.pk}"]


def test_a_draft_with_the_number_of_its_paper_and_a_delegated_open_post_are_right(
    federation: Federation,
) -> None:
    Plan.objects.create(unit=federation.province, subject="Đã đọc", number=102, issued_on=date(2022, 1, 5))
    own = Post.objects.get(user=federation["chutich"])
    day = date(2023, 3, 20)
    delegate(by=federation["chutich"], post_id=own.pk, to=federation["vanthu"], starts_on=day, ends_on=day)
    assert not failed()


def test_the_command_exits_with_1_and_says_where(at_work: Assignment) -> None:
    Assignment.objects.filter(pk=at_work.pk).update(open_obstacles=5)
    out = StringIO()
    with pytest.raises(CommandError, match="1 điều không đúng") as ended:
        call_command("verify", "--quick", "--format", "json", stdout=out)
    assert ended.value.returncode == 1
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    wrong = [line for line in lines if not line["holds"]]
    assert [line["places"] for line in wrong] == [[f"Phần việc số {at_work.pk}"]]


def checks_by_name() -> dict[str, Check]:
    return dict(checks.items())
