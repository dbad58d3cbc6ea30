/** The address of the script that reloads a page of the preview. Its query is the build that the page was made with. */
export const reloadScriptPath = "/.dateline/reload.js";

/** The address of the style of what the preview adds to pages. Policies of the pages allow no style in attributes. */
export const overlayStylePath = "/.dateline/overlay.css";

/** The contents of the files that the preview adds to the site. */
export const previewAssets: ReadonlyMap<string, string> = new Map([
  [
    reloadScriptPath,
    // The server sends the number of its last build, to each page that connects and after each build. After a restart
    // it sends other numbers.
    `"use strict";
const build = new URL(document.currentScript.src).search;
function connect() {
  const socket = new WebSocket("ws://" + location.host + "/.dateline/reload");
  socket.onmessage = ({ data }) => {
    if (data !== build) location.reload();
  };
  socket.onclose = () => setTimeout(connect, 1000);
}
connect();
`,
  ],
  [
    overlayStylePath,
    // It has its own colours in light and dark mode and covers the page: it must be legible without the site's styles.
    `.dateline-problems {
  position: fixed; inset: auto 0 0 0; z-index: 9999; max-height: 80vh; overflow: auto; box-sizing: border-box;
  padding: 1.5em; font-size: 16px; color: #111; background: #fff; border-top: 6px solid #b3200f;
  box-shadow: 0 0 2em #0006;
}
.dateline-problems h2 { margin: 0 0 1em; font: bold 1em system-ui; }
.dateline-problems pre { margin: 0; font: 1em/1.5 monospace; white-space: pre-wrap; }
`,
  ],
]);
