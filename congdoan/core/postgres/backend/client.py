"""`congdoan dbshell`: the server's own psql, on the server that the product uses."""

import os
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import client

from congdoan.core.postgres.binaries import programs
from congdoan.core.postgres.supervisor import acquire


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        if not settings.EMBEDDED_POSTGRES:
            return super().settings_to_cmd_args_env(settings_dict, parameters)
        host = acquire(settings.POSTGRES_FOLDER, parameters=settings.POSTGRES_PARAMETERS)
        arguments, environment = super().settings_to_cmd_args_env({**settings_dict, "HOST": host}, parameters)
        return [str(programs(os.geteuid()) / "psql"), *arguments[1:]], environment
