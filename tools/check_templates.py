"""Fails when a template of ours does not compile, and says which."""

import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "congdoan.config.test_settings"

import django
from django.template import TemplateSyntaxError
from django.template.loader import get_template

import congdoan

PACKAGE = Path(congdoan.__path__[0])


def main() -> int:
    django.setup()
    names = [
        path.relative_to(folder).as_posix()
        for folder in sorted(PACKAGE.glob("*/templates"))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    problems = [f"{name}: {problem}" for name in names if (problem := problem_of(name))]
    print("\n".join([*problems, f"{len(names)} templates, {len(problems)} do not compile"]))
    return 1 if problems else 0


def problem_of(name: str) -> str | None:
    try:
        get_template(name)
    except (TemplateSyntaxError, UnicodeDecodeError) as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
