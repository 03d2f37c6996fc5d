"""How many days a token of the programming interface may be in force."""

from datetime import date
from typing import Any

from django.db import migrations

CODE = "accounts.token.days"
SOURCE = "Thông lệ; đơn vị sửa theo quy chế an toàn thông tin của mình"


def add_rule(apps: Any, schema_editor: Any) -> None:
    rule = apps.get_model("core", "Rule")
    rule.objects.create(code=CODE, valid_from=date(2018, 1, 1), value=365, source=SOURCE, certainty="U")


def remove_rule(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code=CODE).delete()


class Migration(migrations.Migration):

    dependencies = [("accounts", "0003_api_tokens"), ("core", "0011_forgetting")]

    operations = [migrations.RunPython(add_rule, remove_rule)]
