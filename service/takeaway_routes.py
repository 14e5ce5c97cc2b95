"""The routes that take a report back: as a document to keep, or as a case for the evals. Nothing of it is kept here.

Knows nothing of how either is written.
"""

import asyncio

from fastapi import APIRouter, Request, Response

from service import bodies, reports, takeaway_openapi
from service.errors import NotAcceptable
from service.feedback import asked, case
from service.takeaway.forms import FORMS, Form, accepted

router = APIRouter()


@router.post("/render", response_class=Response, **takeaway_openapi.RENDER)
async def render_report(request: Request) -> Response:
    """Write a report as a document to keep.

    HTML in one file that opens offline and prints, Markdown, or the ledger as CSV, whichever `Accept` prefers. Every
    quotation is held against its article first.
    """
    bodies.check_media_type(request)
    form = accepted(", ".join(request.headers.getlist("accept")))
    if form is None:
        raise NotAcceptable(f"Accept takes none of {', '.join(one.media_type for one in FORMS.values())}")
    text = await asyncio.to_thread(_rendered, form, await bodies.read(request))
    return Response(text, 200, _named(form.file_name), media_type=form.media_type)


@router.post("/eval-case", response_class=Response, **takeaway_openapi.EVAL_CASE)
async def export_eval_case(request: Request) -> Response:
    """Pack what a desk says of a report as a case for the evals.

    A zip of one folder for `rashomon eval run --cases`: findings marked right must be found again, wrong ones must not,
    missed ones must, and what nobody judged may be.
    """
    bodies.check_media_type(request)
    name, packed = await asyncio.to_thread(_packed, await bodies.read(request))
    return Response(packed, 200, _named(f"{name}.zip"), media_type="application/zip")


def _rendered(form: Form, body: bytes) -> str:
    return form.render(reports.read(body))


def _packed(body: bytes) -> tuple[str, bytes]:
    said = asked.read(body)
    return said.name, case.pack(said)


def _named(file_name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{file_name}"'}
