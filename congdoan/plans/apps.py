from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "congdoan.plans"
    label = "plans"
    verbose_name = "Kế hoạch"

    def ready(self) -> None:
        from congdoan.plans import gone, holding
        from congdoan.plans.invariants import basis as basis_invariants
        from congdoan.plans.invariants import local as local_invariants
        from congdoan.plans.invariants import papers as plan_invariants
        from congdoan.plans.invariants import reviews as review_invariants
        from congdoan.plans.invariants import summaries as summary_invariants
        from congdoan.plans.invariants import targets as target_invariants
        from congdoan.plans.invariants import work as work_invariants
        from congdoan.plans.registrations import (
            answers,
            kinds,
            learning,
            lifecycle,
            outside,
            papers,
            report_figures,
            report_obstacles,
            report_texts,
            seals,
            states,
            targets,
            work,
        )
        from congdoan.plans.views.work import large_sheet

        states.register()
        lifecycle.register()
        work.register_work()
        targets.register()
        outside.register()
        papers.register()
        report_figures.register()
        report_texts.register()
        report_obstacles.register()
        kinds.register()
        learning.register()
        answers.register()
        seals.register()
        plan_invariants.register()
        work_invariants.register()
        local_invariants.register()
        summary_invariants.register()
        target_invariants.register()
        basis_invariants.register()
        review_invariants.register()
        large_sheet.register()
        holding.register()
        gone.register()
