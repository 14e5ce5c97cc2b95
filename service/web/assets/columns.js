// The articles side by side: as many as there is room for, the others a choice away. Links the same fact across columns.

import { Column } from "./column.js";
import { announce, el } from "./dom.js";
import { counted } from "./words.js";

const NARROWEST = 290;
const MOST = 4;
const FEWEST = 2;

export class Columns {
  #built = new Map();
  #shown = [];
  #lit = [];
  #chosen = [];

  constructor(root, reading, choice) {
    this.root = root;
    this.reading = reading;
    this.choice = choice;
    this.ids = reading.articles.map((article) => article.id);
    this.#listen();
    choice.onChoose((finding) => this.#show(finding));
    choice.onPoint((owners) => this.#light(owners));
    choice.onReveal((articleId) => this.#reveal(articleId));
    this.watch = new ResizeObserver(() => this.#fit());
    this.watch.observe(root);
    this.#fit();
  }

  close() {
    this.watch.disconnect();
  }

  /** The column that shows `articleId`, if one does now. */
  column(articleId) {
    return this.#shown.includes(articleId) ? this.#column(articleId) : null;
  }

  #column(articleId) {
    if (!this.#built.has(articleId)) this.#built.set(articleId, new Column(articleId, this.reading));
    return this.#built.get(articleId);
  }

  #fit() {
    const room = Math.floor(this.root.clientWidth / NARROWEST);
    const places = Math.min(this.ids.length, Math.max(FEWEST, Math.min(MOST, room)));
    if (places === this.#shown.length) return;
    const kept = this.#shown.slice(0, places);
    const others = this.ids.filter((id) => !kept.includes(id));
    this.#lay([...kept, ...others].slice(0, places));
    this.#mark(this.choice.finding);
  }

  #lay(ids) {
    if (ids.join("\n") === this.#shown.join("\n")) return;
    this.#shown = ids;
    this.root.style.setProperty("--columns", ids.length);
    this.root.replaceChildren(...ids.map((id, place) => this.#frame(id, place)));
  }

  #frame(id, place) {
    const column = this.#column(id);
    const name = this.reading.name(id);
    const isChosen = this.#shown.length < this.ids.length;
    const heading = el("h4", { class: isChosen ? "only-heard" : "column-name", dir: "auto" }, name);
    const head = el("header", {}, heading, isChosen ? this.#chooser(id, place) : null, column.meta);
    return el("section", { class: "column", "aria-label": name }, head, column.body);
  }

  #chooser(id, place) {
    const options = this.ids.map((other) => el("option", { value: other, selected: other === id }, this.reading.name(other)));
    const change = (event) => this.#put(event.target.value, place);
    return el("select", { class: "column-choice", "aria-label": `Article in column ${place + 1}`, on: { change } }, options);
  }

  // Swaps where the article stands in another column already.
  #put(id, place) {
    const ids = [...this.#shown];
    const other = ids.indexOf(id);
    if (other >= 0) ids[other] = ids[place];
    ids[place] = id;
    this.#lay(ids);
    this.#mark(this.choice.finding);
    this.root.children[place].querySelector("select").focus();
  }

  #show(finding) {
    const wanted = finding ? this.ids.filter((id) => finding.places.has(id) || finding.raw.article_id === id) : [];
    const missing = wanted.filter((id) => !this.#shown.includes(id));
    const ids = this.#shown.map((id) => (wanted.includes(id) || !missing.length ? id : missing.shift()));
    this.#lay(ids);
    this.#mark(finding);
    if (finding && finding.places.size > this.#shown.length) {
      announce(`${counted(finding.places.size, "article")} hold this; ${this.#shown.length} are shown.`);
    }
  }

  // In the last column, where it has none; its words get the focus.
  #reveal(articleId) {
    if (!this.#shown.includes(articleId)) this.#lay([...this.#shown.slice(0, -1), articleId]);
    this.#mark(this.choice.finding);
    this.#column(articleId).order.find((mark) => mark.classList.contains("chosen"))?.focus();
  }

  #mark(finding) {
    for (const mark of this.#chosen) mark.classList.remove("chosen");
    this.#chosen = [];
    if (!finding) return;
    const firsts = this.#shown.map((id) => this.#choose(this.#column(id), finding)).filter(Boolean);
    const scroll = () => { for (const [column, mark] of firsts) column.scrollTo(mark); };
    scroll();
    // Paragraphs that were not laid out yet have their true height only now.
    requestAnimationFrame(scroll);
  }

  #choose(column, finding) {
    const marks = finding.owners.flatMap((owner) => column.marks.get(owner) ?? []);
    if (!marks.length) return null;
    for (const mark of marks) mark.classList.add("chosen");
    this.#chosen.push(...marks);
    const first = column.order.find((mark) => marks.includes(mark));
    column.rove(first);
    return [column, first];
  }

  #light(owners) {
    for (const mark of this.#lit) mark.classList.remove("lit");
    const columns = this.#shown.map((id) => this.#column(id));
    this.#lit = [...owners].flatMap((owner) => columns.flatMap((column) => column.marks.get(owner) ?? []));
    for (const mark of this.#lit) mark.classList.add("lit");
  }

  #listen() {
    const owners = (target) => {
      const mark = target.closest?.(".mark");
      return mark ? this.#columnOf(mark).ownersOf.get(mark) : null;
    };
    const point = (event) => {
      const found = owners(event.target);
      this.choice.point(found ? this.reading.linked(found) : new Set());
    };
    for (const event of ["pointerover", "focusin"]) this.root.addEventListener(event, point);
    for (const event of ["pointerleave", "focusout"]) this.root.addEventListener(event, () => this.choice.point(new Set()));
    this.root.addEventListener("click", (event) => {
      const found = owners(event.target);
      // Words that are being selected are not being chosen.
      if (found && document.getSelection().isCollapsed) this.#pick(found);
    });
    this.root.addEventListener("keydown", (event) => this.#walk(event, owners(event.target)));
  }

  // The gravest finding first; the next one at every further press.
  #pick(owners) {
    const findings = this.reading.restingOn(owners);
    const at = findings.findIndex((finding) => finding.key === this.choice.finding?.key);
    if (findings.length) this.choice.choose(findings[(at + 1) % findings.length], "columns");
  }

  #walk(event, owners) {
    if (!owners) return;
    const column = this.#columnOf(event.target);
    const at = column.order.indexOf(event.target);
    const rtl = getComputedStyle(event.target).direction === "rtl";
    const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -at, End: column.order.length };
    if (event.key === "Enter" || event.key === " ") this.#pick(owners);
    else if (event.key in steps) {
      const next = column.order[Math.max(0, Math.min(column.order.length - 1, at + steps[event.key]))];
      column.rove(next);
      next.focus();
    } else return;
    event.preventDefault();
  }

  #columnOf(mark) {
    return this.#column(mark.closest(".column-text").dataset.article);
  }
}
