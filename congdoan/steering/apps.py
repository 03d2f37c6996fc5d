from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "congdoan.steering"
    label = "steering"
    verbose_name = "Điều hành"

    def ready(self) -> None:
        from congdoan.steering import registrations

        registrations.register()
