// node page_test.mjs CHROMIUM MACROLINT PROJECT: the report in a real browser. Exits with 77, which means skipped, where
// there is no Chromium.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Browser } from "./browser.mjs";
import { handbookConfiguration, hostileFiles, largeFiles, owners, sampleFiles, texts, threeSidedFiles } from "./files.mjs";

const [program, macrolint, project] = process.argv.slice(2);
if (!existsSync(program)) {
  console.log("Skipped: there is no Chromium.");
  process.exit(77);
}

const folder = mkdtempSync(join(tmpdir(), "macrolint-report-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

// Writes the files and the report on them, and says where it is.
const reportOn = function (name, files, ...more) {
  const place = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  execFileSync(macrolint, ["report", "--today", "2026-01-15", "--quiet", ...more], { cwd: place, stdio: "inherit" });
  return pathToFileURL(join(place, "macrolint-report.html")).href;
};

const browser = await Browser.start(program);
let failed = 0;

// Opens a page, and afterwards makes sure that nothing went wrong in it and that it asked for nothing.
const test = async function (name, url, settings, body) {
  const page = await browser.open(settings);
  const begin = performance.now();
  try {
    await page.go(url);
    await body(page, performance.now() - begin);
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.requests.filter((request) => !request.startsWith("file:")), []);
    assert.equal(page.requests.filter((request) => request.startsWith("file:")).length, 1);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
    page.complaints.forEach((complaint) => console.log("        " + complaint));
  }
  await page.close();
};

const text = (selector) => `document.querySelector(${JSON.stringify(selector)}).textContent`;
const count = (selector) => `document.querySelectorAll(${JSON.stringify(selector)}).length`;
const visible = (selector) => `document.querySelector(${JSON.stringify(selector)}).checkVisibility()`;
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const drawn = "document.getElementById('canvas').dataset.state === 'done'";

// Whether anything reaches out of the screen to the right, beyond what scrolls by itself.
const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
// How many pixels of the canvas are not its background.
const ink = `(() => { const canvas = document.getElementById("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length; })()`;

const threeSided = reportOn("three-sided", threeSidedFiles());
const sample = reportOn("sample", { ...sampleFiles(project), ...owners() }, "--history", "results");

await test("The overview counts what there is, and its numbers lead to it", sample, desktop, async (page) => {
  assert.equal(await page.value(text(".card.error strong")), "3");
  assert.equal(await page.value(count("#trend svg polyline")), 3);
  assert.match(await page.value(text("#trend table")), /2026-01-08/);
  assert.equal(await page.value("document.querySelector('nav a[aria-current]').textContent"), "Overview");
  await page.click(".card.error");
  assert.equal(await page.value("location.hash"), "#findings?severity=error");
  assert.equal(await page.value(text("#findings-count")), "3 of 5 findings · severity: error");
  assert.equal(await page.value(count("#findings-body .finding")), 3);
  assert.equal(await page.value("document.activeElement.id"), "findings-title");
});

await test("Findings are filtered by text, rule, folder and owner, and the address says how", sample + "#findings",
  desktop, async (page) => {
    assert.equal(await page.value(count("#findings-body .finding")), 5);
    await page.type("#findings-filters [name=text]", "education PROGRAMM");
    await page.until(`${count("#findings-body .finding")} === 1`);
    assert.equal(await page.value("location.hash"), "#findings?text=education+PROGRAMM");
    assert.equal(await page.value(text("#findings-body mark")), "General::Education Programm Reply");
    assert.equal(await page.value(text("#findings-body code")), "General::Education Programm Reply");
    await page.click("#findings-filters button[type=reset]");
    await page.until(`${count("#findings-body .finding")} === 5`);
    for (const [name, value, expected] of [["rule", "inbox-unknown", 1], ["folder", "handbook/", 3],
      ["owner", "@inbox-team", 1], ["owner", "-", 2], ["severity", "warning", 2]]) {
      await page.value(`location.hash = "#findings?" + new URLSearchParams(${JSON.stringify({ [name]: value })})`);
      await page.until(`${count("#findings-body .finding")} === ${expected}`);
      assert.equal(await page.value(`document.querySelector("#findings-filters [name=${name}]").value`), value);
    }
  });

await test("A shared address shows the same view", sample + "#findings?owner=%40inbox-team", desktop, async (page) => {
  assert.equal(await page.value(count("#findings-body .finding")), 1);
  assert.match(await page.value(text("#findings-body .finding")), /eduction@example\.com/);
  assert.equal(await page.value("document.querySelector('#findings-body header a:nth-of-type(2)').href"),
    "https://gitlab.example.com/docs/-/blob/main/content/inboxes.md?plain=1#L5");
  await page.click("#findings-body .permanent");
  assert.match(await page.value("location.hash"), /^#findings\?id=[0-9a-f]{32}$/);
  assert.equal(await page.value(text("#findings-count")), "1 of 5 findings");
});

await test("A macro shows its actions, its wording and who refers to it", sample + "#macros", desktop, async (page) => {
  assert.equal(await page.value(count("#macros-body > details")), 2);
  await page.click("#macros-body > details:nth-of-type(2) > summary");
  await page.until(`${count("#macros-body .wording")} === 1`);
  assert.match(await page.value(text("#macros-body .macro")), /on-hold/);
  assert.match(await page.value(text("#macros-body .wording")), /We are waiting for a release, \{\{ticket/);
  assert.match(await page.value(text("#macros-body .places")), /Programs, line 8/);
  await page.type("#macros-filters [name=text]", "first_name");
  await page.until(`${count("#macros-body > details")} === 1`);
});

for (const [name, settings] of Object.entries({ desktop, phone })) {
  await test(`What documents, the repository and Zendesk disagree about is side by side (${name})`, threeSided + "#macros", settings,
    async (page) => {
      await page.value("document.querySelector('#macros-filters [name=state]').value = 'disagreement'");
      await page.value("document.querySelector('#macros-filters [name=state]').dispatchEvent(new Event('input', { bubbles: true }))");
      await page.until(`${count("#macros-body > details")} === 1`);
      await page.click("#macros-body > details > summary");
      await page.until(`${count("#macros-body .disagreement")} === 3`);
      const sides = await page.value(`[...document.querySelectorAll(".disagreement")].map((one) => [
        one.querySelector("h4").textContent, ...[...one.querySelectorAll(".side > :not(h5)")].map((side) =>
          side.querySelector("p") ? side.querySelector("p").textContent : side.textContent)])`);
      assert.deepEqual(sides, [
        ["comment_value", "within 5 days.", "… within 7 days. …", "… within 14 days. …"],
        ["priority", "Nothing about it.", "Does not have it.", "high"],
        ["status", "sets the ticket to Pending", "solved", "open"]]);
      // Beside each other where there is room, below each other where there is none.
      const tops = await page.value(`[...document.querySelector(".sides").children].map((side) => side.getBoundingClientRect().top)`);
      assert.equal(new Set(tops).size, name === "desktop" ? 1 : 3);
      assert.ok(await page.value(overflow) <= 0);
    });
}

// Where words of the trend and of the picture are cut off or cover each other, at the width of the page.
const trendMistakes = `(() => { const svg = document.querySelector("#trend svg.trend").getBoundingClientRect();
  const texts = [...document.querySelectorAll("#trend svg.trend text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  return JSON.stringify(texts.filter(([, box], index) => box.left < svg.left || box.right > svg.right ||
    texts.some(([, other], at) => at > index && box.left < other.right && other.left < box.right &&
      box.top < other.bottom && other.top < box.bottom)).map(([words]) => words)); })()`;
const pictureMistakes = `(() => { const canvas = document.getElementById("canvas"), write = CanvasRenderingContext2D.prototype.fillText;
  const names = [], cut = [];
  CanvasRenderingContext2D.prototype.fillText = function (name, x, y) {
    const half = this.measureText(name).width / 2, matrix = this.getTransform();
    const [left, right] = [x - half, x + half].map((at) => matrix.a * at + matrix.c * y + matrix.e);
    (left < 0 || right > canvas.width ? cut : names).push(name); };
  macrolint.drawPicture();
  CanvasRenderingContext2D.prototype.fillText = write;
  return JSON.stringify({ cut, some: names.length > 3 }); })()`;

const big = (name) => ({ [`results/${name}.json`]: JSON.stringify({ summary:
  { errors: 345678, warnings: 2, notes: 3, macros: 4, references: 5 } }) });
const own = reportOn("own", { ...sampleFiles(project), ...big("nightly-result-of-the-pipeline-for-all-of-the-handbook-1") },
  "--history", "results");
const crowded = reportOn("crowded", {
  ".macrolint.yml": "version: 1\ninstances: {one: {sync: {path: macros}}}\ndocuments: [{kind: plain, path: docs}]\n",
  ...Object.fromEntries(["Refunds", "Accounts", "Outages", "Contracts", "Privacy", "Licences"].flatMap((topic) => [
    [`macros/active/Support/${topic}/The answer to everybody.yaml`,
      `title: Support::${topic}::The answer to everybody\nactions:\n- {field: status, value: open}\n`],
    [`docs/${topic}.md`, `# What to do about ${topic.toLowerCase()} of customers\n\nUse the \`Support::${topic}::The answer to everybody\` macro` +
      " and the `Support::Refunds::The answer to everybody` macro.\n"]])) });

for (const width of [320, 390, 1200]) {
  await test(`Nothing cuts off or covers words of the trend at ${width} pixels`, own, { width, height: 844 },
    async (page) => assert.equal(await page.value(trendMistakes), "[]"));
  await test(`Nothing cuts off names in the picture at ${width} pixels`, crowded + "#picture", { width, height: 844 },
    async (page) => {
      await page.until(drawn);
      assert.equal(await page.value(pictureMistakes), '{"cut":[],"some":true}');
    });
}

await test("The picture is drawn, searched and clicked through to macro and findings", sample + "#picture", desktop,
  async (page) => {
    await page.until(drawn);
    assert.ok(await page.value(ink) > 300);
    await page.type("#picture-filters [name=find]", "waiting");
    await page.until(`${count("#picture-panel .node")} === 1`);
    await page.click("#picture-panel .node");
    assert.equal(await page.value(text("#picture-panel h3")), "General::Waiting");
    assert.match(await page.value("location.hash"), /node=macro%3A/);
    await page.click("#picture-panel .nodes .node");
    assert.equal(await page.value(text("#picture-panel h3")), "Programs");
    await page.click("#picture-panel .actions a");
    assert.match(await page.value(text("#findings-count")), /^2 of 5/);
  });

await test("The picture is chosen from by a click and by the keyboard", sample + "#picture", desktop, async (page) => {
  await page.until(drawn);
  await page.value("document.getElementById('zoom-fit').focus()");
  await page.press("Enter");
  // Where something is drawn, going through the canvas row by row.
  const hits = await page.value(`(() => { const canvas = document.getElementById("canvas"); const found = [];
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const solid = (x, y) => data[(y * canvas.width + x) * 4 + 3] === 255;
    for (let y = 4; y < canvas.height - 4; y += 2) { for (let x = 4; x < canvas.width - 4; x += 2) {
      if ([[0, 0], [3, 0], [0, 3], [-3, 0], [0, -3]].every(([dx, dy]) => solid(x + dx, y + dy))) { found.push([x, y]); } } }
    return found; })()`);
  assert.ok(hits.length > 0);
  await page.click("#canvas", hits[Math.floor(hits.length / 2)].map((value) => value + 1));
  await page.until(`${count("#picture-panel h3")} === 1`);
  await page.value("document.getElementById('canvas').focus()");
  await page.press("Escape");
  assert.equal(await page.value(count("#picture-panel h3")), 0);
});

await test("Inboxes and channels name their places", sample + "#inboxes?text=education", desktop, async (page) => {
  assert.match(await page.value(text("#inboxes-body")), /education@example\.com.*listed.*Education Program/);
  assert.match(await page.value(text("#inboxes-body .places")), /Education Program Reply\.md:3/);
});

await test("Everything can be reached with the keyboard", sample, desktop, async (page) => {
  await page.press("Tab");
  assert.equal(await page.value("document.activeElement.id"), "skip");
  await page.press("Enter");
  assert.equal(await page.value("document.activeElement.id"), "main");
  const unnamed = await page.value(`[...document.querySelectorAll("input, select, button, canvas")].filter((field) =>
    !field.labels?.length && !field.getAttribute("aria-label") && !field.textContent.trim()).map((field) => field.outerHTML)`);
  assert.deepEqual(unnamed, []);
});

for (const [name, settings] of [["phone", phone], ["desktop", desktop], ["dark", { ...desktop, dark: true }]]) {
  await test(`Every view fits (${name})`, sample, settings, async (page) => {
    for (const view of ["overview", "picture", "findings", "macros", "inboxes"]) {
      await page.value(`location.hash = "#${view}"`);
      await page.until(visible(`#view-${view}`));
      assert.ok(await page.value(overflow) <= 0, view + " is wider than the screen");
    }
    const [paper, words] = await page.value(`(() => { const style = getComputedStyle(document.body);
      return [style.backgroundColor, style.color].map((color) => color.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0)); })()`);
    assert.ok(settings.dark ? paper < 150 && words > 600 : paper > 600 && words < 150);
  });
}

await test("Hostile titles stay text", reportOn("hostile", hostileFiles()), desktop, async (page) => {
  for (const view of ["overview", "picture", "findings", "macros", "inboxes"]) {
    await page.value(`location.hash = "#${view}"`);
    await page.until(visible(`#view-${view}`));
    await page.value(`document.querySelectorAll("#view-${view} details").forEach((part) => { part.open = true; })`);
    await page.settle();
  }
  await page.value("location.hash = '#macros'");
  await page.settle();
  const titles = await page.value(`[...document.querySelectorAll("#macros-body .title")].map((title) => title.textContent)`);
  assert.deepEqual(titles.sort(), texts.map((title) => "A::" + title).sort());
  assert.equal(await page.value(count("script")), 2);
  assert.equal(await page.value(count("img, iframe, object, [onerror], [onload]")), 0);
  const links = await page.value(`[...document.querySelectorAll("a[href]")].map((link) => link.protocol)`);
  assert.deepEqual([...new Set(links)].sort(), ["file:", "https:"]);
  await page.value(`location.hash = "#findings?text=<img src=x onerror=alert(1)>&rule=\\"><script>alert(1)</script>"`);
  await page.settle();
});

await test("A repository of 300 macros and 4,000 pages stays usable", reportOn("large", largeFiles()) + "#picture",
  desktop, async (page, opened) => {
    console.log(`        opened in ${Math.round(opened)} ms`);
    await page.type("#picture-filters [name=find]", "M 7");
    await page.until(`${count("#picture-panel .node")} > 0`);
    await page.until(drawn);
    assert.ok(await page.value(ink) > 10000);
  });

const handbook = resolve(project, "../shared/handbook");
if (existsSync(handbook)) {
  const report = reportOn("handbook", handbookConfiguration(resolve(project, "../shared")));
  for (const view of ["overview", "picture", "findings"]) {
    await test(`The handbook (${view})`, report + "#" + view, desktop, async (page, opened) => {
      console.log(`        opened in ${Math.round(opened)} ms`);
      assert.ok(await page.value(count("#view-" + view + " *")) > 20);
      assert.ok(opened < 10000);
    });
  }
  await test("The handbook's findings come page by page, and on paper at once", report + "#findings", desktop, async (page) => {
    assert.equal(await page.value(count("#findings-body .finding")), 50);
    await page.click("#findings-more");
    assert.equal(await page.value(count("#findings-body .finding")), 100);
    await page.send("Page.printToPDF");
    assert.equal(await page.value(count("#findings-body .finding")), 1000);
  });
} else {
  console.log("Not tried on the handbook: there is none beside the project.");
}

await browser.stop();
process.exit(failed === 0 ? 0 : 1);
