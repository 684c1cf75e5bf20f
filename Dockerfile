FROM python:3.11-slim
WORKDIR /app
COPY pyproject.toml README.md ./
COPY schemas schemas
COPY agents agents
COPY streams streams
COPY samples samples
RUN pip install --no-cache-dir . \
    && useradd --create-home tallywire \
    && install -d -o tallywire /state
USER tallywire
VOLUME /state
ENV TALLYWIRE_DATA=/state
ENTRYPOINT ["tallywire"]
CMD ["worker"]
