// The script of all pages: its parts, joined by the build.
import "./switch.js";
import "./reading.js";
