"""Numbers that were skipped before it was kept which ones a register on paper had used: those of that register."""

from django.db import migrations

SKIPPED = """
    insert into core_papernumbers (unit_id, series, year, first, last)
    select counter.unit_id, counter.series, counter.year, n.number, n.number
      from core_counter counter cross join lateral (select generate_series(1, counter.last) as number) n
     where not exists (select from plans_plan plan
                        where plan.unit_id = counter.unit_id and plan.type = counter.series
                          and extract(year from plan.issued_on) = counter.year and plan.number = n.number)
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_paper_numbers"), ("plans", "0007_step_moments")]
    operations = [migrations.RunSQL(SKIPPED, migrations.RunSQL.noop)]
