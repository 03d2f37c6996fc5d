"""How the embedded server is set up: closed to the network, sized to the machine; `local.conf` has the last word."""

import os
import pwd
from collections.abc import Mapping
from pathlib import Path

from congdoan.core.postgres.home import Home

MEGABYTE = 1024 * 1024


def write_conf(home: Home, parameters: Mapping[str, str]) -> None:
    """Write what this version of the product wants; an administrator's own lines in `local.conf` stay and win."""
    wanted = {**closed(home), **sized(), **parameters}
    lines = [f"{name} = '{value}'" for name, value in wanted.items()]
    lines.append("include_if_exists 'local.conf'")
    write(home, "postgresql.conf", lines)
    write(home, "pg_hba.conf", ["local all all peer map=owner", "local replication all peer map=owner"])
    write(home, "pg_ident.conf", [f'owner "{name}" postgres' for name in sorted(allowed(home))])


def allowed(home: Home) -> set[str]:
    """System users who may connect: root and whose folder it is, not the `nobody` whom root lends to the server."""
    uids = {0, os.geteuid(), home.folder_user}
    return {pwd.getpwuid(uid).pw_name for uid in uids}


def closed(home: Home) -> dict[str, str]:
    socket = "../socket" if home.socket.parent == home.root else str(home.socket)
    return {"listen_addresses": "", "unix_socket_directories": socket, "unix_socket_permissions": "0700"}


def sized() -> dict[str, str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE
    return {
        "shared_buffers": f"{min(max(memory // 8, 128), 512)}MB",
        "effective_cache_size": f"{max(memory // 2, 256)}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": f"{min(max(memory // 32, 64), 512)}MB",
        "max_wal_size": "2GB",
        "random_page_cost": "1.1",
        "jit": "off",
        "default_text_search_config": "pg_catalog.simple",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "postgres-%a.log",
        "log_truncate_on_rotation": "on",
        "log_rotation_size": "0",
        "log_min_duration_statement": "1s",
    }


def write(home: Home, name: str, lines: list[str]) -> None:
    """Put the file in place whole, belonging to the server's user."""
    unfinished = home.data / f"{name}.new"
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write("\n".join([f"# Written at each start; your own lines belong in {home.data}/local.conf", *lines, ""]))
        if os.geteuid() == 0:
            os.fchown(out.fileno(), home.server_user, -1)
    unfinished.replace(Path(home.data, name))
