"""When data of reports are closed, and when drafts of recurring reports are made."""

from datetime import date
from typing import Any

from django.db import migrations

DECREE_09 = "Nghị định 09/2019/NĐ-CP, Điều 12: chốt số liệu ngày 14 của tháng cuối kỳ báo cáo"
BEFORE = "Thông lệ, trước khi có Nghị định 09/2019/NĐ-CP"
PRACTICE = "Thông lệ; đơn vị sửa theo chế độ báo cáo của mình"
ROWS = (
    ("reporting.cut.day", date(2018, 1, 1), date(2019, 3, 11), 14, BEFORE, "U"),
    ("reporting.cut.day", date(2019, 3, 12), None, 14, DECREE_09, "1"),
    ("reporting.open.days", date(2018, 1, 1), None, 7, PRACTICE, "U"),
)


def add_rules(apps: Any, schema_editor: Any) -> None:
    rule = apps.get_model("core", "Rule")
    rule.objects.bulk_create(
        rule(code=code, valid_from=since, valid_to=until, value=value, source=source, certainty=certainty)
        for code, since, until, value, source, certainty in ROWS
    )


def remove_rules(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code__in={row[0] for row in ROWS}).delete()


class Migration(migrations.Migration):

    dependencies = [("reporting", "0001_initial"), ("core", "0008_record_accesses")]

    operations = [migrations.RunPython(add_rules, remove_rules)]
