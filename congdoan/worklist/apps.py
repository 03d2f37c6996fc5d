from django.apps import AppConfig
from django.urls import reverse


class WorklistConfig(AppConfig):
    name = "congdoan.worklist"
    label = "worklist"
    verbose_name = "Việc phải làm"

    def ready(self) -> None:
        from congdoan.worklist import invariants
        from congdoan.worklist.alarms import register_alarms
        from congdoan.worklist.gauge import register_gauge
        from congdoan.worklist.kinds import WorkKind, kinds
        from congdoan.worklist.notice_kinds import register_own
        from congdoan.worklist.services.backup_alarm import KIND

        register_own()
        kinds.register(KIND, WorkKind("Xem sao lưu", lambda _: reverse("core:backups")))
        register_gauge()
        register_alarms()
        invariants.register()
