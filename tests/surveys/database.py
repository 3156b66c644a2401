"""Everything that is stored, for tests that say what must stand there, or must not."""

from __future__ import annotations

from django.db import connection

Dump = dict[str, list[str]]


def everything() -> Dump:
    """Return table -> its rows as text, sorted: every table and column that the database holds."""
    with connection.cursor() as cursor:
        found: Dump = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - its own names
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found
