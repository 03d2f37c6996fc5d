from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("core", "0008_record_accesses")]

    operations = [
        migrations.AddIndex(
            model_name="recordaccess",
            index=models.Index(
                condition=models.Q(("record", None), ("unit__isnull", False)),
                fields=["unit", "at"],
                name="core_access_of_unit",
            ),
        )
    ]
