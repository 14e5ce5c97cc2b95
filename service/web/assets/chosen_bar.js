// One line above the columns: what is chosen, and the way to the next. Knows the ledger's order, not its rows.

import { button, byId, el, said } from "./dom.js";
import { kicker } from "./ledger.js";

export class ChosenBar {
  constructor(reading, choice, ledger) {
    this.choice = choice;
    this.ledger = ledger;
    this.words = el("div", { class: "chosen-words", role: "status" });
    this.next = button("Next", () => this.#step(1));
    this.previous = button("Previous", () => this.#step(-1));
    this.clear = button("Clear", () => choice.choose(null, "bar"));
    this.element = el("div", { class: "chosen-bar" }, this.words, el("div", { class: "chosen-steps" }, this.previous, this.next, this.clear));
    choice.onChoose((finding, from) => this.#draw(finding, from));
    this.#draw(null);
  }

  #draw(finding, from) {
    this.clear.hidden = !finding;
    for (const one of [this.next, this.previous]) one.hidden = !this.ledger.shown.length;
    if (!finding) {
      this.words.replaceChildren(el("p", { class: "quiet" }, "Choose a finding, or any marked words, to see the same thing in every column."));
      return;
    }
    this.words.replaceChildren(kicker(finding), el("p", {}, said(finding.text)));
    // Where ledger and columns do not stand side by side, the reader is taken to the words.
    if (from !== "columns" && from !== "bar" && isApart()) byId("side-by-side").scrollIntoView({ block: "start" });
  }

  #step(by) {
    const { shown } = this.ledger;
    const at = shown.findIndex((finding) => finding.key === this.choice.finding?.key);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    this.choice.choose(shown[next], "bar");
  }
}

function isApart() {
  return byId("columns").getBoundingClientRect().top > window.innerHeight * 0.6 || byId("columns").getBoundingClientRect().bottom < window.innerHeight * 0.3;
}
