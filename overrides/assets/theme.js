// Before anything is painted: the colour scheme that the reader has chosen; without a choice the device decides.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Where nothing may be stored, the device decides.
}
