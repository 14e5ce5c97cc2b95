// What the marks mean; each can be put away, to see the others better.

import { button, el } from "./dom.js";

const MEANINGS = {
  contradicted: ["contradicted", "contradicted by another article"],
  disputed: ["disputed", "disputed between speakers"],
  differs: ["newer or other scope", "another article has a newer state or another scope"],
  agreed: ["agreed", "told by other articles as well"],
  only: ["only here", "told by this article alone"],
  quoted: ["quoted", "quoted speech"],
};

export function legend(reading, columns) {
  const states = new Set(reading.states.values());
  const used = Object.keys(MEANINGS).filter((state) => state === "quoted" || states.has(state));
  columns.removeAttribute("data-hidden");
  const away = new Set();
  const items = used.map((state) => {
    const [name, meaning] = MEANINGS[state];
    const press = () => {
      if (!away.delete(state)) away.add(state);
      toggle.setAttribute("aria-pressed", String(!away.has(state)));
      columns.dataset.hidden = [...away].join(" ");
    };
    const toggle = button(el("span", { class: `sample ${state}` }, name), press, { "aria-pressed": "true", title: meaning });
    return el("li", {}, toggle, el("span", { id: `legend-${state}`, hidden: true }, meaning));
  });
  return el("ul", { class: "legend", "aria-label": "Marks in the text" }, items);
}
