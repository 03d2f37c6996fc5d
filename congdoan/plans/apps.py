from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "congdoan.plans"
    label = "plans"
    verbose_name = "Kế hoạch"

    def ready(self) -> None:
        from congdoan.plans.registrations import learning, lifecycle, papers, states, work

        states.register()
        lifecycle.register()
        work.register_work()
        papers.register()
        learning.register()
