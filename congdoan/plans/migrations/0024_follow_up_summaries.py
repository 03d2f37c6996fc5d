"""The counts of wide plans, and triggers that note what changes them.

Triggers see every way of writing: services, many rows at once, reorganisations, imports. Each adds one row for each
task that a statement touches, or for the whole plan where other units have parts of it now, and waits for nobody.
"""

from typing import Final

import django.db.models.deletion
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

_NOTE: Final = "insert into plans_followupchange (followed, task) "
_OLD, _NEW = "old table as old_rows", "new table as new_rows"
_SUPERIOR: Final = """
    select distinct superior.plan_id, superior.id from ({carried}) local
      join plans_task superior on superior.id = local.carries_out_id
"""
_OF_PLANS: Final = f"""
    {_NOTE}
    select changed.id, null::bigint from changed_plans changed
    union
    select superior.plan_id, null from changed_plans changed
      join plans_task local on local.plan_id = changed.id
      join plans_task superior on superior.id = local.carries_out_id;
"""
# "except" and not a join: of very many rows at once a kept plan would make a nested loop of it.
_CHANGED: Final = """
    select id from (select id, state, unit_id from new_rows except select id, state, unit_id from old_rows) rows
"""
_UNITS: Final = f"""
    {_NOTE}
    select 0, null where exists (
        select id, path, kind, rank, sort_key from new_rows except select id, path, kind, rank, sort_key from old_rows);
"""
_OF_PARTS: Final = f"""
    {_NOTE}
    select plan_id, task_id from new_rows
    union
    select plan_id, task_id from old_rows
    union
    select plan_id, null from (
        select id, plan_id, unit_id, state = 'withdrawn' from new_rows
        except
        select id, plan_id, unit_id, state = 'withdrawn' from old_rows) elsewhere;
"""


def _task_note(carried: str) -> str:
    return f"{_NOTE}{_SUPERIOR.format(carried=carried)};"


_WATCHED: Final = (
    ("plans_assignment", "insert", _NEW, f"{_NOTE}select distinct plan_id, null::bigint from new_rows;"),
    ("plans_assignment", "delete", _OLD, f"{_NOTE}select distinct plan_id, null::bigint from old_rows;"),
    (
        "plans_assignment",
        "update",
        f"{_OLD} {_NEW}",
        _OF_PARTS,
    ),
    ("plans_task", "insert", _NEW, _task_note("select carries_out_id from new_rows")),
    ("plans_task", "delete", _OLD, _task_note("select carries_out_id from old_rows")),
    (
        "plans_task",
        "update",
        f"{_OLD} {_NEW}",
        _task_note("select carries_out_id from new_rows union select carries_out_id from old_rows"),
    ),
    ("plans_plan", "update", f"{_OLD} {_NEW}", _OF_PLANS.replace("from changed_plans", f"from ({_CHANGED})")),
    ("organisation_unit", "update", f"{_OLD} {_NEW}", _UNITS),
)


def _make(table: str, when: str, rows: str, note: str) -> str:
    name = f"{table}_{when}_noted"
    return f"""
        create function {name}() returns trigger language plpgsql as $$ begin {note} return null; end $$;
        create trigger {name} after {when} on {table} referencing {rows}
            for each statement execute function {name}();
    """


def _drop(table: str, when: str) -> str:
    name = f"{table}_{when}_noted"
    return f"drop trigger {name} on {table}; drop function {name}();"


class Migration(migrations.Migration):
    dependencies = [("plans", "0023_own_levels"), ("organisation", "0002_unit_search_words")]

    operations = [
        migrations.CreateModel(
            name="FollowUpSummary",
            fields=[
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="plans.plan",
                    ),
                ),
                ("figures", models.JSONField()),
                ("units", ArrayField(models.BigIntegerField())),
                ("at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="FollowUpChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("followed", models.BigIntegerField(db_index=True)),
                ("task", models.BigIntegerField(null=True)),
            ],
        ),
        *(
            migrations.RunSQL(_make(*watched), _drop(watched[0], watched[1]), elidable=False)
            for watched in _WATCHED
        ),
        migrations.RunSQL(
            "insert into plans_followupchange (followed) select distinct plan_id from plans_assignment",
            migrations.RunSQL.noop,
        ),
    ]
