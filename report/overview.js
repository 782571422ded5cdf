// The state at a glance.
(function (app) {
  "use strict";

  const { data, element } = app;
  const summary = data.summary;

  const card = (view, parameters, number, text, kind) =>
    app.viewLink(view, parameters, { class: "card " + (kind || "") },
      element("strong", {}, number.toLocaleString("en")), " ", element("span", {}, text));

  const word = (count, text) => text + (count === 1 ? "" : "s");

  const cards = () => {
    const inactive = data.macros.filter((macro) => !macro.active).length;
    const undocumented = summary.active_macros - summary.documented_macros;
    return element("div", { class: "cards" },
      card("findings", { severity: "error" }, summary.errors, word(summary.errors, "error"), "error"),
      card("findings", { severity: "warning" }, summary.warnings, word(summary.warnings, "warning"), "warning"),
      card("findings", { severity: "note" }, summary.notes, word(summary.notes, "note"), "note"),
      card("macros", { state: "active" }, summary.active_macros, "active " + word(summary.active_macros, "macro")),
      card("macros", { state: "inactive" }, inactive, "inactive " + word(inactive, "macro")),
      card("macros", { state: "undocumented" }, undocumented, word(undocumented, "macro") + " in no document"),
      summary.active_macros === 0 ? null : card("macros", { state: "active" },
        `${Math.floor((100 * summary.documented_macros) / summary.active_macros)} %`, "of the active macros are documented"),
      card("picture", {}, summary.documents, word(summary.documents, "document")),
      card("picture", { show: "connected" }, summary.references, word(summary.references, "reference")),
      card("findings", { text: "link-" }, summary.links, word(summary.links, "link")),
      card("inboxes", {}, summary.inboxes, summary.inboxes === 1 ? "inbox" : "inboxes"),
      card("inboxes", {}, summary.channels, "Slack " + word(summary.channels, "channel")));
  };

  const table = (caption, heads, rows, numeric) =>
    element("div", { class: "scroll" }, element("table", {},
      element("caption", { class: "unseen" }, caption),
      element("thead", {}, element("tr", {}, heads.map((head, index) =>
        element("th", { scope: "col", class: index >= numeric ? "number" : null }, head)))),
      element("tbody", {}, rows.map((row) => element("tr", {}, row.map((cell, index) =>
        index === 0
          ? element("th", { scope: "row" }, cell)
          : element("td", { class: index >= numeric ? "number" : null }, cell)))))));

  const meter = function (part, whole) {
    const percent = whole ? Math.floor((100 * part) / whole) : 0;
    return element("span", { class: "meter" },
      element("meter", { min: 0, max: whole || 1, value: part, "aria-hidden": "true" }), ` ${percent} %`);
  };

  const ruleTable = function () {
    const rules = [...data.rules].sort((left, right) =>
      app.order.indexOf(left.severity) - app.order.indexOf(right.severity) || right.findings - left.findings ||
      (left.rule < right.rule ? -1 : 1));
    return rules.length === 0
      ? element("p", {}, "There is nothing to report.")
      : table("Findings by rule", ["Rule", "Severity", "Findings"], rules.map((rule) => [
        [app.viewLink("findings", { rule: rule.rule }, {}, rule.rule), element("small", {}, rule.summary)],
        app.badge(rule.severity), rule.findings.toLocaleString("en")]), 2);
  };

  const coverage = function () {
    if (data.coverage.length === 0) {
      return null;
    }
    const several = new Set(data.coverage.map((part) => part.instance)).size > 1;
    const nameOf = (part) => (several ? part.instance + ": " : "") + (part.folder || "(no folder)");
    const rows = data.coverage.map((part) =>
      [nameOf(part), part.active, part.documented, meter(part.documented, part.active)]);
    return element("section", {}, element("h3", {}, "What the documents cover"),
      element("p", {}, `Documents refer to ${summary.documented_macros} of the `,
        `${app.counted(summary.active_macros, "active macro")}, and `,
        `${summary.documents_with_references.toLocaleString("en")} of `,
        `${app.counted(summary.documents, "document")} refer to macros. `,
        meter(summary.documented_macros, summary.active_macros)),
      table("Active macros by folder of the menu", ["Folder", "Active", "Documented", "Covered"], rows, 1));
  };

  const worst = function () {
    const documents = data.documents.filter((document) => document.findings.errors + document.findings.warnings > 0)
      .sort((left, right) => right.findings.errors - left.findings.errors ||
        right.findings.warnings - left.findings.warnings || (left.path < right.path ? -1 : 1)).slice(0, 10);
    return documents.length === 0 ? null : element("section", {}, element("h3", {}, "Documents to begin with"),
      table("The documents with most errors", ["Document", "Errors", "Warnings", "Notes"], documents.map((document) => [
        [app.viewLink("findings", { folder: document.path }, {}, app.nameOf(document)),
          element("small", { class: "path" }, app.shownPath(document.path))],
        document.findings.errors, document.findings.warnings, document.findings.notes]), 1));
  };

  const owners = () => app.owners.length === 0 ? null : element("section", {}, element("h3", {}, "Owners"),
    table("Findings by owner", ["Owner", "Findings"], app.owners.slice(0, 25).map((entry) =>
      [app.viewLink("findings", { owner: entry.owner }, {}, entry.owner), entry.findings.toLocaleString("en")]), 1),
    app.owners.length > 25 ? element("p", {}, `And ${app.owners.length - 25} more; the filter has them all.`) : null);

  app.showOverview = function () {
    const place = document.getElementById("overview-body");
    if (place.childElementCount === 0) {
      app.append(place, [cards(),
        summary.suppressed > 0
          ? element("p", {}, `Comments in the files keep ${app.counted(summary.suppressed, "finding")} back.`) : null,
        app.trend(), element("section", {}, element("h3", {}, "Findings by rule"), ruleTable()), coverage(), worst(),
        owners()]);
    }
  };
})(macrolint);
