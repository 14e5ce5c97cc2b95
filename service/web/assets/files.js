// What a dropped or chosen file is: a report, a story, a page or a plain text. Pure but for reading the file.

/** `{report}`, `{articles}` or, for a page or text, `{articles: [one]}`. Raises Error in plain words. */
export async function readFile(file) {
  const text = decoded(await file.arrayBuffer(), file.name);
  if (/\.json$/i.test(file.name)) return fromJson(text, file.name);
  const about = { fileName: file.name };
  return { articles: [isPage(text, file.name) ? { ...about, html: text } : { ...about, text }] };
}

/** Whether these words are a page's HTML rather than an article's text. */
export function isPage(text, name = "") {
  return /\.x?html?$/i.test(name) || /^\s*(<!doctype html|<html[\s>])/i.test(text);
}

function decoded(bytes, name) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not text in UTF-8. Save it as UTF-8, or paste its words.`);
  }
}

function fromJson(text, name) {
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON.`);
  }
  if (told?.report_version !== undefined) return { report: told };
  const articles = told?.articles;
  if (!Array.isArray(articles) || !articles.length) throw new Error(`${name} is neither a report nor a story with articles.`);
  const elsewhere = articles.find((article) => typeof article?.text !== "string" && typeof article?.html !== "string");
  if (elsewhere) throw new Error(`${name} names articles in other files. Drop those files instead.`);
  return { articles, options: told.options };
}
