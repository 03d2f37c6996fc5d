"""One POST to an address that somebody typed: never into our own network, never further than that address.

The name is looked up once, every address it has must be public, and the connection goes to the one that was checked:
a name that answers differently a moment later changes nothing. A redirect is an answer like any other, not followed.
"""

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import SplitResult, urlsplit

SECONDS: Final = 15
"""For all of it, however slowly the other side goes on."""
LONGEST_URL: Final = 500
_TRANSLATED: Final = ip_network("64:ff9b::/96")
_PORTS: Final = {"https": 443, "http": 80}


class NotTaken(Exception):
    """Nothing came to the receiver, or it did not say that it took it. `words` for the administrator."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def fault_of(url: str, *, allow_private: bool) -> str:
    """Why the address cannot be used at all, as a sentence; empty when it can."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "Địa chỉ không đúng dạng. Ghi như https://may-chu.vn/duong-dan."
    if parts.scheme not in (("https", "http") if allow_private else ("https",)) or not parts.hostname:
        return "Ghi địa chỉ bắt đầu bằng https://"
    if parts.username or parts.password or parts.fragment or port == 0 or not url.isascii() or " " in url:
        return "Địa chỉ không được có tên đăng nhập, dấu cách, dấu # hay chữ có dấu."
    with suppress(ValueError):
        if not (allow_private or is_public(ip_address(parts.hostname))):
            return "Địa chỉ này ở trong mạng nội bộ; chỉ gửi được ra địa chỉ công khai."
    return ""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is somebody else's in the Internet, also when it is an older address in the clothes of a newer one."""
    if isinstance(address, IPv6Address):
        if inner := address.ipv4_mapped or address.sixtofour:
            return is_public(inner)
        if address in _TRANSLATED:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast


def post(url: str, body: bytes, headers: dict[str, str], *, allow_private: bool) -> int:
    """The status that was answered. Raises NotTaken when there was no answer or the address may not be called."""
    if fault := fault_of(url, allow_private=allow_private):
        raise NotTaken(fault)
    parts = urlsplit(url)
    address = _checked_address(parts, allow_private)
    connection = _Pinned(parts, address)
    watch = threading.Timer(SECONDS, connection.hang_up)
    watch.daemon = True
    watch.start()
    try:
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", path, body, {"User-Agent": "congdoan-webhook", **headers})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise NotTaken(_words(error)) from error
    finally:
        watch.cancel()
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """Goes to the address that was checked; the certificate must still be of the name."""

    def __init__(self, parts: SplitResult, address: str) -> None:
        assert parts.hostname
        super().__init__(parts.hostname, parts.port or _PORTS[parts.scheme], timeout=SECONDS)
        self._address, self._encrypted = address, parts.scheme == "https"

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), timeout=SECONDS)
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(plain, server_hostname=self.host) if self._encrypted else plain

    def hang_up(self) -> None:
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def _checked_address(parts: SplitResult, allow_private: bool) -> str:
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or _PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotTaken("Không tìm thấy máy chủ có tên này.") from error
    addresses = [str(one[4][0]).partition("%")[0] for one in found]
    if not addresses or not (allow_private or all(is_public(ip_address(one)) for one in addresses)):
        raise NotTaken("Tên máy chủ chỉ vào mạng nội bộ nên không gửi.")
    return addresses[0]


def _words(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "Chứng chỉ của máy chủ không hợp lệ."
    if isinstance(error, TimeoutError):
        return f"Máy chủ không trả lời trong {SECONDS} giây."
    return "Máy chủ từ chối hoặc ngắt kết nối."
