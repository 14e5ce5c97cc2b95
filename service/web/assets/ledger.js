// The findings as a list: filtered by kind, one open at a time. Choosing one shows its words in every column.

import { button, el, said } from "./dom.js";
import { detail } from "./finding_detail.js";
import { CONFLICTS, LABELS, PARTING, SECTIONS } from "./findings.js";
import { counted, decided } from "./words.js";

export class Ledger {
  #rows = new Map();
  #filter = "parting";

  constructor(reading, choice, feedback) {
    this.reading = reading;
    this.choice = choice;
    this.feedback = feedback;
    this.list = el("ol", { class: "findings" });
    this.filters = el("div", { class: "filters", role: "group", "aria-label": "Which findings are shown" });
    this.empty = el("p", { class: "quiet" });
    this.findings = reading.findings.filter((finding) => finding.section !== "facts");
    if (!this.#of("parting").length) this.#filter = "all";
    choice.onChoose((finding, from) => this.#open(finding, from));
    feedback.addEventListener("change", () => this.#tellVerdicts());
    this.#draw();
  }

  /** The findings shown, in order. */
  get shown() {
    return this.#of(this.#filter);
  }

  #of(filter) {
    if (filter === "all") return this.findings;
    const sections = filter === "parting" ? PARTING : [filter];
    return this.findings.filter((finding) => sections.includes(finding.section));
  }

  #draw() {
    const kinds = ["parting", ...SECTIONS.filter((section) => this.#of(section).length), "all"];
    this.filters.replaceChildren(...kinds.map((kind) => this.#filterButton(kind)));
    this.list.replaceChildren(...this.shown.map((finding) => this.#row(finding)));
    this.empty.textContent = this.shown.length ? "" : "Nothing of this kind was found.";
    this.empty.hidden = this.shown.length > 0;
    this.#tellVerdicts();
  }

  #filterButton(kind) {
    const names = { parting: "Where they part", all: "All" };
    const name = names[kind] ?? LABELS[kind][1];
    const press = () => {
      this.#filter = kind;
      this.#draw();
      this.filters.querySelector("[aria-pressed=true]").focus();
    };
    const number = el("span", { class: "number" }, String(this.#of(kind).length));
    return button([name, " ", number], press, { class: "filter", "aria-pressed": String(kind === this.#filter) });
  }

  #row(finding) {
    const isOpen = this.choice.finding?.key === finding.key;
    const press = () => this.choice.choose(this.choice.finding?.key === finding.key ? null : finding, "ledger");
    const head = button([kicker(finding, el("span", { class: "told-verdict" })), said(titleOf(finding), { class: "finding-title" })], press, { class: "finding-head", "aria-expanded": String(isOpen) });
    const row = el("li", { class: `finding ${finding.section}`, data: { key: finding.key } }, el("h4", {}, head));
    if (isOpen) row.append(detail(finding, this));
    this.#rows.set(finding.key, row);
    return row;
  }

  // What the desk thinks stands beside a finding that is closed, too.
  #tellVerdicts() {
    for (const finding of this.shown) {
      const verdict = this.feedback.verdict(finding);
      this.#rows.get(finding.key).querySelector(".told-verdict").textContent = verdict && ` · marked ${verdict}`;
    }
  }

  #open(finding, from) {
    if (finding && finding.section !== "facts" && finding.section !== "claims" && !this.shown.includes(finding)) {
      this.#filter = "all";
      this.#draw();
    }
    for (const row of this.list.querySelectorAll(".finding")) this.#unfold(row, row.dataset.key === finding?.key ? finding : null);
    const row = finding && this.#rows.get(finding.key);
    if (row?.isConnected && from !== "ledger") row.scrollIntoView({ block: "nearest" });
  }

  #unfold(row, finding) {
    row.querySelector(".finding-head").setAttribute("aria-expanded", String(Boolean(finding)));
    row.classList.toggle("open", Boolean(finding));
    row.querySelector(".detail")?.remove();
    if (finding) row.append(detail(finding, this));
  }
}

function titleOf({ section, raw, sides, text }) {
  // Both sides in full stand below; a row that is closed needs only what tells it from the next.
  if (CONFLICTS.includes(section)) return raw.positions.map((position) => position.text).join(" / ") || text;
  return text || sides[0]?.quotes[0] || "";
}

/** The line above a finding's words: what it is, how sure, by whom. */
export function kicker({ section, raw, places }, more = null) {
  const facts = [
    CONFLICTS.includes(section) && raw.type !== "other" && raw.type,
    section === "quote_changes" && raw.kinds.join(", "),
    section === "agreements" && originsOf(raw),
    raw.confidence,
    raw.decided_by && decided(raw.decided_by),
    places.size > 2 && counted(places.size, "article"),
  ];
  return el("span", { class: "kicker" }, el("span", { class: "kind" }, LABELS[section][0]), facts.filter(Boolean).map((fact) => ` · ${fact}`), more);
}

function originsOf({ article_ids, independent_origins: origins }) {
  return `${counted(article_ids.length, "outlet")}, ${counted(origins, "independent origin")}`;
}
