// What the code host answers, as the form should hear it.

import { language } from "./language.js";

const TAKEN = {
  fi: "Tästä on jo ehdotus, jota et ole vielä nähnyt. Kopioi tekstisi talteen, lataa sivu uudelleen ja jatka ehdotusta.",
  sv: "Det finns redan ett förslag om detta som du inte har sett. Kopiera din text, läs in sidan på nytt och fortsätt på förslaget.",
};
const ONLY_PROPOSALS = {
  fi: "Tätä ei voi tallentaa suoraan. Lisää kuva sivun tekstissä, niin se tulee samaan ehdotukseen.",
  sv: "Det här kan inte sparas direkt. Lägg till bilden i sidans text, så kommer den med i samma förslag.",
};
const ASKED = "pullRequests(headRefName";

const refusal = (words) => Response.json({ errors: [{ message: words[language] }] });

/** True for a commit that would go to the site's own branch. */
function isDirect(body, branch) {
  return body.includes("createCommitOnBranch") && JSON.parse(body).variables.input.branch.branchName === branch;
}

/**
 * A proposal that somebody else has made in the meantime is not written over, and nothing is committed past proposals:
 * saving is refused, and says why.
 */
export function guarded(fetch, branch) {
  return async (address, options = {}) => {
    const body = typeof options.body === "string" ? options.body : "";
    if (isDirect(body, branch)) return refusal(ONLY_PROPOSALS);
    const response = await fetch(address, options);
    if (!body.includes(ASKED)) return response;
    const answer = await response.clone().json();
    return answer.data?.repository?.pullRequests?.totalCount ? refusal(TAKEN) : response;
  };
}
