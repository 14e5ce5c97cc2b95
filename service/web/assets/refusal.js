// A refusal as an element: what happened, what to do, the lines the service gave. Knows nothing of what was asked.

import { Refused } from "./api.js";
import { el, said } from "./dom.js";
import { explain } from "./problems.js";

export function refusal(error, { hasKey = false } = {}) {
  if (!(error instanceof Refused)) return box("Something went wrong on this page", "", [error.message]);
  const { name, heading, advice, lines } = explain(error);
  if (name === "key-needed" && hasKey) return box("The service does not know this key", "Check it under “Key”, or ask whoever runs the service.", []);
  return box(heading, advice, name === "key-needed" ? [] : lines);
}

function box(heading, advice, lines) {
  return el("div", { class: "refusal" },
    el("p", { class: "refusal-heading" }, heading), advice ? el("p", {}, advice) : null,
    lines.length ? el("ul", {}, lines.map((line) => el("li", {}, said(line)))) : null);
}
