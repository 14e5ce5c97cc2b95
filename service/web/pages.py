"""Serves the desk page: one HTML file, its styles, its modules. Knows nothing of reports; the page asks the API.

Nothing in it is built or fetched: what a browser gets is what stands in assets/. The files are in memory, so that no
path of a request ever reaches the disk.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response

# No inline script, style or handler, no other origin; and no string becomes markup, whoever wrote it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
}
_FOLDER = Path(__file__).parent / "assets"
# A story with the report it got, for the page to open.
_EXAMPLE = Path(__file__).parent.parent / "example.json"


@dataclass(frozen=True)
class Asset:
    """A file as it is sent; `etag` changes with its content and with nothing else."""

    content: bytes
    media_type: str
    etag: str


@cache
def assets() -> dict[str, Asset]:
    """Every file of the page by the path it is asked for."""
    files = {f"/web/{path.name}": path for path in sorted(_FOLDER.iterdir()) if path.suffix in _TYPES}
    files["/"] = files.pop("/web/index.html")
    files["/web/example.json"] = _EXAMPLE
    return {path: _read(file) for path, file in files.items()}


def _read(file: Path) -> Asset:
    content = file.read_bytes()
    return Asset(content, _TYPES[file.suffix], f'"{hashlib.sha256(content).hexdigest()[:20]}"')


router = APIRouter()


@router.get("/", include_in_schema=False)
@router.get("/web/{name}", include_in_schema=False)
async def show_page(request: Request) -> Response:
    """The desk page, or one of its files."""
    asset = assets().get(request.scope["path"])
    if asset is None:
        raise HTTPException(404)
    # Kept by browsers, but asked about each time: page and service are always of one version.
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "ETag": asset.etag}
    if _is_known(asset.etag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=headers)


def _is_known(etag: str, sent: str) -> bool:
    return etag in {one.strip().removeprefix("W/") for one in sent.split(",")}
