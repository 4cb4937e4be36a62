// The language of the form: what a link asks for, else what was chosen before, else the browser's.

const PREFERENCES = "sveltia-cms.prefs";
const LANGUAGES = ["fi", "sv"];

function stored() {
  try {
    return JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

function chosen() {
  const preferences = stored();
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, preferences.locale, ...navigator.languages.map((one) => one.slice(0, 2))];
  const lang = wanted.find((one) => LANGUAGES.includes(one)) ?? LANGUAGES[0];
  if (preferences.locale !== lang) localStorage.setItem(PREFERENCES, JSON.stringify({ ...preferences, locale: lang }));
  return lang;
}

/** Chosen before the program begins, which reads it from the browser's memory. */
export const language = chosen();
