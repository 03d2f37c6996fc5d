"""Names that mean all who issue a joint paper: "Hai cơ quan", "Ba tổ chức"."""

from __future__ import annotations

from collections.abc import Sequence

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.units import Unit

_ALL = re.compile(
    r"(?:(?:[Cc]ả )?(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|0?[2-6]) (?:bên|cơ quan|tổ chức|đơn vị|ngành|đoàn thể|sở"
    r"|công đoàn)"
    r"|[Cc]ác bên|[Hh]ai [Cc]ông đoàn)(?: (?:ký kết|phối hợp|liên tịch|trên|ký))*"
)


def are_all_parties(units: Sequence[Unit]) -> bool:
    """ "Hai cơ quan phối hợp thực hiện mục 4": they have it together, and help nobody else."""
    return bool(units) and all(_ALL.fullmatch(unit.name) for unit in units)
