"""What deploy/ and docs/operate.md say is what the program does."""

import re
from pathlib import Path

import pytest

from congdoan.cli import serve, worker
from congdoan.core.alarms import alarm_kinds
from congdoan.core.seeing.metrics import exposition
from tests.deploy.files import (
    DEPLOY,
    GUIDE,
    ROOT,
    UNITS,
    command_of,
    example_names,
    settings_of,
    variables_of_the_guide,
    variables_of_the_program,
)

PORT = "127.0.0.1:8000"


def test_every_variable_that_the_program_reads_is_in_the_guide_and_no_other() -> None:
    assert variables_of_the_guide() == variables_of_the_program()


def test_every_alarm_has_its_paragraphs_in_the_guide() -> None:
    """One in Vietnamese, one in English, each with the name of the alarm; the first with the words on its button."""
    for name, kind in alarm_kinds.items():
        assert f"\n`{name}`, “{kind.verb}”: " in GUIDE
        assert f"\n`{name}`: " in GUIDE
    assert len(list(alarm_kinds)) >= 2


def test_the_example_names_only_variables_that_there_are() -> None:
    assert example_names() <= variables_of_the_program()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_every_unit_starts_a_command_that_there_is(unit: Path) -> None:
    name, *options = command_of(unit)
    parser = {"serve": serve.parser, "worker": worker.parser}[name]()
    parser.parse_args(options)
    assert ("--host" not in options) or f"{options[options.index('--host') + 1]}:8000" == PORT


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_every_unit_runs_without_rights_that_it_does_not_need(unit: Path) -> None:
    said = settings_of(unit)
    assert (said["User"], said["CapabilityBoundingSet"], said["ProtectSystem"]) == ("congdoan", "", "strict")
    assert {said[name] for name in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome")} == {"yes"}


def test_pages_and_worker_alone_differ_from_the_whole_office_in_the_command() -> None:
    commands = {unit.stem: command_of(unit) for unit in UNITS}
    assert "--no-worker" in commands["congdoan-web"]
    assert "--no-worker" not in commands["congdoan"]
    assert commands["congdoan-worker"][0] == "worker"


@pytest.mark.parametrize("name", ["nginx/congdoan.conf", "caddy/Caddyfile"])
def test_the_server_in_front_leads_to_the_port_of_the_pages_and_says_who_asks(name: str) -> None:
    text = (DEPLOY / name).read_text("utf-8")
    assert PORT in text
    assert text.count("{") == text.count("}")
    for said in ("X-Forwarded-For", "/metrics", "restarting.html", "210"):
        assert said in text


def test_alarms_ask_only_for_figures_that_there_are_and_the_guide_explains_each(db: None) -> None:
    text = (DEPLOY / "prometheus" / "alarms.yml").read_text("utf-8")
    told = set(re.findall(r"^# HELP (\w+)", exposition().decode(), re.MULTILINE))
    told |= {f"{name}_{part}" for name in told for part in ("bucket", "total")}
    optional = {
        "congdoan_worker_silent_seconds",
        "congdoan_backup_age_seconds",
    }  # once there is one
    assert set(re.findall(r"congdoan_\w+", text)) <= told | optional
    alarms = re.findall(r"alert: (\w+)", text)
    assert len(alarms) >= 10
    for alarm in alarms:
        assert GUIDE.count(f"| `{alarm}` |") == 1, alarm


def test_every_file_is_named_in_the_guide_and_every_file_that_it_names_is_there() -> None:
    files = {str(path.relative_to(ROOT)) for path in DEPLOY.rglob("*") if path.is_file()}
    named = set(re.findall(r"deploy/[\w./-]+\w", GUIDE))
    assert files <= named
    assert all((ROOT / name).exists() for name in named)


def test_every_command_of_the_guide_is_one_that_there_is() -> None:
    from django.core.management import get_commands

    known = {name.replace("_", "-") for name in get_commands()} | {"serve", "worker", "read-plan"}
    assert set(re.findall(r"congdoan/\.venv/bin/congdoan ([a-z-]+)", GUIDE)) <= known
