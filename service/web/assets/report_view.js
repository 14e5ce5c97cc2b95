// Lays the parts of one report out on the page, and lets go of them when another report comes.

import { byId, el, said } from "./dom.js";
import { Choice } from "./choice.js";
import { ChosenBar } from "./chosen_bar.js";
import { Columns } from "./columns.js";
import { Feedback } from "./feedback.js";
import { exporter, Missed } from "./missed.js";
import { LABELS, SECTIONS } from "./findings.js";
import { Ledger } from "./ledger.js";
import { legend } from "./legend.js";
import { make } from "./api.js";
import { matrix } from "./matrix.js";
import { provenance } from "./provenance.js";
import { refusal } from "./refusal.js";
import { NotAReport, read } from "./report.js";
import { save } from "./saving.js";
import { summary } from "./summary.js";
import { slug, takeaway } from "./takeaway.js";
import { counted, listed } from "./words.js";

const TO_CLOSE = [];
let shown = null;

/** Shows `report` and gives the name it goes by; `told` says where it comes from, where it was not just made. */
export function show(report, told = "") {
  try {
    const reading = read(report);
    lay(reading, told);
    return nameOf(reading);
  } catch (error) {
    if (error instanceof NotAReport) throw error;
    byId("report").hidden = true;
    throw new NotAReport("This report is damaged and cannot be shown.", { cause: error });
  }
}

/** Whether there is feedback on the report shown that was not exported. */
export function hasUnsaved() {
  return Boolean(shown?.isUnsaved && shown.count);
}

function lay(reading, told) {
  for (const close of TO_CLOSE.splice(0)) close();
  const choice = new Choice();
  const feedback = new Feedback();
  shown = feedback;
  byId("report").hidden = false;
  byId("report-title").textContent = titleOf(reading);
  byId("report-told").textContent = told;
  fill("tallies", tallies(reading));
  fill("notices", notices(reading));
  fill("summary-body", summary(reading, choice));
  const columns = new Columns(byId("columns"), reading, choice);
  fill("legend", legend(reading, byId("columns")));
  const ledger = new Ledger(reading, choice, feedback);
  const missed = new Missed(reading, feedback, columns);
  fill("ledger-body", ledger.filters, ledger.list, ledger.empty);
  fill("chosen", new ChosenBar(reading, choice, ledger).element);
  fill("matrix-body", matrix(reading, choice));
  fill("provenance-body", provenance(reading));
  fill("takeaway-body", takeaway(reading));
  const trouble = el("div", { class: "trouble", role: "alert" });
  fill("feedback-body", missed.element, exporter(feedback, caseName(reading), (name) => exportCase(feedback, feedback.body(name, reading.told), trouble)), trouble);
  TO_CLOSE.push(() => columns.close(), () => missed.close(), warnOnLeaving());
  byId("report-title").focus();
}

function fill(id, ...children) {
  byId(id).replaceChildren(...children.flat().filter(Boolean));
}

function titleOf(reading) {
  const names = reading.articles.map((article) => reading.name(article.id));
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} others` : listed(names);
}

function nameOf(reading) {
  const title = reading.articles.find((article) => article.title)?.title;
  return [titleOf(reading), title].filter(Boolean).join(": ");
}

// How many of each; that there is no contradiction is worth saying.
function tallies(reading) {
  const { report } = reading;
  return SECTIONS.filter((section) => report[section].length || section === "contradictions").map((section) => el("li", {},
    el("strong", {}, String(report[section].length)), ` ${LABELS[section][report[section].length === 1 ? 0 : 1].toLowerCase()}`));
}

function notices(reading) {
  const same = reading.report.same_origin.map((group) => group.text);
  const texts = [...reading.report.notices.map((notice) => notice.text), ...same];
  if (!texts.length) return null;
  const list = el("ul", {}, texts.map((text) => el("li", {}, said(text))));
  return el("details", { open: texts.length < 5 }, el("summary", {}, `Before you rely on it: ${counted(texts.length, "notice")}`), list);
}

function caseName(reading) {
  const [first] = reading.articles;
  return slug(first?.title || first?.outlet || "case") || "case";
}

async function exportCase(feedback, body, trouble) {
  trouble.replaceChildren();
  try {
    save(await make("eval-case", body), `${body.name}.zip`);
    feedback.isUnsaved = false;
  } catch (error) {
    trouble.replaceChildren(refusal(error));
  }
}

// Feedback that was not exported is gone with the page.
function warnOnLeaving() {
  const warn = (event) => { if (hasUnsaved()) event.preventDefault(); };
  window.addEventListener("beforeunload", warn);
  return () => window.removeEventListener("beforeunload", warn);
}
