// The history as the reader sees it: a wish that is off until it is ticked, what was kept, and "forget".

import { announce, button, el, said } from "./dom.js";
import { history } from "./history.js";
import { day } from "./words.js";

export class HistoryPanel {
  constructor(root, open) {
    this.open = open;
    this.wish = el("input", { type: "checkbox", on: { change: () => this.#turn() } });
    this.list = el("ul", { class: "kept" });
    this.forget = button("Forget everything", () => this.#forgetAll(), { class: "plain" });
    root.append(el("label", { class: "tick" }, this.wish, "Keep reports in this browser"), this.list, this.forget);
  }

  start() {
    this.wish.checked = history.isAsked();
    return this.#draw();
  }

  async keep(report, name) {
    await history.keep(report, name).catch(() => announce("The browser did not keep the report."));
    await this.#draw();
  }

  async #turn() {
    if (this.wish.checked) history.ask();
    else await this.#forgetAll();
    await this.#draw();
  }

  async #forgetAll() {
    await history.forgetAll();
    this.wish.checked = false;
    announce("This browser has forgotten every report.");
    await this.#draw();
  }

  async #draw() {
    const kept = history.isAsked() ? await history.list().catch(() => []) : [];
    this.list.replaceChildren(...kept.map((one) => this.#item(one)));
    this.forget.hidden = !history.isAsked();
  }

  #item({ at, name, report }) {
    const forget = async () => {
      await history.forget(at);
      announce("Forgotten.");
      await this.#draw();
    };
    return el("li", {}, button(said(name), () => this.open(report), { class: "plain" }), el("span", { class: "quiet" }, ` ${day(at.slice(0, 10))} `),
      button("Forget", forget, { class: "plain", "aria-label": `Forget ${name}` }));
  }
}
