from django.apps import AppConfig


class WorklistConfig(AppConfig):
    name = "congdoan.worklist"
    label = "worklist"
    verbose_name = "Việc phải làm"

    def ready(self) -> None:
        from congdoan.accounts.telling import link_mailers, ways
        from congdoan.worklist import holding, invariants, registrations
        from congdoan.worklist.alarms import register_alarms
        from congdoan.worklist.gauge import register_gauge
        from congdoan.worklist.notice_kinds import register_own
        from congdoan.worklist.services.account_words import carry, carry_password_link

        register_own()
        ways.register("worklist", carry)
        link_mailers.register("worklist", carry_password_link)
        register_gauge()
        register_alarms()
        invariants.register()
        holding.register()
        registrations.register()
