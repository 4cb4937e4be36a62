// What a new record has without anybody filling it in, so that the check accepts it.

import { nextNumber } from "./numbers.js";

/** Its id is the name of its file; a term or a person is a fact by itself; a new fact stands on no page yet. */
export const completed = ({ ownFacts, unused }) => ({ entry }) => {
  const isRecord = entry.hasIn(["data", "id"]) && !entry.hasIn(["data", "body"]);
  if (!isRecord || !entry.get("newRecord")) return entry;
  const kind = entry.get("collection");
  const id = entry.get("slug");
  let made = entry.setIn(["data", "id"], id);
  if (kind in ownFacts) {
    const own = nextNumber(ownFacts[kind]) ?? id;
    const facts = [...(entry.getIn(["data", "facts"]) ?? [])];
    made = made.setIn(["data", "facts"], facts.includes(own) ? facts : [own, ...facts]);
  }
  if (kind in unused && !entry.getIn(["data", "unused", "fi"])) made = made.setIn(["data", "unused"], unused[kind]);
  return made;
};
