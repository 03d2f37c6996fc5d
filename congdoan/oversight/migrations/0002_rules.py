"""Time limits of inspections."""

from datetime import date
from typing import Any

from django.db import migrations

PRACTICE = "Thông lệ của ủy ban kiểm tra; đơn vị sửa theo quy chế làm việc của mình"
SINCE = date(2018, 1, 1)
ROWS = (
    ("oversight.notice.days", 5),
    ("oversight.explain.days", 5),
    ("oversight.conclude.days", 15),
    ("oversight.recheck.days", 10),
    ("oversight.visit.days", 730),
)


def add_rules(apps: Any, schema_editor: Any) -> None:
    rule = apps.get_model("core", "Rule")
    rule.objects.bulk_create(
        rule(code=code, valid_from=SINCE, value=value, source=PRACTICE, certainty="U") for code, value in ROWS
    )


def remove_rules(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code__in={row[0] for row in ROWS}).delete()


class Migration(migrations.Migration):

    dependencies = [("oversight", "0001_initial"), ("core", "0008_record_accesses")]

    operations = [migrations.RunPython(add_rules, remove_rules)]
