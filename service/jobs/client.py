"""Asks the job database through dbos' client: keep, look, follow, cancel, forget, hand on. Works on no job itself.

Every method blocks; durable.py calls them in threads. A lost connection is an error at once: who asks is waiting.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy

from service.errors import JobLost
from service.jobs import records
from service.jobs.database import telling
from service.jobs.job import JobProgress, News, Record, Submission
from service.jobs.text_only import json_text
from service.jobs.worker import APPLICATION, PROGRESS, QUEUE, VERSION, WORKFLOW

if TYPE_CHECKING:
    from dbos import WorkflowStatus

PAGE = 500


class Client:
    """Jobs in `database`, whose tables a Worker has made."""

    def __init__(self, database: sqlalchemy.Engine) -> None:
        from dbos import DBOSClient, error

        self._error = error
        self._dbos = DBOSClient(
            system_database_engine=database,
            serializer=json_text(),
            application_name=APPLICATION,
            lazy=True,
            retry_connection_errors=False,
        )

    def submit(self, submission: Submission) -> bool:
        """Keeps a job; False if its id is taken."""
        with telling():
            try:
                self._dbos.enqueue(
                    {
                        "workflow_name": WORKFLOW,
                        "queue_name": QUEUE,
                        "workflow_id": submission.id,
                        "workflow_id_reuse_policy": "reject",
                        "app_version": VERSION,
                        "attributes": records.attributes_of(submission),
                    },
                    submission.asked.story,
                    submission.asked.request_id,
                )
            except self._error.DBOSWorkflowIDInUseError:
                return False
        return True

    def look(self, job_id: str) -> Record | None:
        """The job with its outcome."""
        rows = self._rows(workflow_ids=[job_id], load_input=False)
        return records.read(rows[0]) if rows else None

    def states(self, job_ids: Sequence[str]) -> list[Record]:
        """Those of the jobs that are there."""
        return [records.read(row) for row in self._rows(workflow_ids=list(job_ids), load_input=False)]

    def all(self) -> "list[Record]":
        """Every job that is kept, the oldest first, without outcomes."""
        return [records.read(row) for row in self._pages()]

    def news(self, job_id: str, after: int) -> list[News]:
        """The news there are with a number above `after`."""
        found: list[News] = []
        with telling():
            try:
                for text in self._dbos.read_stream(job_id, PROGRESS, offset=after + 1, timeout_seconds=0):
                    found.append(News(after + 1 + len(found), JobProgress.model_validate_json(text)))
            except (self._error.DBOSStreamTimeoutError, self._error.DBOSNonExistentWorkflowError):
                return found
            except ValueError:
                # Somebody wrote there who is none of ours; the job itself may be well.
                return found
        return found

    def cancel(self, job_id: str) -> None:
        """Ends a job that is not finished."""
        with telling():
            self._dbos.cancel_workflow(job_id)

    def forget(self, job_ids: Sequence[str]) -> None:
        """Removes jobs with all that is kept of them."""
        with telling():
            self._dbos.delete_workflows(list(job_ids))

    def running(self, worker: str) -> list[str]:
        """The ids of the jobs that process `worker` has taken and not finished."""
        return [row.workflow_id for row in self._pages(status="PENDING", executor_id=worker)]

    def workers(self) -> set[str]:
        """Every process that has taken a job and not finished it."""
        return {row.executor_id for row in self._pages(status="PENDING") if row.executor_id}

    def lost_by(self, worker: str, job_ids: Sequence[str]) -> list[str]:
        """Those of the jobs that `worker` should work on no longer: cancelled, removed, or taken over."""
        rows = self._rows(workflow_ids=list(job_ids), load_input=False, load_output=False)
        own = {row.workflow_id for row in rows if row.status == "PENDING" and row.executor_id == worker}
        return [job_id for job_id in job_ids if job_id not in own]

    def hand_on(self, job_ids: Sequence[str], *, is_loss: bool) -> None:
        """Puts jobs back into the queue; one whose work was lost too often is ended instead."""
        for row in self._rows(workflow_ids=list(job_ids), load_input=False, load_output=False):
            losses = records.losses_of(row) + is_loss
            with telling():
                if is_loss:
                    self._dbos.update_workflow_attributes(row.workflow_id, {"losses": losses}, merge=True)
                if losses > records.MOST_LOSSES:
                    self._dbos.cancel_workflow(row.workflow_id)
                else:
                    self._dbos.resume_workflow(row.workflow_id, queue_name=QUEUE)

    def _pages(self, **filters: Any) -> "list[WorkflowStatus]":
        """Every row there is but those that cannot be read: one of them must not keep the others from being seen."""
        found: list[WorkflowStatus] = []
        first = 0
        while True:
            here = {**filters, "load_input": False, "load_output": False}
            try:
                page = self._rows(**here, limit=PAGE, offset=first)
                seen = len(page)
            except JobLost:
                page, seen = self._one_by_one(here, first)
            found += page
            first += seen
            if seen < PAGE:
                return found

    def _one_by_one(self, filters: dict[str, Any], first: int) -> "tuple[list[WorkflowStatus], int]":
        """A page without its unreadable rows, and how many rows it has with them."""
        page: list[WorkflowStatus] = []
        for number in range(PAGE):
            try:
                rows = self._rows(**filters, limit=1, offset=first + number)
            except JobLost:
                continue
            if not rows:
                return page, number
            page += rows
        return page, PAGE

    def _rows(self, **filters: Any) -> "list[WorkflowStatus]":
        # To dbos an empty list of ids is no filter at all.
        if filters.get("workflow_ids") == []:
            return []
        with telling():
            try:
                return self._dbos.list_workflows(**filters)
            except ValueError:
                raise JobLost("what is kept of the job cannot be read; nothing of it was executed") from None
