// The ids that have been seen, in the site and in proposals, and so the next free number of each series.

const NUMBERED = /^([A-Z]+-)(\d+)$/;
const highest = new Map();

/** Remember an id. */
export function seen(id) {
  const [, series, number] = id?.match(NUMBERED) ?? [];
  if (series && Number(number) > Number(highest.get(series) ?? 0)) highest.set(series, number);
}

/** The id after the last one that has been seen of a series, `next P-`; nothing for any other question. */
export function nextNumber(asked) {
  const [, series] = asked.match(/^next ([A-Z]+-)$/) ?? [];
  if (!series || !highest.has(series)) return undefined;
  const number = highest.get(series);
  return `${series}${String(Number(number) + 1).padStart(number.length, "0")}`;
}
