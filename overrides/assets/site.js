// The script of all pages: its parts, joined by the build.
import "./switch.js";
import "./reading.js";

// Links to the code host come when the reader has begun to do something: a first view does without them.
if (document.querySelector("[data-edit]")) {
  for (const sign of ["scroll", "pointermove", "keydown"]) {
    addEventListener(sign, () => import("./doors.js").catch(() => {}), { once: true });
  }
}
