// The summary with its citations: pointing at one shows the words it rests on, choosing it finds them in the columns.

import { el, hidden, said } from "./dom.js";
import { wordsOf } from "./findings.js";
import { plain } from "./words.js";

const SUPPORT = { disputed: "Disputed", single: "One source", multiple: null };

export function summary(reading, choice) {
  const { sentences, refused } = reading.report.summary;
  const notes = new Notes(reading, choice);
  // Drawn first, so that numbers are given in the order they are read.
  const text = el("div", { class: "summary-text" }, sentences.map((sentence) => paragraph(sentence, notes)));
  if (!sentences.length) text.append(el("p", { class: "quiet" }, "Nothing was found that could be summed up."));
  else if (sentences.every((sentence) => sentence.origin === "extractive")) {
    text.append(el("p", { class: "quiet" }, "Built by code from the findings, not written by the model."));
  }
  if (refused.length) text.append(refusals(refused));
  notes.begin();
  return el("div", { class: "summary-columns" }, text, notes.element);
}

function paragraph(sentence, notes) {
  const made = el("p", { class: `sentence ${sentence.support}` }, said(sentence.text));
  const known = sentence.claim_ids.filter((id) => notes.reading.claims.has(id));
  made.append(el("span", { class: "citations" }, known.map((id) => notes.citation(id))));
  if (SUPPORT[sentence.support]) made.append(el("span", { class: "support" }, SUPPORT[sentence.support]));
  return made;
}

function refusals(refused) {
  const items = refused.map(({ text, reason }) => el("li", {}, said(text), el("span", { class: "reason" }, plain(reason))));
  const title = refused.length === 1 ? "1 sentence was refused" : `${refused.length} sentences were refused`;
  return el("details", { class: "refused" }, el("summary", {}, title), el("ul", {}, items));
}

/** Numbers claims as they are cited, and shows the words of the one pointed at. */
class Notes {
  #numbers = new Map();

  constructor(reading, choice) {
    this.reading = reading;
    this.choice = choice;
    this.card = el("div", { id: "cited-words", class: "card" });
    const hint = el("p", { class: "quiet" }, "Each number leads to the words its sentence rests on.");
    this.element = el("aside", { class: "notes", "aria-label": "Words the summary rests on" }, this.card, hint);
  }

  /** Shows the words of the first number. */
  begin() {
    const [claimId] = this.#numbers.keys();
    if (claimId) this.#draw(1, wordsOf([claimId], this.reading));
  }

  citation(claimId) {
    const isNew = !this.#numbers.has(claimId);
    if (isNew) this.#numbers.set(claimId, this.#numbers.size + 1);
    const number = this.#numbers.get(claimId);
    const words = wordsOf([claimId], this.reading);
    const show = () => this.#show(number, words);
    const leave = () => this.choice.point(new Set());
    const click = () => this.choice.choose(words, "summary");
    const on = { click, focus: show, pointerenter: show, pointerleave: leave, blur: leave };
    const options = { type: "button", class: "citation", "aria-describedby": "cited-words", on };
    return el("sup", {}, el("button", options, hidden("words "), String(number)));
  }

  #show(number, words) {
    this.choice.point(this.reading.linked(words.owners));
    this.#draw(number, words);
  }

  #draw(number, words) {
    const [side] = words.sides;
    this.card.replaceChildren(
      el("p", { class: "card-number" }, String(number)),
      el("blockquote", { dir: "auto" }, side.quotes[0]),
      el("p", { class: "source" }, el("cite", {}, said(side.outlet)), side.speaker ? [", ", said(side.speaker)] : null),
    );
  }
}
