"""Runs Django's management commands under our own name, with hyphens in their names and plain messages."""

import difflib
import sys

import django
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError, SystemCheckError

from congdoan.cli import texts
from congdoan.cli.vietnamese import MIGRATE, leave_out_what_is_for_programmers


def run_management_command(name: str, arguments: list[str]) -> int:
    """Run command `name` (`import-organisation` is the module `import_organisation`) and return its exit code."""
    django.setup()
    command = find_command(name.replace("-", "_"))
    if command is None:
        print(f"congdoan: {unknown(name)}", file=sys.stderr)
        return 2
    return run_command(command, name, arguments)


def find_command(name: str) -> BaseCommand | None:
    application = get_commands().get(name)
    if application is None:
        return None
    return application if isinstance(application, BaseCommand) else load_command_class(application, name)


def run_command(command: BaseCommand, name: str, arguments: list[str]) -> int:
    vars(command)["_called_from_command_line"] = True  # wrong options then exit with 2 and say how it is used
    parser = command.create_parser("congdoan", name)
    if name == "migrate":
        parser.description = texts.MIGRATE
    leave_out_what_is_for_programmers(parser, MIGRATE if name == "migrate" else None)
    options = vars(parser.parse_args(arguments))
    try:
        command.execute(*options.pop("args", ()), **options)
    except SystemCheckError as error:
        print(error, file=sys.stderr)
        return 1
    except CommandError as error:
        print(f"congdoan: {error}", file=sys.stderr)
        return error.returncode
    return 0


def unknown(name: str) -> str:
    known = [*(command.replace("_", "-") for command in get_commands()), "serve", "worker", "read-plan"]
    near = difflib.get_close_matches(name, known, n=1)
    return texts.UNKNOWN.format(name=name, near=texts.NEAR.format(near=near[0]) if near else "")
