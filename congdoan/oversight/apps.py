from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "congdoan.oversight"
    label = "oversight"
    verbose_name = "Kiểm tra"

    def ready(self) -> None:
        from congdoan.oversight import gone, holding, invariants, registrations, seals

        registrations.register()
        invariants.register()
        holding.register()
        gone.register()
        seals.register()
