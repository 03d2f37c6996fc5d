"""The law's days, as rules by date."""

from datetime import date
from typing import Any

from django.db import migrations

BEFORE, DECREE_13, LAW_91 = date(2018, 1, 1), date(2023, 7, 1), date(2026, 1, 1)
PRACTICE = "Thông lệ, trước khi có Nghị định 13/2023/NĐ-CP; đơn vị sửa theo quy chế của mình"
OLD = "Nghị định 13/2023/NĐ-CP: 72 giờ"
NEW = "Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP"
BY_KIND = f"{NEW}: 10, 15 hoặc 20 ngày tùy loại yêu cầu; loại nào bao nhiêu ngày cần đối chiếu"
KEPT = "Thông lệ; đơn vị sửa theo quy chế bảo vệ dữ liệu cá nhân của mình"
ROWS = (
    ("privacy.answer.days", BEFORE, date(2023, 6, 30), 2, PRACTICE, "U"),
    ("privacy.answer.days", DECREE_13, date(2025, 12, 31), 2, OLD, "1"),
    ("privacy.answer.days", LAW_91, None, 2, NEW, "C"),
    ("privacy.correction.days", BEFORE, date(2023, 6, 30), 10, PRACTICE, "U"),
    ("privacy.correction.days", DECREE_13, date(2025, 12, 31), 3, OLD, "1"),
    ("privacy.correction.days", LAW_91, None, 10, BY_KIND, "U"),
    ("privacy.erasure.days", BEFORE, date(2023, 6, 30), 20, PRACTICE, "U"),
    ("privacy.erasure.days", DECREE_13, date(2025, 12, 31), 3, OLD, "1"),
    ("privacy.erasure.days", LAW_91, None, 20, BY_KIND, "U"),
    ("privacy.access_log.days", BEFORE, None, 730, KEPT, "U"),
)


def add_rules(apps: Any, schema_editor: Any) -> None:
    rule = apps.get_model("core", "Rule")
    rule.objects.bulk_create(
        rule(code=code, valid_from=since, valid_to=until, value=days, source=source, certainty=certainty)
        for code, since, until, days, source, certainty in ROWS
    )


def remove_rules(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code__in={row[0] for row in ROWS}).delete()


class Migration(migrations.Migration):

    dependencies = [("privacy", "0001_initial"), ("core", "0008_record_accesses")]

    operations = [migrations.RunPython(add_rules, remove_rules)]
