// The repositories that the report is tried on.
import { readFileSync } from "node:fs";
import { join } from "node:path";

// The files of a txtar archive.
const unpacked = function (archive) {
  const files = {};
  for (const part of archive.split(/^(?=-- .* --$)/m).filter((text) => text.startsWith("-- "))) {
    const end = part.indexOf("\n");
    files[part.slice(3, end - 3)] = part.slice(end + 1);
  }
  return files;
};

const earlier = (errors) => JSON.stringify({
  summary: { errors: errors, warnings: 4, notes: 1, macros: 2, references: 2 },
});

// The repository that the documentation talks about, with two earlier results.
export function sampleFiles(project) {
  const files = unpacked(readFileSync(join(project, "tests/documentation/example.txtar"), "utf8"));
  files[".macrolint.yml"] = files[".macrolint.yml"].replace("    path: handbook\n",
    "    path: handbook\n    source_url: https://gitlab.example.com/docs/-/blob/main/\n");
  return { ...files, "results/2026-01-01.json": earlier(7), "results/2026-01-08.json": earlier(5) };
}

export const owners = () => ({ "handbook/CODEOWNERS": "* @docs-team\n/content/inboxes.md @inbox-team\n" });

// What Zendesk has, as `macrolint snapshot` writes it: macros by their titles, each with its actions by field.
const snapshot = (macros) => JSON.stringify({ version: 1, instance: "a", host: "a.zendesk.com",
  macros: Object.entries(macros).map(([title, actions], index) => ({ id: index + 1, title, active: true, description: null,
    actions: Object.entries(actions).map(([field, value]) => ({ field, value })), restriction: null })) });

// A page, a repository and Zendesk that all say something else.
export const threeSidedFiles = () => ({
  ".macrolint.yml": "version: 1\ninstances: {a: {sync: {path: sync}, snapshot: snapshot.json}}\n" +
    "documents:\n  - {kind: plain, path: docs, source_url: 'https://gitlab.example.com/d/-/blob/main/'}\n",
  "sync/active/A/Return.yaml": "title: 'A::Return'\nactive: true\nactions:\n- field: 'comment_value'\n" +
    "  value: 'Please send the parcel back within 7 days. The label is attached to this message.'\n" +
    "- field: 'status'\n  value: 'solved'\n- field: 'current_tags'\n  value: 'label_sent'\n",
  "sync/active/A/Hello.yaml": "title: 'A::Hello'\nactive: true\nactions:\n- field: 'status'\n  value: 'open'\n",
  "snapshot.json": snapshot({ "A::Hello": { status: "open" }, "A::Return": {
    comment_value: ["channel:all", "Please send the parcel back within 14 days. The label is attached to this message."],
    status: "open", current_tags: "label_sent", priority: "high" } }),
  "docs/returns.md": "# Returns\n\nUse the `A::Return` macro. This macro sets the ticket to Pending.\n\n" +
    "The `A::Return` macro reads:\n\n> Please send the parcel back within 5 days. The label is attached to this message.\n\n" +
    "Or use the `A::Hello` macro.\n",
});

// What would do harm if it were taken for more than text.
export const texts = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{policy}} {{{data}}}",
  "a\u2028b\u2029c", "<!-- <script> -->", "\" onfocus=\"alert(1)", "javascript:alert(1)", "`x` & &lt;b&gt;"];

export function hostileFiles() {
  const files = {
    "snapshot.json": snapshot(Object.fromEntries(texts.map((text) =>
      ["A::" + text, { comment_value_html: `<p>${text} and ${text}</p>more`, status: text, [`Field: ${text}`]: text }]))),
    ".macrolint.yml": "version: 1\ninstances:\n  a: {snapshot: snapshot.json, sync: {path: sync, urls: ['https://gitlab.example.com/m/-/blob/main/']}}\n" +
      "documents:\n  - {kind: plain, path: docs, source_url: 'https://gitlab.example.com/d/-/blob/main/'}\n",
    "docs/CODEOWNERS": "* @<script>alert(1)</script>\n",
  };
  texts.forEach((text, number) => {
    const title = JSON.stringify("A::" + text);
    files[`sync/active/A/${number}.yaml`] =
      `title: ${title}\nactive: true\nactions:\n- field: 'comment_value_html'\n  value: ${JSON.stringify(`<p>${text}</p><a href="javascript:alert(1)">x</a>`)}\n`;
    files[`docs/<b>${number}/x.md`] = `---\ntitle: ${JSON.stringify(text)}\n---\nUse the \`A::${text}\` macro, the \`B::${text}\` macro,\n` +
      `[\`#returns\`](https://x.slack.com/archives/C012345678?x=<script>) and x@example.com.\n[x](<${text.replace(/[<>]/g, "")}.md>)\n`;
  });
  return files;
}

export function largeFiles() {
  const files = {
    ".macrolint.yml": "version: 1\ninstances: {z: {sync: {path: sync}}}\ndocuments: [{kind: plain, path: docs}]\n",
  };
  for (let macro = 0; macro < 300; ++macro) {
    files[`sync/active/F${macro % 9}/M ${macro}.yaml`] =
      `title: 'F${macro % 9}::M ${macro}'\nactive: true\nactions:\n- field: 'comment_value'\n  value: 'Hello ${macro}'\n`;
  }
  for (let page = 0; page < 4000; ++page) {
    // One page in four names macros, which is far more than in any handbook.
    const macro = (page * 7 + (page % 31) * 11) % 305;
    files[`docs/a${page % 13}/p${page}.md`] = `# Page ${page}\n\n` +
      (page % 4 === 0 ? `Use the \`F${macro % 9}::M ${macro}\` macro or the \`F${page % 9}::M ${page % 290}\` macro.\n` : "Nothing.\n");
  }
  return files;
}

export function handbookConfiguration(shared) {
  return {
    ".macrolint.yml": `version: 1
instances:
  zendesk-global:
    sync:
      path: ${shared}/macros/sync/data
      urls: ["https://gitlab.com/gitlab-support-readiness/zendesk-global/macros/-/blob/master/data/"]
      former_urls: ["https://gitlab.com/gitlab-com/support/support-ops/zendesk-global/macros/-/blob/master/macros/"]
    managed:
      path: ${shared}/macros/managed
      urls: ["https://gitlab.com/gitlab-com/support/zendesk-global/macros/-/blob/master/"]
documents:
  - kind: hugo
    path: ${shared}/handbook
    base_urls: ["https://handbook.gitlab.com"]
    former_base_urls: ["https://about.gitlab.com/handbook/"]
`,
  };
}
