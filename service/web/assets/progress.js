// Shows how far a comparison is. Knows nothing of how it is asked for.

import { announce, byId } from "./dom.js";
import { count } from "./words.js";

const STEPS = { claims: "Reading what each article claims", verdicts: "Comparing claims", summary: "Writing the summary" };

export class Progress {
  #began = 0;
  #clock = null;
  #step = "";

  start() {
    this.#began = performance.now();
    this.#step = "";
    byId("progress").hidden = false;
    byId("progress-step").textContent = "Splitting the articles into sentences";
    byId("progress-count").textContent = "";
    byId("progress-bar").removeAttribute("value");
    this.#clock = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  tell({ step, done, total, prompt_tokens: read, completion_tokens: written }) {
    const name = STEPS[step] ?? step;
    byId("progress-step").textContent = name;
    byId("progress-count").textContent = `${count(done)} of ${count(total)} · ${count(read)} tokens read, ${count(written)} written`;
    const bar = byId("progress-bar");
    bar.max = Math.max(total, 1);
    bar.value = total ? done : 1;
    // One piece of news a step: every answer would drown whatever else is being read out.
    if (step !== this.#step) announce(name);
    this.#step = step;
  }

  end() {
    clearInterval(this.#clock);
    byId("progress").hidden = true;
  }

  #tick() {
    byId("progress-time").textContent = `${Math.round((performance.now() - this.#began) / 1000)} s`;
  }
}
