"""Backups that were made, and the rule after how many hours without a good one the administrator is told."""

from datetime import date
from typing import Any

from django.db import migrations, models


CODE = "core.backup.hours"


def add_rule(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.create(
        code=CODE, valid_from=date(2018, 1, 1), value=30, source="Mặc định của chương trình", certainty="U"
    )


def remove_rule(apps: Any, schema_editor: Any) -> None:
    apps.get_model("core", "Rule").objects.filter(code=CODE).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0006_seals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Backup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('command', 'Bằng lệnh'), ('scheduled', 'Theo lịch'), ('asked', 'Theo yêu cầu'), ('restored', 'Phục hồi')], max_length=10)),
                ('result', models.CharField(choices=[('good', 'Tốt'), ('damaged', 'Thiếu tệp'), ('failed', 'Không xong')], max_length=10)),
                ('place', models.CharField(max_length=500)),
                ('content_hash', models.CharField(blank=True, max_length=64)),
                ('size', models.BigIntegerField(null=True)),
                ('files', models.BigIntegerField(default=0)),
                ('damaged_files', models.BigIntegerField(default=0)),
                ('is_sealed', models.BooleanField(default=False)),
                ('error', models.CharField(blank=True, max_length=500)),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-finished_at', '-pk'],
                'indexes': [models.Index(fields=['-finished_at'], name='core_backup_newest')],
            },
        ),
        migrations.RunPython(add_rule, remove_rule),
    ]
