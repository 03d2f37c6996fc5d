"""The checks of this floor."""

from congdoan.core.verify import contexts, files, jobs, numbers


def register() -> None:
    for owner in (numbers, files, jobs, contexts):
        owner.register()
