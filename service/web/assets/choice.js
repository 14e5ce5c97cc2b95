// What the reader has chosen or points at: the one thing the parts of the page share. Knows no part of it.

export class Choice extends EventTarget {
  finding = null;

  /** `from` names the part the choice was made in, which need not be scrolled. */
  choose(finding, from = "") {
    this.finding = finding;
    this.dispatchEvent(new CustomEvent("choose", { detail: { finding, from } }));
  }

  /** What tells the same thing as the words pointed at; an empty set for nothing. */
  point(owners) {
    this.dispatchEvent(new CustomEvent("point", { detail: owners }));
  }

  /** Asks for the words of one article, of all those the chosen finding rests on. */
  reveal(articleId) {
    this.dispatchEvent(new CustomEvent("reveal", { detail: articleId }));
  }

  onReveal(listener) {
    this.addEventListener("reveal", (event) => listener(event.detail));
  }

  onChoose(listener) {
    this.addEventListener("choose", (event) => listener(event.detail.finding, event.detail.from));
  }

  onPoint(listener) {
    this.addEventListener("point", (event) => listener(event.detail));
  }
}
