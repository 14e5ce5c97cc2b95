"""Who is alive among the processes that work on jobs. Knows nothing of jobs.

Each process beats into one table, by the database's clock, so that the machines' own need not agree. A process whose
beat is too old is dead; exactly one other takes over what it left.
"""

import contextlib

import sqlalchemy
from sqlalchemy import Column, Float, MetaData, Table, Text, bindparam, delete, select, text, update
from sqlalchemy.exc import IntegrityError

from service.jobs.database import SCHEMA

_POSTGRESQL_NOW = text("extract(epoch FROM clock_timestamp())::float8")
_SQLITE_NOW = text("(julianday('now') - 2440587.5) * 86400.0")
_WORKERS = Table("workers", MetaData(), Column("id", Text, primary_key=True), Column("beat_at", Float, nullable=False))


class Heartbeat:
    """The beats of process `own_id` in `database`; others are dead when theirs is `dead_after_s` old."""

    def __init__(self, database: sqlalchemy.Engine, own_id: str, dead_after_s: float) -> None:
        self._database = database
        self._own_id = own_id
        self._dead_after_s = dead_after_s
        self._is_postgresql = database.dialect.name == "postgresql"

    def prepare(self) -> None:
        """Makes the table where there is none."""
        try:
            with self._database.begin() as connection:
                if self._is_postgresql:
                    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
                _WORKERS.create(connection, checkfirst=True)
        except IntegrityError:
            # Another process made it at the same moment.
            return

    def beat(self) -> None:
        """Says that this process lives."""
        with self._database.begin() as connection:
            known = connection.execute(self._beat_of(self._own_id)).rowcount
            if not known:
                row = {"id": self._own_id, "beat_at": connection.execute(select(self._now())).scalar_one()}
                connection.execute(_WORKERS.insert().values(row))

    def note(self, workers: set[str]) -> None:
        """Counts processes as seen now that nobody has heard of: one taken for dead too early may have died since."""
        with self._database.begin() as connection:
            known = set(connection.execute(select(_WORKERS.c.id)).scalars())
            now = connection.execute(select(self._now())).scalar_one()
        for worker in workers - known:
            with contextlib.suppress(IntegrityError), self._database.begin() as connection:
                connection.execute(_WORKERS.insert().values({"id": worker, "beat_at": now}))

    def claim_dead(self) -> list[str]:
        """The dead whose work is now this process' to hand on; nobody else gets them while it lives."""
        with self._database.begin() as connection:
            now = connection.execute(select(self._now())).scalar_one()
            old = connection.execute(
                select(_WORKERS.c.id, _WORKERS.c.beat_at).where(_WORKERS.c.beat_at < now - self._dead_after_s)
            ).all()
        return [worker for worker, beat_at in old if worker != self._own_id and self._claim(worker, beat_at)]

    def bury(self, worker: str) -> None:
        """Forgets a process, once nothing of its work is left."""
        with self._database.begin() as connection:
            connection.execute(delete(_WORKERS).where(_WORKERS.c.id == worker))

    def leave(self) -> None:
        """Forgets this process, which has handed back its work."""
        self.bury(self._own_id)

    def _claim(self, worker: str, beat_at: float) -> bool:
        """A new beat in the name of the dead: whoever writes it first has the claim, until that beat is old too."""
        with self._database.begin() as connection:
            statement = self._beat_of(worker).where(_WORKERS.c.beat_at == bindparam("seen"))
            return connection.execute(statement, {"seen": beat_at}).rowcount == 1

    def _beat_of(self, worker: str) -> sqlalchemy.Update:
        return update(_WORKERS).where(_WORKERS.c.id == worker).values(beat_at=self._now())

    def _now(self) -> sqlalchemy.ColumnElement[float]:
        clock = _POSTGRESQL_NOW if self._is_postgresql else _SQLITE_NOW
        return sqlalchemy.literal_column(clock.text, Float)
