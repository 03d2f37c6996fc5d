"""Counts costly requests of a person and of a network address, in one statement that many processes may run at once.

A row holds the moment until which the key has spent what it may do; each time moves it on by one share of the period
(a leaky bucket). The table is unlogged: a crash of the database forgets it, which harms nobody.
"""

import secrets
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from congdoan.config.limits import PEOPLE_BEHIND_ONE_ADDRESS
from congdoan.core.errors import DomainError
from congdoan.core.web import client_address

_SWEEP_ONCE_IN: Final = 500
_SPEND: Final = """
    insert into core_spent as spent (key, until)
    select key, clock_timestamp() + step from unnest(%s::text[], %s::interval[]) as asked(key, step) order by key
    on conflict (key) do update
        set until = greatest(spent.until, clock_timestamp()) + (excluded.until - clock_timestamp())
        where greatest(spent.until, clock_timestamp()) + (excluded.until - clock_timestamp())
            <= clock_timestamp() + %s::interval
    returning key
"""
_WAIT: Final = """
    select max(extract(epoch from spent.until + step - %s::interval - clock_timestamp()))
    from core_spent spent join unnest(%s::text[], %s::interval[]) as asked(key, step) using (key)
"""
_WORDS: Final = {"search": "Đã tìm", "export": "Đã xuất tệp", "upload": "Đã gửi tệp", "api": "Đã gọi"}


class TooOften(DomainError):
    """The person, or everybody behind their address, asked for it more often than the limits allow."""

    status = 429

    def __init__(self, what: str, seconds: int) -> None:
        wait = f"{seconds} giây" if seconds < 90 else f"{ceil(seconds / 60)} phút"
        super().__init__(f"{_WORDS[what]} quá nhiều lần trong thời gian ngắn. Đợi {wait} rồi làm tiếp.")
        self.retry_after = seconds


def spend(request: HttpRequest, what: str, *, by: str = "") -> None:
    """Count one `what` ("search", "export", "upload", "api") of `by`, or else of the person who asks.

    Raises TooOften when that is more than the limits allow.
    """
    times, seconds = settings.LIMITS[what]
    shares = {f"{what} from {_network_of(request)}": seconds / times / PEOPLE_BEHIND_ONE_ADDRESS}
    if by or request.user.is_authenticated:
        shares[f"{what} by {by or request.user.pk}"] = seconds / times
    keys, steps = list(shares), [f"{share:f} seconds" for share in shares.values()]
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, [keys, steps, f"{seconds} seconds"])
        if len(cursor.fetchall()) < len(keys):
            cursor.execute(_WAIT, [f"{seconds} seconds", keys, steps])
            raise TooOften(what, max(1, ceil(cursor.fetchone()[0] or 0)))
        if secrets.randbelow(_SWEEP_ONCE_IN) == 0:
            cursor.execute("delete from core_spent where until < clock_timestamp()")


def _network_of(request: HttpRequest) -> str:
    """The address; of the newer kind the network, for one machine there has billions."""
    text = client_address(request)
    try:
        address = ip_address(text)
    except ValueError:
        return "unknown"
    return str(ip_network(f"{address}/64", strict=False)) if isinstance(address, IPv6Address) else str(address)
