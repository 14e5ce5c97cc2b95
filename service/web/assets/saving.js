// Files and the clipboard. Knows nothing of reports.

import { announce, el } from "./dom.js";

export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function copy(text, news) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages that are not served over TLS have no clipboard but the old one.
    const field = el("textarea", { class: "only-heard", readonly: true, "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    const before = document.activeElement;
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    before?.focus();
    if (!isDone) return announce("The browser did not let the page copy.");
  }
  return announce(news);
}
