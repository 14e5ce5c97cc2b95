// What follows from a report alone: claims by id, what state each is in, what belongs together. Pure; knows no element.

import { Offsets } from "./offsets.js";
import { findingsOf, SECTIONS } from "./findings.js";

const LISTS = ["notices", "articles", "claims", ...SECTIONS, "same_origin", "facts", "refusals"];
/** The strongest first: words that are both agreed and contradicted are shown as contradicted. */
export const STATES = ["contradicted", "disputed", "differs", "agreed", "only"];
const STATE_OF = {
  contradictions: "contradicted", disputes: "disputed", updates: "differs", scope_differences: "differs", agreements: "agreed",
};

/** Why a file is no report that can be shown, in plain words. */
export class NotAReport extends Error {}

/** A report as the page needs it. Raises NotAReport. */
export function read(told) {
  check(told);
  const report = { ...told };
  for (const list of LISTS) report[list] = told[list] ?? [];
  report.summary = { sentences: [], refused: [], ...told.summary };
  return new Reading(report, told);
}

function check(told) {
  if (typeof told !== "object" || told === null || !Array.isArray(told.articles) || !Array.isArray(told.claims)) {
    throw new NotAReport("This is not a report of Rashomon: it has no articles and claims in it.");
  }
  if (told.report_version !== "1") throw new NotAReport("This report is of another version than this page can read.");
  const wrong = LISTS.find((list) => told[list] !== undefined && !Array.isArray(told[list]));
  if (wrong) throw new NotAReport(`This report is damaged: its ${wrong.replaceAll("_", " ")} cannot be read.`);
}

export class Reading {
  /** `report` has every list there can be; `told` is what came, to be handed on as it is. */
  constructor(report, told) {
    this.report = report;
    this.told = told;
    this.articles = report.articles;
    this.article = new Map(report.articles.map((article) => [article.id, article]));
    this.offsets = new Map(report.articles.map((article) => [article.id, new Offsets(article.text)]));
    this.claims = new Map(report.claims.filter((claim) => this.article.has(claim.article_id)).map((claim) => [claim.id, claim]));
    this.findings = findingsOf(this);
    this.byKey = new Map(this.findings.map((finding) => [finding.key, finding]));
    this.#group();
  }

  /** What a reader calls an article. */
  name(articleId) {
    const article = this.article.get(articleId);
    return article?.outlet || articleId;
  }

  claimsOf(ids) {
    return (ids ?? []).map((id) => this.claims.get(id)).filter(Boolean);
  }

  /** The findings that rest on any of `owners`, the gravest first. */
  restingOn(owners) {
    const keys = new Set(owners.flatMap((owner) => this.findingsByOwner.get(owner) ?? []));
    return this.findings.filter((finding) => keys.has(finding.key));
  }

  /** Everything that tells the same thing as `owners`, themselves included. */
  linked(owners) {
    return new Set(owners.flatMap((owner) => [owner, ...this.restingOn([owner]).flatMap((finding) => finding.owners)]));
  }

  /** How many independent voices say a fact: articles of one origin count once. */
  origins(fact) {
    const agreement = this.report.agreements.find((one) => one.id === fact.id);
    if (agreement) return agreement.independent_origins;
    const voices = Object.entries(fact.by_article).filter(([, state]) => state === "says").map(([id]) => id);
    const groups = new Map(voices.map((id) => [id, id]));
    const root = (id) => (groups.get(id) === id ? id : root(groups.get(id)));
    for (const { article_ids } of this.report.same_origin) {
      const [first, ...others] = article_ids.filter((id) => groups.has(id));
      for (const other of others) groups.set(root(other), root(first));
    }
    return new Set(voices.map(root)).size;
  }

  #group() {
    this.findingsByOwner = new Map();
    const states = new Map();
    for (const finding of this.findings) {
      for (const owner of finding.owners) {
        this.findingsByOwner.set(owner, [...(this.findingsByOwner.get(owner) ?? []), finding.key]);
        const state = finding.section === "facts" ? factState(finding) : STATE_OF[finding.section];
        if (state && STATES.indexOf(state) < (states.has(owner) ? STATES.indexOf(states.get(owner)) : STATES.length)) {
          states.set(owner, state);
        }
      }
    }
    this.states = states;
  }
}

function factState(finding) {
  const telling = Object.values(finding.raw.by_article ?? {}).filter((state) => state === "says" || state === "disputes");
  return telling.length > 1 ? "agreed" : "only";
}
