// Where the report comes from: model, prompts, what it cost, how long each step took, and what was refused on the way.

import { el, said } from "./dom.js";
import { count, counted, plain, seconds } from "./words.js";

const STEPS = { claims: "Reading claims", verdicts: "Comparing", summary: "Summing up" };

export function provenance(reading) {
  const { provenance: from, refusals } = reading.report;
  if (!from) return el("p", { class: "quiet" }, "The report does not say where it comes from.");
  const parts = [el("dl", { class: "facts" }, entries(reading, from).map(([term, ...words]) => el("div", {}, el("dt", {}, term), words.map((one) => el("dd", {}, one)))))];
  if (from.run?.calls?.length) parts.push(el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Model calls by step, a table" }, steps(from)));
  if (refusals.length) parts.push(refused(refusals, reading));
  return parts;
}

function entries(reading, from) {
  const totals = from.run?.totals;
  return [
    ["Model", said(from.model)],
    ["Where it ran", from.local ? "On the service's own machine: no text left it" : "At a provider, over the network"],
    totals && ["Replies", replies(totals)],
    totals && ["Tokens", `${count(totals.prompt_tokens)} read, ${count(totals.completion_tokens)} written`],
    totals && ["Cost", money(totals.cost_usd, from.local)],
    totals && ["Model time", seconds(totals.ms)],
    ["Rashomon", `version ${from.service_version}`],
    ["Prompts", ...Object.entries(from.prompts ?? {}).map(([step, id]) => el("span", {}, `${plain(step)} `, el("code", {}, id)))],
    ["Articles, by hash", ...Object.entries(from.inputs ?? {}).map(([id, hash]) => el("span", {}, said(reading.name(id)), " ", el("code", { title: hash }, hash.slice(0, 12))))],
    from.run && ["Request", el("code", {}, from.run.request_id)],
  ].filter(Boolean);
}

function replies({ calls, cached_calls: cached }) {
  if (!calls) return "No model was asked";
  if (cached === calls) return `All ${count(calls)} from the cache; no model was asked`;
  return `${count(calls - cached)} live, ${count(cached)} from the cache`;
}

function money(cost, isLocal) {
  if (isLocal) return "No charge";
  return cost === null || cost === undefined ? "Price unknown" : `$${cost.toFixed(4)}`;
}

function steps({ run, local }) {
  const rows = [...Map.groupBy(run.calls, (call) => call.step)].map(([step, calls]) => {
    const sum = (field) => calls.reduce((total, call) => total + (call[field] ?? 0), 0);
    const isPriced = calls.every((call) => call.cost_usd !== null);
    const cells = [count(calls.length), count(calls.filter((call) => call.cached).length), count(sum("prompt_tokens")), count(sum("completion_tokens")), money(isPriced ? sum("cost_usd") : null, local), seconds(sum("ms"))];
    return el("tr", {}, el("th", { scope: "row" }, STEPS[step] ?? plain(step)), cells.map((cell) => el("td", {}, cell)));
  });
  const heads = ["Step", "Calls", "From the cache", "Tokens read", "Written", "Cost", "Time"];
  return el("table", { class: "steps" }, el("caption", { class: "only-heard" }, "Model calls by step"), el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, rows));
}

function refused(refusals, reading) {
  const items = refusals.map((one) => el("li", {},
    said(one.detail), el("span", { class: "reason" }, [plain(one.reason), one.article_id && reading.name(one.article_id)].filter(Boolean).join(" · "))));
  const title = `${counted(refusals.length, "answer")} of the model ${refusals.length === 1 ? "was" : "were"} not accepted`;
  return el("details", { class: "refused" }, el("summary", {}, title), el("ul", {}, items));
}
