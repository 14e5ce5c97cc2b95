// Gives findings of every section one shape, so that ledger, columns and feedback need not tell them apart.
// Pure; knows no element.

/** Gravest first. */
export const SECTIONS = [
  "contradictions", "disputes", "quote_changes", "updates", "scope_differences", "omissions", "agreements",
];
export const LABELS = {
  contradictions: ["Contradiction", "Contradictions"],
  disputes: ["Dispute", "Disputes"],
  quote_changes: ["Changed quotation", "Changed quotations"],
  updates: ["Update", "Updates"],
  scope_differences: ["Other scope", "Other scope"],
  omissions: ["Left out", "Left out"],
  agreements: ["Agreement", "Agreements"],
  facts: ["Fact", "Facts"],
  claims: ["Words", "Words"],
};
/** Where the tellings part; the other sections are read elsewhere too. */
export const PARTING = ["contradictions", "disputes", "quote_changes", "updates", "scope_differences"];
export const CONFLICTS = ["contradictions", "disputes", "updates", "scope_differences"];

/**
 * `{key, section, id, text, owners, places, sides, raw}`: owners are `c:CLAIM` or `q:CHANGE/SIDE`, what marks in the text
 * belong to; places are stretches by article, in code points; sides are who says what.
 */
export function findingsOf(reading) {
  const { report } = reading;
  return [...SECTIONS, "facts"].flatMap((section) => report[section].map((raw) => one(section, raw, reading)));
}

function one(section, raw, reading) {
  const sides = sidesOf(section, raw, reading).filter((side) => side.owners.length);
  const owners = [...new Set(sides.flatMap((side) => side.owners))];
  const places = section === "quote_changes" ? changed(raw, reading) : placesOf(owners, reading);
  return { key: `${section}:${raw.id}`, section, id: raw.id, text: raw.text, owners, places, sides, raw };
}

/** The words of single claims, for what is no finding: a citation. */
export function wordsOf(claimIds, reading) {
  const owners = reading.claimsOf(claimIds).map((claim) => `c:${claim.id}`);
  const [claim] = reading.claimsOf(claimIds);
  const sides = sidesOfClaims(claimIds, reading);
  const key = `claims:${claimIds.join("+")}`;
  return { key, section: "claims", id: key, text: claim?.text ?? "", owners, places: placesOf(owners, reading), sides, raw: {} };
}

function sidesOf(section, raw, reading) {
  if (section === "quote_changes") return raw.spans.map((span, at) => side(reading, span.article_id, [span.quote], [`q:${raw.id}/${at}`], { speaker: raw.speakers[at] }));
  if (CONFLICTS.includes(section)) {
    return raw.positions.flatMap((position) => sidesOfClaims(position.claim_ids, reading, { speaker: position.speaker, asOf: position.as_of }));
  }
  return sidesOfClaims(raw.claim_ids, reading);
}

/** One side for each article that has claims among `ids`, in the order they come. */
function sidesOfClaims(ids, reading, about = {}) {
  const byArticle = Map.groupBy(reading.claimsOf(ids), (claim) => claim.article_id);
  return [...byArticle].map(([articleId, claims]) => {
    const quotes = claims.map((claim) => claim.spans.map((span) => span.quote).join(" … "));
    const owners = claims.map((claim) => `c:${claim.id}`);
    return side(reading, articleId, quotes, owners, { speaker: claims[0].speaker?.name, ...about });
  });
}

function side(reading, articleId, quotes, owners, { speaker = null, asOf = null }) {
  const known = reading.article.has(articleId);
  const published = reading.article.get(articleId)?.published_at ?? null;
  return { articleId, outlet: reading.name(articleId), quotes, owners: known ? owners : [], speaker, asOf: asOf ?? published };
}

function placesOf(owners, reading) {
  const places = new Map();
  for (const owner of owners) {
    const claim = reading.claims.get(owner.slice(2));
    for (const { start, end } of claim?.spans ?? []) add(places, claim.article_id, { start, end });
  }
  return places;
}

function changed(raw, reading) {
  const places = new Map();
  for (const { article_id: id, start, end } of raw.spans) if (reading.article.has(id)) add(places, id, { start, end });
  return places;
}

function add(places, articleId, stretch) {
  places.set(articleId, [...(places.get(articleId) ?? []), stretch]);
}
