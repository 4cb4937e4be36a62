// The script of all pages: its parts, joined by the build.
import "./switch.js";
import "./reading.js";

if (document.querySelector("[data-edit]")) import("./doors.js").catch(() => {});
