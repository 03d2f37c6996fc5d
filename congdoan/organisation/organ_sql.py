"""SQL by which the records of an organ's departments count as the organ's own."""

from typing import Final

_INSIDE: Final = "('department', 'inspection')"


def organ_of(alias: str) -> str:
    """The id of the organ that the unit under this alias is, or is a part of."""
    return f"case when {alias}.kind in {_INSIDE} then {alias}.parent_id else {alias}.id end"


def of_organs(alias: str, ids: str) -> str:
    """A condition: the unit is one of `ids` (an SQL array), or a part of one."""
    return f"({alias}.id = any({ids}) or ({alias}.kind in {_INSIDE} and {alias}.parent_id = any({ids})))"
