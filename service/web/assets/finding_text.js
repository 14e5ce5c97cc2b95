// A finding as plain text for a message or a memo: what it is, every quotation with its source, why. Pure.

import { LABELS } from "./findings.js";
import { day, decided } from "./words.js";

export function asText(finding) {
  const { section, raw, sides, text } = finding;
  const about = [raw.type !== "other" && raw.type, raw.kinds?.join(", "), raw.confidence, raw.decided_by && decided(raw.decided_by)];
  const known = about.filter(Boolean).join(", ");
  const lines = [`${LABELS[section][0]}${known ? ` (${known})` : ""}`];
  if (section === "omissions" || section === "agreements") lines.push(oneLine(text));
  for (const side of sides) {
    const source = [side.outlet, side.speaker, day(side.asOf)].filter(Boolean).map(oneLine).join(", ");
    for (const quote of side.quotes) lines.push(`- ${source}: ${quoted(quote)}`);
  }
  for (const { a, b } of raw.differences ?? []) lines.push(`Differs in: ${a ? quoted(a) : "nothing"} / ${b ? quoted(b) : "nothing"}`);
  if (raw.evidence?.length) lines.push(`Evidence: ${raw.evidence.map(oneLine).join("; ")}`);
  return `${lines.join("\n")}\n`;
}

// Marks inside stay as they are, so the outer ones are of the other kind.
function quoted(words) {
  const line = oneLine(words);
  return /[“”"]/.test(line) ? `‘${line}’` : `“${line}”`;
}

function oneLine(words) {
  return words.replace(/\s+/g, " ").trim();
}
