"""The least a FastAPI application can do: answers POST /analyze with the bytes of a file. For comparison alone.

python -m evals.benchmarks.bare_route PORT FILE
"""

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response


def create_app(answer: bytes) -> FastAPI:
    """An application that reads a request and answers with `answer`."""
    app = FastAPI()

    @app.get("/healthz")
    async def tell_health() -> Response:
        return Response()

    @app.post("/analyze")
    async def reply(request: Request) -> Response:
        await request.body()
        return Response(answer, media_type="application/json")

    return app


if __name__ == "__main__":
    uvicorn.run(create_app(Path(sys.argv[2]).read_bytes()), port=int(sys.argv[1]))
