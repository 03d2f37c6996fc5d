from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "congdoan.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        from congdoan.accounts import holding
        from congdoan.accounts.events import listen

        holding.register()
        listen()
