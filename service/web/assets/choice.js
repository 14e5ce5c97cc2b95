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

  onChoose(listener) {
    this.addEventListener("choose", (event) => listener(event.detail.finding, event.detail.from));
  }

  onPoint(listener) {
    this.addEventListener("point", (event) => listener(event.detail));
  }
}
