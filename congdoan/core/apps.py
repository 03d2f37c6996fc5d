from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "congdoan.core"
    label = "core"
    verbose_name = "Nền chung"

    def ready(self) -> None:
        from congdoan.core.audit.bulk import without_nested_loops
        from congdoan.core.backup.registrations import register as register_backups
        from congdoan.core.forgetting import register as register_forgetting
        from congdoan.core.seeing.listening import listen
        from congdoan.core.system import register
        from congdoan.core.ui.table_calls import work_out_once
        from congdoan.core.verify.registration import register as register_checks

        register()
        work_out_once()
        listen()
        register_forgetting()
        register_checks()
        register_backups()
        post_migrate.connect(without_nested_loops, sender=self)
