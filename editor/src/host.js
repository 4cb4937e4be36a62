// What the code host answers, as the form should hear it.

import { language } from "./language.js";

const TAKEN = {
  fi: "Tästä on jo ehdotus, jota et ole vielä nähnyt. Kopioi tekstisi talteen, lataa sivu uudelleen ja jatka ehdotusta.",
  sv: "Det finns redan ett förslag om detta som du inte har sett. Kopiera din text, läs in sidan på nytt och fortsätt på förslaget.",
};
const ASKED = "pullRequests(headRefName";

/** A proposal that somebody else has made in the meantime is not written over: saving is refused. */
export function guarded(fetch) {
  return async (address, options = {}) => {
    const response = await fetch(address, options);
    if (typeof options.body !== "string" || !options.body.includes(ASKED)) return response;
    const answer = await response.clone().json();
    if (!answer.data?.repository?.pullRequests?.totalCount) return response;
    return Response.json({ errors: [{ message: TAKEN[language] }] });
  };
}
