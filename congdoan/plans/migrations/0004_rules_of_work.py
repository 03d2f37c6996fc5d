"""The time limits of the work with plans, as rules by date."""

from datetime import date
from typing import Any

from django.db import migrations

PRACTICE = "Thông lệ điều hành; đơn vị sửa theo quy chế làm việc của mình"
DAYS = {"plans.obstacle.days": 5, "plans.accept.days": 5, "plans.silent.days": 60}


def add_rules(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.bulk_create(
        apps.get_model("core", "Rule")(
            code=code, valid_from=date(2018, 1, 1), value=days, source=PRACTICE, certainty="U"
        )
        for code, days in DAYS.items()
    )


def remove_rules(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code__in=DAYS).delete()


class Migration(migrations.Migration):

    dependencies = [("plans", "0003_steps_and_drafts"), ("core", "0001_initial")]

    operations = [migrations.RunPython(add_rules, remove_rules)]
