"""The checks of this floor."""

from congdoan.core.audit.hardening import weaknesses
from congdoan.core.audit.sealing import check as seals
from congdoan.core.verify import contexts, files, jobs, numbers


def register() -> None:
    for owner in (numbers, files, jobs, contexts, seals, weaknesses):
        owner.register()
