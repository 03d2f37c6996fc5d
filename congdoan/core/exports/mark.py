"""What every exported file says of itself: who took it, when, and by which request."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.seeing.requests import number_of


@dataclass(frozen=True, slots=True)
class Mark:
    """`at` is the real moment; `request` the number that log lines, audit and log of accesses show too."""

    by: str
    at: datetime
    request: str

    def __str__(self) -> str:
        words = f"{self.by} xuất lúc {timezone.localtime(self.at):%H:%M ngày %d/%m/%Y}"
        return f"{words}, số yêu cầu {self.request}" if self.request else words


def mark_of(request: HttpRequest) -> Mark:
    return Mark(str(request.user), clock.now(), number_of(request))
