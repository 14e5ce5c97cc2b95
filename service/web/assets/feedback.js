// What the desk thinks of the findings: right or wrong, and why; and what was missed. Kept on this page until exported.

import { button, el, said } from "./dom.js";

export class Feedback extends EventTarget {
  #verdicts = new Map();
  missed = [];
  /** Whether there is anything that no export has yet. */
  isUnsaved = false;

  get count() {
    return this.#verdicts.size + this.missed.length;
  }

  /** As POST /eval-case takes it, with `name` for the case and the report it is about. */
  body(name, report) {
    return { report, name, feedback: [...this.#verdicts.values()], missed: this.missed };
  }

  /** "right", "wrong" or "" for a finding. */
  verdict(finding) {
    return this.#verdicts.get(finding.key)?.verdict ?? "";
  }

  add(missed) {
    this.missed.push(missed);
    this.#changed();
  }

  remove(missed) {
    this.missed = this.missed.filter((one) => one !== missed);
    this.#changed();
  }

  #changed() {
    this.isUnsaved = true;
    this.dispatchEvent(new Event("change"));
  }

  #mark(finding, verdict, why) {
    if (verdict) this.#verdicts.set(finding.key, { section: finding.section, finding_id: finding.id, verdict, why });
    else this.#verdicts.delete(finding.key);
    this.#changed();
  }

  /** Two buttons for a finding, and a line for the reason once one is pressed. */
  controls(finding) {
    const made = el("div", { class: "verdict", role: "group", "aria-label": "What the desk thinks of this finding" });
    const draw = (focused = null) => {
      const told = this.#verdicts.get(finding.key);
      const press = (verdict) => () => {
        this.#mark(finding, told?.verdict === verdict ? null : verdict, told?.why ?? "");
        draw(verdict);
      };
      const buttons = ["right", "wrong"].map((verdict) => button(verdict === "right" ? "Right" : "Wrong", press(verdict), { class: `judge ${verdict}`, "aria-pressed": String(told?.verdict === verdict) }));
      made.replaceChildren(...buttons);
      if (told) made.append(this.#reason(finding, told));
      if (focused) buttons[focused === "right" ? 0 : 1].focus();
    };
    draw();
    return made;
  }

  #reason(finding, { verdict, why }) {
    const input = (event) => this.#mark(finding, verdict, event.target.value);
    return el("label", { class: "reason-field" }, "Why, if it helps", el("input", { type: "text", value: why, maxlength: "300", on: { input } }));
  }
}

/** A missed finding in the list of those added. */
export function missedItem(missed, reading, remove) {
  const words = missed.positions.map(({ article_id: id, start, end }) => {
    const quote = [...reading.article.get(id).text].slice(start, end).join("");
    return el("li", {}, el("cite", {}, said(reading.name(id))), ": ", said(quote));
  });
  return el("li", { class: "missed-item" }, el("ul", {}, words), button("Take back", remove, { class: "plain" }));
}
