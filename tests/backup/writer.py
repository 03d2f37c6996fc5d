"""Somebody at work while a backup is made: `python -m tests.backup.writer NAME` until its input ends."""

import io
import select
import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from congdoan.core.files.discard import discard  # noqa: E402
from congdoan.core.files.store import store  # noqa: E402
from congdoan.core.models import JobRun  # noqa: E402

name, number, mine = sys.argv[1], 0, []
while not select.select([sys.stdin], [], [], 0)[0]:
    number += 1
    with transaction.atomic():
        JobRun.objects.create(kind="x", title=f"{name} {number}")
        mine.append(store(io.BytesIO(f"{name} {number}".encode() * 500), name=f"{name}-{number}.txt", by_id=None))
    if number % 3 == 0:
        discard([mine.pop(len(mine) // 2)])
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
