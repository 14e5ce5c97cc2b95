// Asks the service: stories, files made from a report, whether it is ready. The key lives as long as this tab.
// Knows nothing of the page.

import { stream } from "./events.js";

const KEY = "rashomon-key";

export const key = {
  get: () => sessionStorage.getItem(KEY) ?? "",
  set: (value) => (value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY)),
};

/** A request that was not answered: `problem` as the service told it, or in its form. */
export class Refused extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

function headers(more) {
  const secret = key.get();
  return { ...(secret ? { "X-API-Key": secret } : {}), ...more };
}

async function ask(path, options) {
  // No header can carry it, and no key has other characters.
  if (!/^[\x21-\x7e]*$/.test(key.get())) throw new Refused({ type: "key-needed", status: 401, detail: "" });
  let response;
  try {
    response = await fetch(path, { ...options, headers: headers(options.headers), redirect: "error", credentials: "omit" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused({ type: "unreachable", status: 0, detail: "" });
  }
  if (!response.ok) throw new Refused(await problemOf(response), response.headers.get("Retry-After"));
  return response;
}

async function problemOf(response) {
  const told = await response.json().catch(() => null);
  return told && typeof told.type === "string" ? told : { type: "other", status: response.status, detail: "" };
}

function posting(body, accept, signal) {
  const sent = { "Content-Type": "application/json", ...(accept ? { Accept: accept } : {}) };
  return { method: "POST", body: JSON.stringify(body), headers: sent, signal };
}

/** The report on `story`; `tell` hears how far it is. Raises Refused, or AbortError when `signal` says stop. */
export async function analyze(story, tell, signal) {
  const response = await ask("analyze", posting(story, "text/event-stream", signal));
  try {
    for await (const event of stream(response)) {
      if (event.name === "progress") tell(JSON.parse(event.data));
      if (event.name === "report") return JSON.parse(event.data);
      if (event.name === "problem") throw new Refused(JSON.parse(event.data));
    }
  } catch (error) {
    if (error instanceof Refused || error.name === "AbortError") throw error;
  }
  throw new Refused({ type: "broken-off", status: 0, detail: "" });
}

/** A file the service makes from `body`. */
export async function make(path, body, accept = null) {
  return (await ask(path, posting(body, accept))).blob();
}

export async function load(path) {
  return (await ask(path, {})).json();
}
