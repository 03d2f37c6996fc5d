

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reporting', '0002_rules'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='reportform',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='reportform',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='reportvalue',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='reportvalue',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='reportform',
            name='answers',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.reportform', verbose_name='tổng hợp cho mẫu của cấp trên'),
        ),
        migrations.AddField(
            model_name='reportformevent',
            name='answers',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reporting.reportform', verbose_name='tổng hợp cho mẫu của cấp trên'),
        ),
        migrations.AddField(
            model_name='reportvalue',
            name='composed_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.reportrequest', verbose_name='tổng hợp từ yêu cầu'),
        ),
        migrations.AddField(
            model_name='reportvalueevent',
            name='composed_from',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reporting.reportrequest', verbose_name='tổng hợp từ yêu cầu'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportform',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reporting_reportformevent" ("answers_id", "basis", "changed_at", "created_at", "created_by_id", "due_days", "every", "filled_by", "folded", "id", "last_code", "made_in", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "root_id", "state", "unit_id", "version") SELECT old_values."answers_id", old_values."basis", old_values."changed_at", old_values."created_at", old_values."created_by_id", old_values."due_days", old_values."every", old_values."filled_by", old_values."folded", old_values."id", old_values."last_code", old_values."made_in", old_values."name", _pgh_attached_context.value, NOW(), \'update\', old_values."id", old_values."root_id", old_values."state", old_values."unit_id", old_values."version" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='27dcac5416acff74ddc12a56f15fafa1eba0e971', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_832d0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='reporting_reportform', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportform',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reporting_reportformevent" ("answers_id", "basis", "changed_at", "created_at", "created_by_id", "due_days", "every", "filled_by", "folded", "id", "last_code", "made_in", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "root_id", "state", "unit_id", "version") SELECT old_values."answers_id", old_values."basis", old_values."changed_at", old_values."created_at", old_values."created_by_id", old_values."due_days", old_values."every", old_values."filled_by", old_values."folded", old_values."id", old_values."last_code", old_values."made_in", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."root_id", old_values."state", old_values."unit_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cb5fcd16d52497b0248260caa46dc37e083f3c75', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_305de', referencing='REFERENCING OLD TABLE AS old_values ', table='reporting_reportform', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportvalue',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reporting_reportvalueevent" ("composed_from_id", "figure", "id", "is_own", "item_id", "made_in", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "rows", "source_figure", "source_text", "text", "version") SELECT old_values."composed_from_id", old_values."figure", old_values."id", old_values."is_own", old_values."item_id", old_values."made_in", old_values."note", _pgh_attached_context.value, NOW(), \'update\', old_values."id", old_values."report_id", old_values."rows", old_values."source_figure", old_values."source_text", old_values."text", old_values."version" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d7db77d1615b9a41aa14dbd1f059b3eece5ec52b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_543e1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='reporting_reportvalue', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportvalue',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reporting_reportvalueevent" ("composed_from_id", "figure", "id", "is_own", "item_id", "made_in", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "rows", "source_figure", "source_text", "text", "version") SELECT old_values."composed_from_id", old_values."figure", old_values."id", old_values."is_own", old_values."item_id", old_values."made_in", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."report_id", old_values."rows", old_values."source_figure", old_values."source_text", old_values."text", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3d40be48da8c394c81d1de4ba2573f231fc7ee69', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f8064', referencing='REFERENCING OLD TABLE AS old_values ', table='reporting_reportvalue', when='AFTER')),
        ),
    ]
