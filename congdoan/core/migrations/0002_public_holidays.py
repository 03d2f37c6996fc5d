from django.db import migrations


def load(apps, schema_editor):
    """The announced days of the known years, into the table as it is at this point."""
    from congdoan.core.public_holidays import KNOWN_YEARS, announced_days

    table = apps.get_model("core", "WorkdayException")
    table.objects.bulk_create(
        [
            table(day=a.day, is_worked=a.is_worked, name=a.name, source=a.source)
            for year in KNOWN_YEARS
            for a in announced_days(year)
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
