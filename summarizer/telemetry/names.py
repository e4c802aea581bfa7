"""Names of spans, attributes and metrics.

`gen_ai.*`, `server.*` and `error.type` are those of the OpenTelemetry semantic conventions for generative AI, as of
2026 (status: development); `summarizer.*` are ours. Boundaries of histograms are those that the conventions give.
"""

from __future__ import annotations

SCOPE = "summarizer"

OPERATION = "gen_ai.operation.name"
CHAT = "chat"
PROVIDER = "gen_ai.provider.name"
REQUEST_MODEL = "gen_ai.request.model"
REQUEST_TEMPERATURE = "gen_ai.request.temperature"
REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens"
RESPONSE_MODEL = "gen_ai.response.model"
OUTPUT_TYPE = "gen_ai.output.type"
INPUT_TOKENS = "gen_ai.usage.input_tokens"
CACHED_TOKENS = "gen_ai.usage.cache_read.input_tokens"
OUTPUT_TOKENS = "gen_ai.usage.output_tokens"
TOKEN_TYPE = "gen_ai.token.type"
SERVER = "server.address"
PORT = "server.port"
ERROR_TYPE = "error.type"

TOKEN_USAGE = "gen_ai.client.token.usage"
TOKEN_BOUNDARIES = [4.0**power for power in range(14)]
DURATION = "gen_ai.client.operation.duration"
DURATION_BOUNDARIES = [0.01 * 2**power for power in range(14)]

ARTICLE = "summarizer.article.id"
ENGINE = "summarizer.engine"
MODEL = "summarizer.model"
OUTCOME = "summarizer.outcome"
REQUESTS = "summarizer.requests"
RETRIES = "summarizer.retries"
COST = "summarizer.cost_usd"
PROMPT = "summarizer.prompt"
ARTICLES = "summarizer.articles"
ARTICLE_DURATION = "summarizer.article.duration"
SPENT = "summarizer.cost"

_PROVIDERS = {
    "azure_openai": "azure.ai.openai",
    "bedrock": "aws.bedrock",
    "google": "gcp.gemini",
    "mistral": "mistral_ai",
    "vertexai": "gcp.vertex_ai",
    "xai": "x_ai",
}


def provider_name(provider: str) -> str:
    """What the conventions call a provider of ours; one that they do not list keeps its name."""
    return _PROVIDERS.get(provider, provider)
