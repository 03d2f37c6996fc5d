from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "congdoan.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        from congdoan.organisation import gone, holding, invariants, personal
        from congdoan.organisation.registrations import register

        register()
        personal.register()
        holding.register()
        gone.register()
        invariants.register()
