// Adds a finding that was missed: words of two articles, selected in the columns or typed, and what they are.

import { announce, button, el, said } from "./dom.js";
import { CONFLICTS, LABELS } from "./findings.js";
import { missedItem } from "./feedback.js";

const SECTIONS = [...CONFLICTS, "agreements"];
const TYPES = ["number", "date", "place", "identity", "cause", "denial", "negation", "attribution", "other"];

export class Missed {
  #sides;

  constructor(reading, feedback, columns) {
    this.reading = reading;
    this.feedback = feedback;
    this.columns = columns;
    const [first, second = first] = reading.articles.map((article) => article.id);
    this.#sides = [this.#side(1, first), this.#side(2, second)];
    this.section = select("What it is", SECTIONS, (section) => LABELS[section][0]);
    this.type = select("About", TYPES, (type) => type);
    this.why = el("input", { type: "text", maxlength: "300" });
    this.problem = el("p", { class: "field-problem", role: "alert" });
    this.list = el("ul", { class: "missed-list" });
    this.element = el("details", { class: "missed" }, el("summary", {}, "Add a finding that was missed"), this.#form(), this.list);
    this.section.field.addEventListener("change", () => { this.type.label.hidden = !CONFLICTS.includes(this.section.field.value); });
    this.abort = new AbortController();
    document.addEventListener("selectionchange", () => this.#take(), { signal: this.abort.signal });
    feedback.addEventListener("change", () => this.#draw());
  }

  close() {
    this.abort.abort();
  }

  #form() {
    const submit = (event) => {
      event.preventDefault();
      this.#add();
    };
    return el("form", { class: "missed-form", on: { submit } },
      el("p", { class: "quiet" }, "Select the words in two columns while this is open, or type them as they stand in the article."),
      el("div", { class: "missed-sides" }, this.#sides.map((side) => side.element)),
      el("div", { class: "missed-about" }, this.section.label, this.type.label, el("label", {}, "Why, if it helps", this.why)),
      this.problem, el("button", { type: "submit" }, "Add it"));
  }

  #side(number, articleId) {
    const options = this.reading.articles.map(({ id }) => el("option", { value: id, selected: id === articleId }, this.reading.name(id)));
    const article = el("select", {}, options);
    const words = el("textarea", { rows: "2", dir: "auto" });
    const side = { article, words, stretch: null };
    words.addEventListener("input", () => { side.stretch = null; });
    article.addEventListener("change", () => { side.stretch = null; });
    side.element = el("fieldset", {}, el("legend", {}, `Words ${number}`), el("label", {}, "Article", article), el("label", {}, "Words", words));
    return side;
  }

  // What is selected in a column goes where that article stands, else to the side that has no words yet.
  #take() {
    if (!this.element.open) return;
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const holder = range.startContainer.parentElement?.closest(".column-text");
    const stretch = holder && this.columns.column(holder.dataset.article)?.stretchOf(range);
    if (!stretch) return;
    const side = this.#sides.find((one) => one.stretch?.article_id === stretch.article_id)
      ?? this.#sides.find((one) => one.article.value === stretch.article_id && !one.words.value)
      ?? this.#sides.find((one) => !one.words.value) ?? this.#sides[1];
    side.article.value = stretch.article_id;
    side.words.value = this.#quote(stretch);
    side.stretch = stretch;
  }

  #quote({ article_id: id, start, end }) {
    const offsets = this.reading.offsets.get(id);
    return this.reading.article.get(id).text.slice(offsets.toUnits(start), offsets.toUnits(end));
  }

  #add() {
    const sides = this.#sides.filter((side) => side.words.value.trim());
    const places = sides.map((side) => side.stretch ?? this.#find(side));
    const lost = places.findIndex((place) => !place);
    if (lost >= 0) return this.#say(`“${sides[lost].words.value.trim()}” does not stand in ${this.reading.name(sides[lost].article.value)}.`);
    if (places.length < 2) return this.#say("Give the words of both articles.");
    const type = CONFLICTS.includes(this.section.field.value) ? this.type.field.value : null;
    this.#say("");
    this.feedback.add({ section: this.section.field.value, type, why: this.why.value, positions: places });
    for (const side of this.#sides) [side.words.value, side.stretch] = ["", null];
    this.why.value = "";
    return announce("The missed finding was added to the feedback.");
  }

  // Typed words may be wrapped otherwise than the article's.
  #find({ article, words }) {
    const pattern = words.value.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
    const match = new RegExp(pattern).exec(this.reading.article.get(article.value).text);
    if (!match) return null;
    const offsets = this.reading.offsets.get(article.value);
    return { article_id: article.value, start: offsets.toPoints(match.index), end: offsets.toPoints(match.index + match[0].length) };
  }

  #say(words) {
    this.problem.replaceChildren(said(words));
  }

  #draw() {
    this.list.replaceChildren(...this.feedback.missed.map((one) => missedItem(one, this.reading, () => this.feedback.remove(one))));
  }
}

function select(name, values, labelOf) {
  const field = el("select", {}, values.map((value) => el("option", { value }, labelOf(value))));
  return { field, label: el("label", {}, name, field) };
}

/** The button that makes an eval case of the feedback, with the name it gets. */
export function exporter(feedback, suggested, send) {
  const name = el("input", { type: "text", value: suggested, maxlength: "80", pattern: "[a-z0-9]+(-[a-z0-9]+)*", required: true, spellcheck: "false" });
  const told = el("p", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "primary" }, "Export as a test case");
  const draw = () => {
    go.disabled = !feedback.count;
    told.textContent = feedback.count ? `${feedback.count} marked or added.` : "Mark findings right or wrong in the ledger, or add one that was missed.";
  };
  feedback.addEventListener("change", draw);
  draw();
  const submit = (event) => {
    event.preventDefault();
    send(name.value);
  };
  return el("form", { class: "export", on: { submit } }, told, el("label", {}, "Name, in small letters and hyphens", name), go);
}
