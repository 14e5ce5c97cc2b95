"""Reports made for the page: of any texts, with the findings a test needs. What they say is not what a model said."""

from typing import Any

from service.models import content_id

Report = dict[str, Any]


def make(*texts: str, outlets: tuple[str, ...] = ()) -> Report:
    """A report on articles of these texts, each line a claim, all first lines in contradiction."""
    names = outlets or tuple(f"Paper {number}" for number in range(1, len(texts) + 1))
    ids = [f"a{number}" for number in range(1, len(texts) + 1)]
    claims = [claim for name, text in zip(ids, texts, strict=True) for claim in _claims(name, text)]
    firsts = [next(claim for claim in claims if claim["article_id"] == name) for name in ids]
    return {
        "report_version": "1",
        "notices": [],
        "articles": [_article(*one) for one in zip(ids, names, texts, strict=True)],
        "claims": claims,
        "agreements": [],
        "contradictions": [_conflict(firsts)],
        "disputes": [],
        "updates": [],
        "scope_differences": [],
        "quote_changes": [],
        "omissions": [],
        "same_origin": [],
        "facts": [_fact([claim], ids) for claim in claims if claim not in firsts],
        "summary": {"sentences": [_sentence(firsts)], "refused": [{"text": texts[0], "reason": "uncited"}]},
        "refusals": [{"step": "claims", "article_id": ids[0], "detail": texts[0], "reason": "reply_invalid"}],
        "provenance": _provenance(texts[0], ids),
    }


def agree(report: Report, *at: int) -> None:
    """Makes one agreement of the claims at these places."""
    claims = [report["claims"][index] for index in at]
    ids = [claim["id"] for claim in claims]
    articles = [claim["article_id"] for claim in claims]
    variants = [{"claim_id": claim["id"], "quote": claim["text"]} for claim in claims]
    report["agreements"].append(
        {
            "id": content_id("agreement", *ids),
            "text": claims[0]["text"],
            "claim_ids": ids,
            "article_ids": articles,
            "independent_origins": len(articles),
            "variants": variants,
        }
    )


def _article(name: str, outlet: str, text: str) -> dict[str, Any]:
    sentences = [{"start": start, "end": end, "role": "body"} for start, end in _lines(text)]
    known = {"id": name, "outlet": outlet, "text": text, "status": "ok", "sentences": sentences}
    unknown = dict.fromkeys(("publisher", "title", "published_at", "language", "url"))
    return {**unknown, **dict.fromkeys(("title_read", "date_read", "truncated"), False), **known}


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _claims(article_id: str, text: str) -> list[dict[str, Any]]:
    return [
        {
            "id": content_id(article_id, start),
            "article_id": article_id,
            "text": text[start:end],
            "spans": [{"start": start, "end": end, "quote": text[start:end], "match": "exact"}],
            "sentence": number,
            "voice": "outlet",
            "speaker": None,
            "attribution": [],
            "stance": "asserts",
            "kind": "fact",
            "figures": [],
        }
        for number, (start, end) in enumerate(_lines(text))
    ]


def _conflict(claims: list[dict[str, Any]]) -> dict[str, Any]:
    positions = [
        {
            "text": claim["text"],
            "claim_ids": [claim["id"]],
            "article_ids": [claim["article_id"]],
            "speaker": None,
            "as_of": None,
        }
        for claim in claims
    ]
    words = " / ".join(claim["text"] for claim in claims)
    known = {"type": "number", "decided_by": "rules", "confidence": "certain", "evidence": [words]}
    return {"id": content_id(words), "text": words, "positions": positions, "explanation": words, **known}


def _fact(claims: list[dict[str, Any]], ids: list[str]) -> dict[str, Any]:
    telling = {claim["article_id"] for claim in claims}
    cells = {name: "says" if name in telling else "silent" for name in ids}
    claim_ids = [claim["id"] for claim in claims]
    return {"id": content_id(*claim_ids), "text": claims[0]["text"], "claim_ids": claim_ids, "by_article": cells}


def _sentence(claims: list[dict[str, Any]]) -> dict[str, Any]:
    ids = [claim["id"] for claim in claims]
    return {"text": claims[0]["text"], "claim_ids": ids, "support": "disputed", "origin": "model"}


def _provenance(words: str, ids: list[str]) -> dict[str, Any]:
    spent = {"cost_usd": None, "ms": 1200, "prompt_tokens": 10, "completion_tokens": 2}
    call = {"step": "claims", "article_id": ids[0], "cached": False, **spent}
    live = {"live_prompt_tokens": 10, "live_completion_tokens": 2}
    totals = {"calls": 1, "cached_calls": 0, **spent, **live}
    return {
        "model": words[:80],
        "local": False,
        "prompts": {"claims": "0123456789ab"},
        "service_version": "0",
        "inputs": dict.fromkeys(ids, "0" * 64),
        "run": {"request_id": "r", "calls": [call], "totals": totals},
    }
