"""The address that the pages are served at: whether it is free, and how people reach it."""

import errno
import os
import socket

from congdoan.cli import texts
from congdoan.cli.failure import Failure

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound


def check_free(host: str, port: int) -> None:
    """Raise Failure with what to do when nobody can listen there."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Failure(reason(error, host, port)) from error


def reason(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return texts.PORT_BUSY.format(port=port, other=port + 1)
    if error.errno == errno.EACCES:
        return texts.PORT_FORBIDDEN.format(port=port)
    return texts.NO_ADDRESS.format(host=host)


def reached_at(host: str, port: int) -> str:
    """The address to open on this machine."""
    shown = "127.0.0.1" if host in EVERYWHERE else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def announce(host: str, port: int) -> None:
    """Let the pages answer to the names this machine is reached by, unless the operator has said which."""
    os.environ.setdefault("CONGDOAN_BASE_URL", reached_at(host, port))
    if host in {"127.0.0.1", "localhost", "::1"}:
        return
    names = {"127.0.0.1", "localhost", "[::1]", f"[{host}]" if ":" in host else host}
    if host in EVERYWHERE:
        names = names - EVERYWHERE | own_names()
    os.environ.setdefault("CONGDOAN_HOSTS", ",".join(sorted(names)))


def own_names() -> set[str]:
    name = socket.gethostname()
    try:
        return {name, socket.getfqdn(), *socket.gethostbyname_ex(name)[2]}
    except OSError:
        return {name}
