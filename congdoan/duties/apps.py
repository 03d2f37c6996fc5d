from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "congdoan.duties"
    label = "duties"
    verbose_name = "Phân công nhiệm vụ"

    def ready(self) -> None:
        from congdoan.duties import invariants, registrations

        registrations.register()
        invariants.register()
