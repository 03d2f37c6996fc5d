from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "congdoan.privacy"
    label = "privacy"
    verbose_name = "Dữ liệu cá nhân"

    def ready(self) -> None:
        from congdoan.privacy import holding, invariants, registrations

        registrations.register()
        holding.register()
        invariants.register()
