import django.db.models.functions.datetime
from datetime import timedelta
from django.db import migrations, models

FORGET = """
    create function core_forget_accesses(before timestamptz, most integer) returns bigint
    language plpgsql as $$
    declare
        newest bigint;
        gone bigint;
    begin
        select max(id) into newest from core_recordaccess where at < before;
        delete from core_recordaccess where id in (
            select access.id from core_recordaccess access
             where access.at < before
               and not exists (select from (  -- a seal made since then would miss them
                       select unnest(piece.ids) as id
                         from core_sealpiece piece join core_sealblock block on block.number = piece.block_number
                        where piece.source = 'core_recordaccess' and piece.first <= newest
                          and block.sealed_at >= before) later
                    where later.id = access.id)
             limit most);
        get diagnostics gone = row_count;
        if gone > 0 then
            insert into core_forgetting (source, at, before, rows) values ('core_recordaccess', now(), before, gone);
        end if;
        return gone;
    end $$
"""


class Migration(migrations.Migration):

    dependencies = [("core", "0010_limits")]

    operations = [
        migrations.CreateModel(
            name="Forgetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=100)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("before", models.DateTimeField()),
                ("rows", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("before__lte", models.ExpressionWrapper(
                                models.F("at") - models.Value(timedelta(days=90)),
                                output_field=models.DateTimeField(),
                            ))
                        ),
                        name="core_forgetting_kept_so_long",
                    )
                ],
            },
        ),
        migrations.RunSQL(FORGET, "drop function core_forget_accesses"),
    ]
