"""Finds the command that was typed, runs it, and turns what may go wrong into one sentence."""

import errno
import os
import sys

from congdoan.cli import texts
from congdoan.cli.failure import Failure
from congdoan.cli.vietnamese import speak_vietnamese


def run_command_line(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")
    speak_vietnamese()
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    try:
        return run(name, rest)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None
        return 1
    except Exception as error:
        sentence = plain(error)
        if sentence is None:
            raise
        print(f"congdoan: {sentence}", file=sys.stderr)
        return 1


def run(name: str, arguments: list[str]) -> int:
    """Import only what the command needs: a paper is read without database or web framework."""
    if name in {"help", "-h", "--help"}:
        print(texts.HELP)
        return 0
    if name in {"version", "--version"}:
        from importlib import metadata

        print(f"congdoan {metadata.version('congdoan')}")
        return 0
    if name == "read-plan":
        from congdoan.documents.reading.cli import main as read_plan

        return read_plan(arguments)
    if name == "serve":
        from congdoan.cli.serve import serve

        return serve(arguments)
    if name == "worker":
        from congdoan.cli.worker import work

        return work(arguments)
    from congdoan.cli.management import run_management_command

    return run_management_command(name, arguments)


def plain(error: Exception) -> str | None:
    """What to tell a person about an error that is no fault of the program; None for one that is."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError
    from environs import EnvError
    from procrastinate.exceptions import ConnectorException
    from psycopg import OperationalError as LostConnection

    from congdoan.core.errors import DomainError
    from congdoan.core.postgres.errors import ServerError

    if isinstance(error, DomainError):
        return error.message
    if isinstance(error, Failure | ServerError):
        return str(error)
    if isinstance(error, OperationalError | LostConnection | ConnectorException):
        return texts.NO_DATABASE.format(reason=(str(error).strip() or "mất kết nối").splitlines()[0])
    if isinstance(error, OSError):
        return plain_system_error(error)
    if isinstance(error, ImproperlyConfigured | EnvError):
        return texts.WRONG_SETTING.format(reason=error)
    return None


def plain_system_error(error: OSError) -> str | None:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return texts.DISK_FULL
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR}:
        return texts.NO_PERMISSION.format(path=error.filename)
    return None
