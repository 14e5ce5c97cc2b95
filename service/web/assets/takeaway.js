// The report as a file: the service writes HTML, Markdown and CSV; JSON is what the page has already.

import { key, make } from "./api.js";
import { announce, button, el } from "./dom.js";
import { save } from "./saving.js";
import { refusal } from "./refusal.js";

const FORMS = [
  ["HTML page", "text/html", "html", "opens offline, prints on A4"],
  ["Markdown", "text/markdown", "md", "for an editor or a wiki"],
  ["Ledger as CSV", "text/csv", "csv", "for a spreadsheet"],
];

export function takeaway(reading) {
  const trouble = el("div", { class: "trouble", role: "alert" });
  const json = el("li", {}, button("JSON", () => saveJson(reading.told), { class: "take" }), el("span", {}, "the report itself; drop it here to open it again"));
  const made = FORMS.map(([label, type, ending, use]) => el("li", {}, button(label, () => write(type, ending, reading.told, trouble), { class: "take" }), el("span", {}, use)));
  return [el("ul", { class: "takeaway" }, made, json), trouble];
}

async function write(type, ending, report, trouble) {
  trouble.replaceChildren();
  try {
    save(await make("render", report, type), nameOf(report, ending));
    announce("The file was made.");
  } catch (error) {
    trouble.replaceChildren(refusal(error, { hasKey: Boolean(key.get()) }));
  }
}

function saveJson(report) {
  save(new Blob([JSON.stringify(report, null, 1)], { type: "application/json" }), nameOf(report, "json"));
  announce("The file was made.");
}

/** "report-the-courier-the-ledger.json". */
export function nameOf(report, ending) {
  return `${["report", ...report.articles.slice(0, 3).map((article) => slug(article.outlet || article.id))].filter(Boolean).join("-")}.${ending}`;
}

export function slug(words) {
  return words.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
}
