// Where articles come in: a card for each, filled by typing, pasting or files. Gives the story as POST /analyze takes it.

import { announce, button, el, said } from "./dom.js";
import { isPage } from "./files.js";
import { count, counted } from "./words.js";

const FEWEST = 2;
const MOST = 20;

export class Intake {
  #cards = [];

  constructor(list, more) {
    this.list = list;
    more.addEventListener("click", () => {
      this.#add({});
      this.#cards.at(-1).outlet.focus();
    });
    this.more = more;
    for (let at = 0; at < FEWEST; at += 1) this.#add({});
  }

  /** Puts articles where no words are yet, else in cards of their own. */
  take(articles) {
    const empty = this.#cards.filter((card) => card.isEmpty());
    for (const article of articles.slice(0, MOST)) {
      const card = empty.shift();
      if (card) card.fill(article);
      else if (this.#cards.length < MOST) this.#add(article);
      else return announce(`Only ${MOST} articles can be compared at once; the rest was left out.`);
    }
    return announce(`${counted(articles.length, "article")} added.`);
  }

  /** These articles and no others. */
  replace(articles) {
    for (const card of this.#cards.splice(0)) card.element.remove();
    this.take(articles);
    while (this.#cards.length < FEWEST) this.#add({});
  }

  /** `{articles}`, or a sentence that says what is missing in `problem`. */
  story() {
    const filled = this.#cards.filter((card) => !card.isEmpty());
    if (filled.length < FEWEST) {
      const first = this.#cards.find((card) => card.isEmpty());
      return { problem: "At least two articles are needed: paste or drop another one.", field: first?.text };
    }
    return { articles: filled.map((card) => card.article()) };
  }

  names() {
    return this.#cards.filter((card) => !card.isEmpty()).map((card) => card.outlet.value || "unnamed");
  }

  #add(article) {
    const card = new Card((gone) => this.#remove(gone));
    this.#cards.push(card);
    this.list.append(card.element);
    card.fill(article);
    this.#number();
  }

  #remove(card) {
    this.#cards = this.#cards.filter((other) => other !== card);
    card.element.remove();
    while (this.#cards.length < FEWEST) this.#add({});
    this.#number();
    this.more.focus();
  }

  #number() {
    this.#cards.forEach((card, at) => card.number(at + 1));
    this.more.disabled = this.#cards.length >= MOST;
  }
}

class Card {
  #given = {};
  #page = null;

  constructor(remove) {
    this.outlet = el("input", { type: "text", maxlength: "200", autocomplete: "off" });
    this.date = el("input", { type: "text", maxlength: "40", autocomplete: "off", placeholder: "2026-03-05" });
    this.text = el("textarea", { rows: "9", dir: "auto", spellcheck: "false" });
    this.told = el("p", { class: "card-told" });
    this.title = el("h3", {});
    this.drop = button("Remove", () => remove(this), { class: "plain" });
    this.text.addEventListener("input", () => this.#tell());
    this.element = el("li", { class: "article-card" },
      el("div", { class: "card-head" }, this.title, this.drop),
      el("div", { class: "card-fields" }, el("label", {}, "Outlet", this.outlet), el("label", {}, "Date", this.date)),
      el("label", {}, "Text or HTML", this.text), this.told);
  }

  number(number) {
    this.title.textContent = `Article ${number}`;
    this.element.setAttribute("aria-label", `Article ${number}`);
    this.drop.setAttribute("aria-label", `Remove article ${number}`);
  }

  isEmpty() {
    return !this.#page && !this.text.value.trim();
  }

  fill({ outlet, published_at: date, text, html, fileName, ...given }) {
    this.#given = given;
    this.outlet.value = outlet ?? "";
    this.date.value = date ?? "";
    this.text.value = text ?? "";
    // A page is long and nobody reads it: it is kept beside the field.
    this.#page = html ? { html, name: fileName ?? "a page" } : null;
    this.#tell(fileName);
  }

  article() {
    const date = this.date.value.trim();
    const outlet = this.outlet.value.trim();
    const text = this.text.value;
    const html = this.#page?.html ?? (isPage(text) ? text : null);
    return { ...this.#given, ...(outlet && { outlet }), ...(date && { published_at: date }), ...(html ? { html } : { text }) };
  }

  #tell(fileName) {
    this.text.parentElement.hidden = Boolean(this.#page);
    if (this.#page) {
      const clear = button("Take another", () => { this.fill({ outlet: this.outlet.value, published_at: this.date.value }); this.text.focus(); }, { class: "plain" });
      this.told.replaceChildren(said(this.#page.name), `, HTML of ${count(this.#page.html.length)} characters; the service takes the article out of it. `, clear);
      return;
    }
    const words = this.text.value.split(/\s+/).filter(Boolean).length;
    const kind = isPage(this.text.value) ? "Will be read as HTML" : words ? counted(words, "word") : "";
    this.told.textContent = [fileName, kind].filter(Boolean).join(" · ");
  }
}
