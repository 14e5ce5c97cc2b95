// Cuts an article into paragraphs, and each into stretches that belong to the same claims. Pure; knows no element.

import { STATES } from "./report.js";

/** What is marked in an article: `{owner, start, end}` in units, from its claims and from quotations that were changed. */
function marksOf(articleId, reading) {
  const offsets = reading.offsets.get(articleId);
  const marks = [];
  const add = (owner, start, end) => {
    const [from, to] = [offsets.toUnits(start), Math.min(offsets.toUnits(end), offsets.units)];
    if (from < to && from >= 0) marks.push({ owner, start: from, end: to });
  };
  for (const claim of reading.claims.values()) {
    if (claim.article_id === articleId) for (const span of claim.spans) add(`c:${claim.id}`, span.start, span.end);
  }
  for (const change of reading.report.quote_changes) {
    change.spans.forEach((span, at) => { if (span.article_id === articleId) add(`q:${change.id}/${at}`, span.start, span.end); });
  }
  return marks;
}

/** Stretches of direct speech, in units. */
function speechOf(articleId, reading) {
  const offsets = reading.offsets.get(articleId);
  const links = [...reading.claims.values()].filter((claim) => claim.article_id === articleId).flatMap((claim) => claim.attribution ?? []);
  const changed = reading.report.quote_changes.flatMap((change) => change.spans).filter((span) => span.article_id === articleId);
  const direct = [...links.filter((link) => link.mode === "direct"), ...changed];
  return direct.map(({ start, end }) => ({ start: offsets.toUnits(start), end: offsets.toUnits(end) }));
}

/**
 * Paragraphs as `{start, end, role, segments: [{start, end, owners, state, isQuoted}]}`, in units.
 *
 * A line break inside a sentence is how a page was wrapped; only one between sentences parts paragraphs, and where the
 * article leaves lines empty, only those do.
 */
export function cut(articleId, reading) {
  const { text, sentences = [] } = reading.article.get(articleId);
  const offsets = reading.offsets.get(articleId);
  const roles = sentences.map((one) => ({ start: offsets.toUnits(one.start), end: offsets.toUnits(one.end), role: one.role }));
  const marks = marksOf(articleId, reading).sort((a, b) => a.start - b.start);
  const speech = speechOf(articleId, reading);
  return paragraphs(text, roles).map((paragraph) => ({ ...paragraph, segments: segments(paragraph, marks, speech, reading) }));
}

function paragraphs(text, sentences) {
  const leavesLines = (text.match(/\S[^\S\n]*\n\s*\n\s*\S/g) ?? []).length > 2;
  const found = [];
  let start = 0;
  let next = 0;
  const close = (end) => {
    const [from, to] = trimmed(text, start, end);
    if (from < to) found.push({ start: from, end: to, role: roleAt(sentences, from) });
  };
  for (const gap of text.matchAll(/\s*\n\s*/g)) {
    const end = gap.index + gap[0].length;
    while (next < sentences.length && sentences[next].end <= gap.index) next += 1;
    const isInside = next < sentences.length && sentences[next].start < gap.index;
    if (isInside || (leavesLines && !/\n\s*\n/.test(gap[0]))) continue;
    close(gap.index);
    start = end;
  }
  close(text.length);
  return found;
}

function trimmed(text, start, end) {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

function roleAt(sentences, at) {
  return sentences.find((sentence) => sentence.start <= at && at < sentence.end)?.role ?? "body";
}

function segments(paragraph, marks, speech, reading) {
  const near = marks.filter((mark) => mark.start < paragraph.end && mark.end > paragraph.start);
  const quoted = speech.filter((one) => one.start < paragraph.end && one.end > paragraph.start);
  const edges = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of [...near, ...quoted]) {
    edges.add(Math.max(start, paragraph.start));
    edges.add(Math.min(end, paragraph.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at];
    const covers = (one) => one.start <= start && one.end >= end;
    const owners = [...new Set(near.filter(covers).map((mark) => mark.owner))];
    return { start, end, owners, state: strongest(owners, reading), isQuoted: quoted.some(covers) };
  });
}

/** How a stretch's part of a quotation looks: its first and its last stretch are closed off. */
export function quoting(segments, at) {
  if (!segments[at].isQuoted) return "";
  return ["quoted", segments[at - 1]?.isQuoted ? "" : "opens", segments[at + 1]?.isQuoted ? "" : "closes"].filter(Boolean).join(" ");
}

function strongest(owners, reading) {
  const states = owners.map((owner) => reading.states.get(owner)).filter(Boolean);
  return STATES.find((state) => states.includes(state)) ?? null;
}
