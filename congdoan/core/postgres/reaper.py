"""Stops the server when its last user has gone: `python -m congdoan.core.postgres.reaper <data folder>`."""

import fcntl
import os
import sys
from pathlib import Path

from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import stop


def main(data_folder: Path) -> None:
    home = Home.within(data_folder)
    watching = home.open_lock("reaper.lock")
    try:
        fcntl.flock(watching, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return  # another one watches
    while not stopped_unused(home, watching):
        continue


def stopped_unused(home: Home, watching: int) -> bool:
    """Wait for the last user to leave, then stop the server, unless somebody came meanwhile.

    Gives up `watching` before anybody may start the server again, so that the next start gets a reaper of its own.
    """
    users = home.open_lock("users.lock")
    try:
        fcntl.flock(users, fcntl.LOCK_EX)
        fcntl.flock(users, fcntl.LOCK_UN)
        with home.starting():
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(home)
            os.close(watching)
    except BlockingIOError:
        return False
    finally:
        os.close(users)
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
