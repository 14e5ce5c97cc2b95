// What a finding rests on, in full: who says what, in which words, why it was found, and what the desk thinks of it.

import { button, el, said } from "./dom.js";
import { asText } from "./finding_text.js";
import { mark } from "./differences.js";
import { copy } from "./saving.js";
import { day } from "./words.js";

export function detail(finding, { feedback, choice }) {
  const made = el("div", { class: "detail" }, el("ul", { class: "sides" }, sides(finding, choice)));
  if (finding.raw.explanation) made.append(el("p", { class: "why" }, said(reason(finding.raw.explanation))));
  if (finding.raw.evidence?.length) {
    made.append(el("p", { class: "small-heading" }, "Evidence"), el("ul", { class: "evidence" }, finding.raw.evidence.map((one) => el("li", {}, said(one)))));
  }
  if (finding.section === "omissions") made.append(el("p", { class: "quiet" }, `Weight ${Math.round(finding.raw.salience * 100)} of 100.`));
  made.append(actions(finding, feedback));
  return made;
}

function sides(finding, choice) {
  const quotes = finding.section === "quote_changes" ? mark(finding.sides.map((side) => side.quotes[0]), finding.raw.differences) : null;
  return finding.sides.map((side, at) => el("li", { class: "side" },
    side.quotes.map((quote) => el("blockquote", { dir: "auto" }, quotes ? pieces(quotes[at], at) : quote)),
    el("p", { class: "source" }, button(el("cite", {}, said(side.outlet)), () => choice.reveal(side.articleId), { class: "outlet", title: "Show these words in their column" }), side.speaker ? [", ", said(side.speaker)] : null, `, ${day(side.asOf)}`),
  ));
}

// The words of the first quotation that the second lacks were taken out, and the other way round put in.
function pieces(marked, at) {
  return marked.map(({ text, isChanged }) => (isChanged ? el(at === 0 ? "del" : "ins", {}, text) : text));
}

// The explanation may begin with the words of both sides, which stand above it.
function reason(explanation) {
  return explanation.replace(/^(?:[^“”]{1,200}: “[^“”]*” ){2}/, "") || explanation;
}

function actions(finding, feedback) {
  const copied = button("Copy as text", () => copy(asText(finding), "The finding was copied, with its quotations."));
  return el("div", { class: "actions" }, copied, feedback.controls(finding));
}
