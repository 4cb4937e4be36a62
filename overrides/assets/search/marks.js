// Marks on a page the words that led to it from search: `?mark=` names them as they stand in the text. The
// page itself is left alone, nothing happens where a browser knows no highlights, and Esc takes them away.
import { wordsIn } from "./engine.js";

const NAME = "searched";
const address = new URL(location.href);
const words = new Set(wordsIn(address.searchParams.get("mark").slice(0, 300)).map(({ word }) => word));

const found = () => {
  const ranges = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    // A soft hyphen is part of no word: where each letter stood is kept.
    const places = [...Array(node.data.length).keys()].filter((at) => node.data[at] !== "\u00AD");
    for (const { word, start, end } of wordsIn(node.data.replaceAll("\u00AD", ""))) {
      if (!words.has(word)) continue;
      const range = new Range();
      range.setStart(node, places[start]);
      range.setEnd(node, places[end - 1] + 1);
      ranges.push(range);
    }
  }
  return ranges;
};

if (globalThis.CSS?.highlights) {
  CSS.highlights.set(NAME, new Highlight(...found()));
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !CSS.highlights.delete(NAME)) return;
    address.searchParams.delete("mark");
    history.replaceState(history.state, "", address);
  });
}
