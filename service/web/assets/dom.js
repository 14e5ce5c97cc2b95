// Builds elements from plain values. Every word becomes a text node: no markup is ever read from a string.
// Knows nothing of reports.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "type", "htmlFor", "open", "selected", "multiple"]);

/** An element; `options`: class, on (listeners), data (dataset), properties, and attributes for all the rest. */
export function el(name, options = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (key === "data") Object.assign(made.dataset, value);
    else if (PROPERTIES.has(key)) made[key] = value;
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function button(label, onClick, options = {}) {
  return el("button", { type: "button", on: { click: onClick }, ...options }, label);
}

export function byId(id) {
  return document.getElementById(id);
}

/** Words of an article or of a model: in their own direction, whatever stands around them. */
export function said(words, options = {}) {
  return el("bdi", { dir: "auto", ...options }, words);
}

/** Says `words` to whoever listens rather than looks. */
export function announce(words) {
  const region = byId("announcements");
  region.textContent = "";
  // Equal words said twice are two pieces of news.
  requestAnimationFrame(() => { region.textContent = words; });
}

export function hidden(words) {
  return el("span", { class: "only-heard" }, words);
}
