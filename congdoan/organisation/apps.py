from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "congdoan.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        from congdoan.organisation import invariants
        from congdoan.organisation.registrations import register

        register()
        invariants.register()
