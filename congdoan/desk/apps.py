from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "congdoan.desk"
    label = "desk"
    verbose_name = "Bàn làm việc"

    def ready(self) -> None:
        from congdoan.desk.navigation import register

        register()
