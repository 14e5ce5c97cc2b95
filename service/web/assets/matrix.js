// Who reports which fact: a row a fact, a column an outlet, and how many independent voices say it.

import { button, el, hidden, said } from "./dom.js";
import { count, counted } from "./words.js";

const CELLS = {
  says: ["●", "says"],
  disputes: ["✕", "disputes"],
  silent: ["–", "silent"],
  filed_earlier: ["◷", "filed earlier"],
  cut_off: ["⋯", "cut off"],
};

// Rows drawn at a time: a table is laid out whole, and a thousand rows of ten cells are a stutter.
const AT_ONCE = 100;

export function matrix(reading, choice) {
  const { facts } = reading.report;
  if (!facts.length) return el("p", { class: "quiet" }, "No fact was told by these articles that could be laid side by side.");
  const ids = reading.articles.map((article) => article.id);
  const head = el("tr", {},
    el("th", { scope: "col", class: "fact" }, "Fact"),
    ids.map((id) => el("th", { scope: "col" }, said(reading.name(id)))),
    el("th", { scope: "col", class: "origins" }, hidden("Independent "), "Origins"));
  const body = el("tbody");
  const table = el("table", { class: "matrix" }, el("caption", { class: "only-heard" }, "Facts by outlets"), el("thead", {}, head), body);
  choice.onChoose((finding) => {
    for (const one of table.querySelectorAll("tr.chosen")) one.classList.remove("chosen");
    if (finding?.section === "facts") body.children[facts.indexOf(finding.raw)]?.classList.add("chosen");
  });
  const more = button("", () => body.children[draw()].querySelector("button").focus());
  // Gives the place of the first row it has drawn.
  const draw = () => {
    const from = body.children.length;
    body.append(...facts.slice(from, from + AT_ONCE).map((fact) => row(fact, ids, reading, choice)));
    const left = facts.length - body.children.length;
    more.hidden = !left;
    more.textContent = `Show ${counted(Math.min(left, AT_ONCE), "more fact")} of ${count(left)}`;
    return from;
  };
  draw();
  return [el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Facts by outlets, a table" }, table), key(facts), more];
}

function row(fact, ids, reading, choice) {
  const finding = reading.byKey.get(`facts:${fact.id}`);
  const press = () => choice.choose(finding, "matrix");
  const cells = ids.map((id) => cell(fact.by_article[id]));
  return el("tr", {}, el("th", { scope: "row", class: "fact" }, button(said(fact.text), press, { class: "fact-choice" })), cells, el("td", { class: "origins" }, String(reading.origins(fact))));
}

function cell(state) {
  const [sign, words] = CELLS[state] ?? ["", state ?? ""];
  return el("td", { class: `cell ${state ?? ""}` }, el("span", { "aria-hidden": "true" }, sign), hidden(words));
}

// Only the signs that stand in the table.
function key(facts) {
  const used = new Set(facts.flatMap((fact) => Object.values(fact.by_article)));
  const parts = Object.entries(CELLS).filter(([state]) => used.has(state));
  return el("p", { class: "key", "aria-hidden": "true" }, parts.map(([state, [sign, words]]) => el("span", { class: `cell ${state}` }, el("span", {}, sign), ` ${words}`)));
}
