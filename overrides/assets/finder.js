// Whoever chooses a region goes there at once; without this script the search page answers.
const finder = document.querySelector(".finder form");
finder.addEventListener("submit", (event) => {
  const isChosen = (link) => link.textContent.replaceAll("\u00AD", "") === finder.elements.q.value;
  const chosen = [...document.querySelectorAll(".tiles a")].find(isChosen);
  if (!chosen) return;
  event.preventDefault();
  location.assign(chosen.href);
});
