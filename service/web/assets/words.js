// Dates, counts and codes as people write them. Pure; knows no element.

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en-GB");

/** "17 October 2014", "5 March 2024, 07:30 +01:00"; whatever else was given, as it was given. */
export function day(moment) {
  if (!moment) return "no date";
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(moment);
  if (!match) return String(moment);
  const date = DAY.format(new Date(`${match[1]}T00:00:00Z`));
  if (!match[2]) return date;
  const zone = match[3] === "Z" || match[3] === "+00:00" || !match[3] ? "UTC" : match[3];
  return `${date}, ${match[2]} ${zone}`;
}

export function count(number) {
  return NUMBER.format(number ?? 0);
}

export function counted(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export function plain(code) {
  return String(code ?? "").replaceAll("_", " ");
}

/** "A, B and C". */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function seconds(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60000)} min ${Math.round((ms % 60000) / 1000)} s`;
}

const DECIDED = {
  rules: "decided by rules", model: "decided by the model", both: "rules and model agree", contested: "rules and model differ",
};

export function decided(by) {
  return DECIDED[by] ?? plain(by);
}
