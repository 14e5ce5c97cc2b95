// Finds, in the words of two quotations, the differences that a report names. Pure; knows no element.

/**
 * Both quotations in pieces `{text, isChanged}`. `differences` are those of the report, in order; what cannot be found
 * again is left unmarked: the quotations themselves stay as they are.
 */
export function mark([a, b], differences) {
  const sides = [wordsOf(a), wordsOf(b)];
  const changed = [[], []];
  let at = [0, 0];
  for (const difference of differences) {
    const wanted = [keysOf(difference.a), keysOf(difference.b)];
    const found = inStep(sides, wanted, at) ?? apart(sides, wanted, at);
    at = found.map((start, side) => (start === null ? at[side] : start + wanted[side].length));
    found.forEach((start, side) => {
      if (start !== null && wanted[side].length) changed[side].push([sides[side][start].start, sides[side][at[side] - 1].end]);
    });
  }
  return [pieces(a, changed[0]), pieces(b, changed[1])];
}

// Goes on over words that are equal on both sides until the difference stands there.
function inStep(sides, wanted, [i, j]) {
  for (let step = 0; ; step += 1) {
    const [ours, theirs] = [sides[0][i + step]?.key, sides[1][j + step]?.key];
    if (ours === theirs && ours !== undefined) continue;
    return standsAt(sides[0], wanted[0], i + step) && standsAt(sides[1], wanted[1], j + step) ? [i + step, j + step] : null;
  }
}

// Where the sides fell out of step, each is searched alone.
function apart(sides, wanted, at) {
  return wanted.map((keys, side) => {
    if (!keys.length) return null;
    for (let start = at[side]; start < sides[side].length; start += 1) if (standsAt(sides[side], keys, start)) return start;
    return null;
  });
}

function standsAt(words, keys, start) {
  return keys.every((key, step) => words[start + step]?.key === key);
}

function wordsOf(quote) {
  const words = [...quote.matchAll(/[^\s\-–—]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, key: keyOf(match[0]) }));
  return words.filter((word) => word.key);
}

function keysOf(words) {
  return words.split(/[\s\-–—]+/).map(keyOf).filter(Boolean);
}

function keyOf(word) {
  return word.toLowerCase().replace(/[’‘]/g, "'").replace(/^[^\p{L}\p{N}$€£%]+|[^\p{L}\p{N}$€£%]+$/gu, "");
}

function pieces(quote, changed) {
  const found = [];
  let written = 0;
  for (const [start, end] of changed) {
    found.push({ text: quote.slice(written, start), isChanged: false }, { text: quote.slice(start, end), isChanged: true });
    written = end;
  }
  return [...found, { text: quote.slice(written), isChanged: false }].filter((piece) => piece.text);
}
