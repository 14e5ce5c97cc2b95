# Rashomon as a container. Each step is also run without a container engine: make image-check.
#   docker build -t rashomon .                                     with the embedded model (1.1 GB): no key, no network
#   docker build -t rashomon --build-arg WEIGHTS=none .            for a model elsewhere, named by RASHOMON_MODEL
#   docker run --rm rashomon rashomon key new desk                  a key, and the line for RASHOMON_API_KEYS
#   docker run -p 8000:8000 -v rashomon-data:/data -e RASHOMON_API_KEYS=desk:... rashomon
# The command listens beyond the container, so without a key it refuses to start and says what to do.
# Secrets such as a provider's key are given to `docker run` (--env-file), never to the build.
ARG WEIGHTS=embedded

# The set-up of `make demo`, as a user that may write nowhere else.
FROM python:3.11-slim-bookworm AS setup
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --create-home rashomon \
    && install --directory --owner=rashomon --group=rashomon /app /model
WORKDIR /app
USER rashomon
COPY --chown=rashomon:rashomon Makefile pyproject.toml README.md LICENSE NOTICE ./
COPY --chown=rashomon:rashomon requirements requirements
COPY --chown=rashomon:rashomon service service
COPY --chown=rashomon:rashomon prompts prompts
RUN make setup && .venv/bin/python -m compileall -q service

FROM setup AS model
ENV RASHOMON_DATA_DIR=/model
RUN make model

# What runs: code and environment belong to root, so the service can write to /data and nowhere else.
FROM python:3.11-slim-bookworm AS service
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --create-home rashomon \
    && install --directory --owner=rashomon --group=rashomon --mode=0700 /data
COPY --from=setup /app /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    RASHOMON_DATA_DIR=/data
WORKDIR /app
USER rashomon
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["python", "-c", "from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:8000/healthz', timeout=3)"]
CMD ["rashomon", "serve", "--host", "0.0.0.0", "--port", "8000"]

FROM service AS weights-none

# Beside /data, so that a volume mounted there does not hide the model.
FROM service AS weights-embedded
COPY --from=model /model/models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf /model/
ENV RASHOMON_EMBEDDED_MODEL=/model/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf

FROM weights-${WEIGHTS}
