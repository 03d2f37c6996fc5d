"""Connections to the embedded server, or to the one that DATABASE_URL names."""

from typing import Any, Final, Self

from django.conf import settings
from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError

from congdoan.core.postgres.backend.client import DatabaseClient
from congdoan.core.postgres.supervisor import acquire, alive, revive

PLANNING: Final = "-c join_collapse_limit=5"
"""A page of one object joins a dozen tables by their keys: every order of them is as good, and to weigh all the orders
took PostgreSQL ten times as long as to answer."""


class RevivingConnection(Connection[Any]):
    """A connection that starts the embedded server again when it has gone away."""

    @classmethod
    def connect(cls, conninfo: str = "", **parameters: Any) -> Self:
        try:
            return super().connect(conninfo, **parameters)
        except OperationalError:
            revive(settings.POSTGRES_FOLDER, parameters=settings.POSTGRES_PARAMETERS)
            return super().connect(conninfo, **parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """Fills in the socket of the embedded server, starting it when nobody has, and again when it has gone away."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        parameters: dict[str, Any] = super().get_connection_params()
        parameters.setdefault("options", PLANNING)
        if settings.EMBEDDED_POSTGRES:
            parameters["host"] = acquire(settings.POSTGRES_FOLDER, parameters=settings.POSTGRES_PARAMETERS)
            if pool := self.settings_dict["OPTIONS"].get("pool"):
                pool["connection_class"] = RevivingConnection
        return parameters

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        try:
            connection: Connection[Any] = super().get_new_connection(conn_params)
        except OperationalError:
            if not settings.EMBEDDED_POSTGRES or alive(settings.POSTGRES_FOLDER):
                raise
            revive(settings.POSTGRES_FOLDER, parameters=settings.POSTGRES_PARAMETERS)
            connection = super().get_new_connection(conn_params)
        return connection
