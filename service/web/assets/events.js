// Reads server-sent events out of a fetch reply; EventSource can neither post a story nor send a key.
// Knows nothing of what they say.

/** The events in `text` that are whole, and the rest. */
export function split(text) {
  const blocks = text.replaceAll("\r\n", "\n").split("\n\n");
  const rest = blocks.pop();
  return { events: blocks.map(read).filter((event) => event.data), rest };
}

function read(block) {
  const event = { name: "message", data: "" };
  const data = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event.name = value;
    if (field === "data") data.push(value);
  }
  event.data = data.join("\n");
  return event;
}

/** Every event of `response`, as it comes. */
export async function* stream(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const found = split(rest + value);
    rest = found.rest;
    yield* found.events;
  }
}
