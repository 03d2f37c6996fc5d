from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "congdoan.plans"
    label = "plans"
    verbose_name = "Kế hoạch"

    def ready(self) -> None:
        from congdoan.plans import holding
        from congdoan.plans.invariants import local as local_invariants
        from congdoan.plans.invariants import papers as plan_invariants
        from congdoan.plans.invariants import work as work_invariants
        from congdoan.plans.registrations import answers, learning, lifecycle, papers, seals, states, work

        states.register()
        lifecycle.register()
        work.register_work()
        papers.register()
        learning.register()
        answers.register()
        seals.register()
        plan_invariants.register()
        work_invariants.register()
        local_invariants.register()
        holding.register()
