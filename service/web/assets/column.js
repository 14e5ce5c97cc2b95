// One article with its marks, as an element. Knows nothing of findings but which marks belong to them.

import { el } from "./dom.js";
import { cut, quoting } from "./segments.js";
import { day } from "./words.js";

/** A column of an article; `marks` has every stretch that can be pointed at, by what it belongs to. */
export class Column {
  constructor(articleId, reading) {
    this.articleId = articleId;
    this.article = reading.article.get(articleId);
    this.offsets = reading.offsets.get(articleId);
    this.marks = new Map();
    this.order = [];
    this.ownersOf = new Map();
    this.body = el("div", { class: "column-text", lang: this.article.language, data: { article: articleId } });
    this.body.append(this.#paragraphs(cut(articleId, reading)));
    this.meta = meta(this.article);
    if (this.order.length) this.order[0].tabIndex = 0;
  }

  #paragraphs(paragraphs) {
    const all = document.createDocumentFragment();
    for (const { start, role, segments } of paragraphs) {
      const made = el("p", { class: `paragraph ${role}`, dir: "auto", data: { start } });
      segments.forEach((segment, at) => made.append(this.#segment(segment, quoting(segments, at))));
      all.append(made);
    }
    return all;
  }

  #segment({ start, end, owners, state }, quoted) {
    const words = this.article.text.slice(start, end);
    if (!owners.length) return quoted ? el("span", { class: quoted }, words) : document.createTextNode(words);
    const made = el("span", {
      class: `mark ${state ?? ""} ${quoted}`, role: "button", tabindex: "-1",
      "aria-describedby": [state && `legend-${state}`, quoted && "legend-quoted"].filter(Boolean).join(" ") || null,
    }, words);
    for (const owner of owners) this.marks.set(owner, [...(this.marks.get(owner) ?? []), made]);
    this.ownersOf.set(made, owners);
    this.order.push(made);
    return made;
  }

  /** The stretch in code points that `range` takes of this article, or null. */
  stretchOf(range) {
    const start = this.#unitAt(range.startContainer, range.startOffset);
    const end = this.#unitAt(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return null;
    return { article_id: this.articleId, start: this.offsets.toPoints(start), end: this.offsets.toPoints(end) };
  }

  #unitAt(node, offset) {
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const paragraph = holder.closest(".paragraph");
    if (!paragraph || !this.body.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + before.toString().length;
  }

  /** Scrolls the column, and nothing else, until `mark` stands in its upper third. */
  scrollTo(mark) {
    this.body.scrollTop += mark.getBoundingClientRect().top - this.body.getBoundingClientRect().top - this.body.clientHeight / 4;
  }

  /** Makes `mark` the one that Tab reaches. */
  rove(mark) {
    for (const other of this.order) if (other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
  }
}

function meta(article) {
  const facts = [
    day(article.published_at) + (article.date_read ? " (date line)" : ""),
    article.language,
    article.truncated && "only the beginning",
    article.status === "failed" && "could not be read: left out of the comparison",
  ];
  const made = el("p", { class: "column-meta" }, facts.filter(Boolean).join(" · "));
  if (/^https?:\/\//.test(article.url ?? "")) {
    made.append(" · ", el("a", { href: article.url, rel: "noreferrer noopener", target: "_blank" }, "as published"));
  }
  return made;
}
