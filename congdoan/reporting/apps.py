from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "congdoan.reporting"
    label = "reporting"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from congdoan.reporting import gone, holding, invariants, registrations

        registrations.register()
        invariants.register()
        holding.register()
        gone.register()
