// Finds, in the words of two quotations, the differences that a report names. Pure; knows no element.

/**
 * Both quotations in pieces `{text, isChanged}`. `differences` are those of the report, in order; what cannot be found
 * again is left unmarked: the quotations themselves stay as they are.
 */
export function mark(quotes, differences) {
  return [marked(quotes[0], differences.map((one) => one.a)), marked(quotes[1], differences.map((one) => one.b))];
}

function marked(quote, changes) {
  const words = [...quote.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, key: keyOf(match[0]) }));
  const pieces = [];
  let written = 0;
  let from = 0;
  for (const change of changes) {
    const wanted = change.split(/\s+/).map(keyOf).filter(Boolean);
    const at = wanted.length ? find(words, wanted, from) : -1;
    if (at < 0) continue;
    from = at + wanted.length;
    const [start, end] = [words[at].start, words[from - 1].end];
    pieces.push({ text: quote.slice(written, start), isChanged: false }, { text: quote.slice(start, end), isChanged: true });
    written = end;
  }
  return [...pieces, { text: quote.slice(written), isChanged: false }].filter((piece) => piece.text);
}

function find(words, wanted, from) {
  for (let at = from; at + wanted.length <= words.length; at += 1) {
    if (wanted.every((key, step) => words[at + step].key === key)) return at;
  }
  return -1;
}

function keyOf(word) {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}$€£%]+|[^\p{L}\p{N}$€£%]+$/gu, "");
}
