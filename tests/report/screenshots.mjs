// node screenshots.mjs CHROMIUM REPORT.html FOLDER: pictures of the main views, to be looked at by a person.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Browser } from "./browser.mjs";

const [program, report, folder, only] = process.argv.slice(2);
const views = ["overview", "picture", "findings?severity=error", "macros", "inboxes"];
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 },
  dark: { width: 1280, height: 900, dark: true } };

const browser = await Browser.start(program);
for (const [size, settings] of Object.entries(sizes)) {
  for (const view of only ? [only] : views) {
    const page = await browser.open(settings);
    await page.go(pathToFileURL(resolve(report)).href + "#" + view);
    if (view.startsWith("picture")) {
      await page.until("document.getElementById('canvas').dataset.state === 'done'");
    }
    page.complaints.forEach((complaint) => console.error(complaint));
    if (view === "macros") {
      await page.click("#macros-body details summary");
    }
    await page.settle();
    writeFileSync(join(folder, `${size}-${view.replace(/\W+/g, "-").slice(0, 60)}.png`), await page.screenshot());
    await page.close();
  }
}
await browser.stop();
