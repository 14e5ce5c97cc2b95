// What a refusal means, in plain words: a heading, what to do, and which field it is about. Knows nothing of the page.

const WORDS = {
  unreachable: ["The service cannot be reached", "Is it running, and is this computer connected to it? Nothing was lost; try again."],
  "broken-off": ["The connection broke off", "What was finished is kept by the service: comparing again goes on from there."],
  "key-needed": ["This service asks for a key", "Enter the key you were given under “Key”, at the top of the page. It stays in this tab and is forgotten when you close it."],
  "limit-reached": ["This key has asked too often", "Its limit is set by whoever runs the service."],
  busy: ["The service is busy", "Too many comparisons are waiting already."],
  stopping: ["The service is being stopped", "Try again when it is back."],
  "cost-cap": ["This comparison would cost too much", "The service was told not to spend more."],
  "bad-reply": ["The model's answers could not be used", "Trying again may help; so may leaving out the article that is named."],
  "context-exceeded": ["The article is too long for this model", "Send less of it, or use a model that reads more at once."],
  "key-refused": ["The model's provider refused the service's key", "Whoever runs the service has to look at its settings."],
  "model-down": ["The model cannot be reached", "Finished answers are kept; comparing again goes on from there."],
  "model-timeout": ["The model took too long", "Finished answers are kept; comparing again goes on from there."],
  "deadline-passed": ["The comparison took too long", "Finished answers are kept; comparing again goes on from there."],
  "body-too-large": ["The articles are too large together", "The limit is 8 MiB."],
  rule: ["Something has to be changed", ""],
  "not-found": ["This service cannot do that", "It is perhaps an older version than this page."],
  "internal-error": ["The service failed", "Its log names the fault under the number below."],
  other: ["The service refused", ""],
};
const FIELDS = { outlet: "outlet", published_at: "date", text: "text", html: "page", title: "headline", url: "address" };

/** `{heading, advice, lines}` for a Refused. */
export function explain({ problem, retryAfter }) {
  const name = problem.type.split("/").pop();
  const known = WORDS[name] ?? (problem.status === 422 ? WORDS.rule : WORDS.other);
  const lines = (problem.problems ?? []).map((one) => `${placeOf(one.field)} ${one.detail}`.trim());
  if (!lines.length && problem.detail) lines.push(sentence(problem.detail));
  if (retryAfter) lines.push(`Try again in ${retryAfter} seconds.`);
  if (problem.status >= 500 && problem.request_id) lines.push(`Number: ${problem.request_id}`);
  return { name, heading: known[0], advice: known[1], lines };
}

/** "Article 2, date:" for `articles[1].published_at`. */
function placeOf(field) {
  const match = /^articles\[(\d+)\](?:\.(\w+))?/.exec(field ?? "");
  if (!match) return field ? `${field}:` : "";
  const part = match[2] ? `, ${FIELDS[match[2]] ?? match[2]}` : "";
  return `Article ${Number(match[1]) + 1}${part}:`;
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".");
}
