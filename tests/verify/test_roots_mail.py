"""The latest root goes outside by mail, and what came is a copy that verification compares with."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django import app

from congdoan.core.audit.sealing.seal import seal_new
from congdoan.plans.models import Assignment
from congdoan.worklist.models import OutgoingMail
from tests.verify.tampering import as_superuser


def send() -> None:
    app.tasks["congdoan.worklist.mail_root"].func(timestamp=0)


def test_a_root_is_mailed_once_and_betrays_a_chain_that_was_made_anew(
    at_work: Assignment, settings: Any, tmp_path: Path
) -> None:
    settings.ROOTS_MAIL = "luu.tru@example.vn"
    seal_new()
    send()
    send()
    mail = OutgoingMail.objects.get(to="luu.tru@example.vn")
    copy = tmp_path / "from-mail.txt"
    copy.write_text(next(line for line in mail.text.splitlines() if line.startswith("1 ")) + "\n")
    call_command("verify", "--quick", "--against", str(copy))
    as_superuser("delete from core_sealblock")
    as_superuser("delete from core_sealpiece")
    seal_new()
    with pytest.raises(CommandError):
        call_command("verify", "--quick", "--against", str(copy))


def test_without_an_address_nothing_is_mailed(at_work: Assignment) -> None:
    seal_new()
    send()
    assert not OutgoingMail.objects.filter(user=None).exists()
