"""Who takes part in each task of the sample plan, and how far each is on the demo's last day: `data/matrix.csv`."""

from functools import cache
from typing import Final

from congdoan.demo.sheets import rows

NEW: Final = "mới"
DOING: Final = "đang"
DONE: Final = "xong"
TO_ACCEPT: Final = "chờ"
TO_CONFIRM: Final = "xác nhận"


@cache
def cells() -> dict[tuple[str, str], str]:
    """(task number, unit key) → how far."""
    return {
        (row["task"], unit): word for row in rows("matrix") for unit, word in row.items() if unit != "task" and word
    }


def partners(task: str) -> list[str]:
    """Keys of the units in the row of the task."""
    return [unit for number, unit in cells() if number == task]
