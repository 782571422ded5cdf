// Every finding, filtered. The filter is the address of the view.
(function (app) {
  "use strict";

  const { data, element } = app;
  const page = 50;
  const form = document.getElementById("findings-filters");
  const list = document.getElementById("findings-body");
  const more = document.getElementById("findings-more");
  let shown = [];
  let count = 0;

  const fill = function (name, first, options) {
    app.append(form.elements[name], [app.option("", first), ...options]);
  };
  fill("severity", "all", ["error", "warning", "note"].map((severity) => app.option(severity, severity)));
  fill("rule", "all", data.rules.map((rule) => app.option(rule.rule, `${rule.rule} (${rule.findings})`)));
  fill("owner", "all", app.owners.length === 0 ? [] : [app.option("-", "(no owner)"), ...app.owners.map((entry) =>
    app.option(entry.owner, `${entry.owner} (${entry.findings})`))]);
  form.elements.owner.closest("label").hidden = app.owners.length === 0;
  app.append(document.getElementById("folders"), app.folders.map(([folder, findings]) =>
    app.option(app.shownPath(folder), app.counted(findings, "finding"))));

  const haystacks = new Map();
  const haystack = function (finding) {
    if (!haystacks.has(finding)) {
      const { before, marked, after } = finding.excerpt;
      haystacks.set(finding, [finding.message, finding.path, finding.rule, before + marked + after,
        ...finding.suggestions].join("\n").toLowerCase());
    }
    return haystacks.get(finding);
  };

  const matches = function (parameters) {
    const words = (parameters.text || "").toLowerCase().split(/\s+/).filter(Boolean);
    const folder = parameters.folder || "";
    return (finding) =>
      (!parameters.severity || finding.severity === parameters.severity) &&
      (!parameters.rule || finding.rule === parameters.rule) &&
      (!parameters.id || finding.fingerprint === parameters.id) &&
      (!parameters.owner ||
        (parameters.owner === "-" ? finding.owners.length === 0 : finding.owners.includes(parameters.owner))) &&
      (!folder || finding.path.startsWith(folder) || app.shownPath(finding.path).startsWith(folder)) &&
      words.every((word) => haystack(finding).includes(word));
  };

  const excerpt = (finding) => element("pre", { class: "excerpt" },
    element("span", { class: "line-number" }, finding.line + " "), finding.excerpt.before,
    element("mark", {}, finding.excerpt.marked || " "), finding.excerpt.after);

  const item = (finding) => element("article", { class: "finding " + finding.severity },
    element("header", {}, app.badge(finding.severity), " ",
      app.viewLink("findings", { rule: finding.rule }, { class: "rule" }, finding.rule), " ",
      app.link(finding.url, element("span", { class: "path" },
        `${app.shownPath(finding.path)}:${finding.line}:${finding.column}`))),
    element("p", {}, app.sentence(finding.message)),
    excerpt(finding),
    finding.suggestions.map((suggestion) => element("p", { class: "hint" }, "Help: ", app.sentence(suggestion))),
    finding.related.map((related) => element("p", { class: "hint" }, "See ",
      app.link(related.url, `${app.shownPath(related.path)}:${related.line}`), ": ", app.sentence(related.message))),
    element("footer", {}, finding.owners.map((owner) =>
      [app.viewLink("findings", { owner: owner }, { class: "owner" }, owner), " "]),
    app.viewLink("findings", { id: finding.fingerprint }, { class: "permanent" }, "Link to this finding")));

  const showMore = function () {
    const next = shown.slice(count, count + page);
    app.append(list, next.map(item));
    count += next.length;
    more.hidden = count >= shown.length;
    more.textContent = `Show ${Math.min(page, shown.length - count)} more of ${shown.length - count}`;
  };
  more.addEventListener("click", () => {
    const first = count;
    showMore();
    list.children[first].querySelector("a").focus();
  });

  const set = app.bindForm(form, (parameters) => app.go("findings", parameters));

  app.showFindings = function (parameters) {
    set(parameters);
    shown = data.findings.filter(matches(parameters));
    count = 0;
    list.textContent = "";
    const filter = Object.entries(parameters).filter(([key, value]) => value && key !== "id");
    document.getElementById("findings-count").textContent = (shown.length === data.findings.length
      ? app.counted(shown.length, "finding")
      : `${shown.length.toLocaleString("en")} of ${app.counted(data.findings.length, "finding")}`) +
      filter.map(([key, value]) => ` · ${key}: ${value}`).join("");
    showMore();
  };

  // On paper nobody can ask for more.
  app.showAllFindings = function () {
    while (count < Math.min(shown.length, 1000)) {
      showMore();
    }
  };
})(macrolint);
