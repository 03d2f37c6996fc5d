"""What stands in the installations that are saved: a small federation with history, files and people who sign in."""

import io
from datetime import date

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.core.files.store import store
from tests.world import build_federation

PAPERS = {f"cong-van-{n}.txt": f"Công văn số {n}/CV-LĐLĐ\n".encode() * 40 * n for n in range(1, 13)}


def fill() -> None:
    clock.set_today(date(2023, 3, 15))
    with audit_context(user_id=None, origin="test"):
        federation = build_federation()
        for name, content in PAPERS.items():
            store(io.BytesIO(content), name=name, by_id=federation["vanthu"].pk)
        federation.ba_tri.phone = "0275 385 0001"
        federation.ba_tri.save()
