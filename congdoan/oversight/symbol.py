"""The number of a conclusion, as it is printed."""

from typing import Final

from congdoan.organisation.models import Unit

SERIES: Final = "KLKT"


def symbol_of(unit: Unit) -> str:
    """What follows the number: "/KL-UBKT" of a committee, "/KLKT-LĐLĐ" of an organ, which has other conclusions too."""
    if unit.is_inside:
        return f"/KL-{unit.symbol or 'UBKT'}"
    return f"/{SERIES}-{unit.symbol}" if unit.symbol else f"/{SERIES}"
