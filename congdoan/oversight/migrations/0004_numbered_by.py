"""A conclusion's number stays in the register of the unit that gave it, also after that unit was merged."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


_BEFORE = """
    update oversight_inspection inspection set numbered_by_id = programme.unit_id
      from oversight_programme programme
     where programme.id = inspection.programme_id and inspection.number is not null
"""


class Migration(migrations.Migration):

    dependencies = [
        ('organisation', '0004_merge_and_split'),
        ('oversight', '0003_conclusion_papers'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='inspection',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='inspection',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='inspection',
            name='numbered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='đơn vị cấp số'),
        ),
        migrations.AddField(
            model_name='inspectionevent',
            name='numbered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisation.unit', verbose_name='đơn vị cấp số'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='inspection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_inspectionevent" ("acknowledged_by_id", "acknowledged_on", "concluded_on", "conclusion", "decision", "document_id", "ends_on", "explain_by", "explained_on", "findings_sent_on", "id", "lead_id", "made_in", "notified_on", "number", "numbered_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "programme_id", "reason", "signer_id", "signer_title", "starts_on", "state", "symbol", "unit_id") SELECT old_values."acknowledged_by_id", old_values."acknowledged_on", old_values."concluded_on", old_values."conclusion", old_values."decision", old_values."document_id", old_values."ends_on", old_values."explain_by", old_values."explained_on", old_values."findings_sent_on", old_values."id", old_values."lead_id", old_values."made_in", old_values."notified_on", old_values."number", old_values."numbered_by_id", _pgh_attached_context.value, NOW(), \'update\', old_values."id", old_values."plan_id", old_values."programme_id", old_values."reason", old_values."signer_id", old_values."signer_title", old_values."starts_on", old_values."state", old_values."symbol", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bc4f9cf0b1e0724a808781b13133160296ac60bb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_db67f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_inspection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='inspection',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_inspectionevent" ("acknowledged_by_id", "acknowledged_on", "concluded_on", "conclusion", "decision", "document_id", "ends_on", "explain_by", "explained_on", "findings_sent_on", "id", "lead_id", "made_in", "notified_on", "number", "numbered_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "programme_id", "reason", "signer_id", "signer_title", "starts_on", "state", "symbol", "unit_id") SELECT old_values."acknowledged_by_id", old_values."acknowledged_on", old_values."concluded_on", old_values."conclusion", old_values."decision", old_values."document_id", old_values."ends_on", old_values."explain_by", old_values."explained_on", old_values."findings_sent_on", old_values."id", old_values."lead_id", old_values."made_in", old_values."notified_on", old_values."number", old_values."numbered_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."programme_id", old_values."reason", old_values."signer_id", old_values."signer_title", old_values."starts_on", old_values."state", old_values."symbol", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ef817bfa3f2a876584ec5feef8a9ecab464cfce7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3b017', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_inspection', when='AFTER')),
        ),
        migrations.RunSQL(_BEFORE, migrations.RunSQL.noop),
    ]
