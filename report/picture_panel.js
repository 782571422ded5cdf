// What the picture shows, in words: beside it stands what is chosen, found or there at all.
(function (app) {
  "use strict";

  const { data, element } = app;
  const states = { document: "Document", macro: "Macro", missing: "There is no such macro" };

  const shape = (kind) => element("span", { class: "shape " + kind, "aria-hidden": "true" });

  // `edge` is the one that leads to the node, if that is what counts.
  const button = function (node, choose, edge) {
    const health = edge ? edge.health : node.health;
    return element("li", {}, element("button", { type: "button", class: "node", onclick: () => choose(node) },
      shape(`${node.kind} ${health}`), node.name, health === "good" ? null : [" ", app.badge(health)],
      edge && edge.count > 1 ? ` (${edge.count})` : null));
  };

  const byName = (left, right) => left.name.localeCompare(right.name, "en");

  const stateOf = (node) => node.macro && !node.macro.active ? "Inactive macro"
    : node.macro && !node.macro.documented ? "Macro that no document refers to" : states[node.kind];

  const findingsOf = (node, path) => path && app.findingsByPath.has(path)
    ? app.viewLink("findings", { folder: path }, {}, app.counted(app.findingsByPath.get(path).length, "finding"))
    : node.kind === "missing" ? app.viewLink("findings", { text: node.name }, {}, "Findings about it") : "No findings";

  app.describeNode = function (node, choose) {
    const file = node.macro ? node.macro.place : node.document || { path: "", url: "" };
    const others = node.edges.map((edge) => ({ edge, other: edge.source === node ? edge.target : edge.source }))
      .sort((left, right) => byName(left.other, right.other));
    return [element("h3", {}, node.name), element("p", {}, app.badge(node.health), " ", stateOf(node)),
      file.path ? element("p", { class: "path" }, app.link(file.url, app.shownPath(file.path))) : null,
      element("p", { class: "actions" }, findingsOf(node, file.path),
        node.macro ? [" · ", app.viewLink("macros", { macro: file.path }, {}, "Actions and wording")] : null),
      others.length === 0 ? null : [
        element("h4", {}, node.kind === "document" ? "Refers to" : "Referred to by"),
        element("ul", { class: "nodes" }, others.map(({ edge, other }) => button(other, choose, edge)))],
      element("p", {}, element("button", { type: "button", onclick: () => choose(null) }, "Clear the choice"))];
  };

  app.describeFound = function (found, text, choose) {
    const list = [...found].sort(byName);
    return [element("p", { role: "status" }, `${list.length} found for “${text}”`),
      element("ul", { class: "nodes" }, list.slice(0, 60).map((node) => button(node, choose))),
      list.length > 60 ? element("p", {}, `And ${list.length - 60} more.`) : null];
  };

  app.describeGraph = function (graph, isShown) {
    const count = (kind) => graph.nodes.filter((node) => node.kind === kind && isShown(node)).length;
    return [element("p", {}, `${app.counted(count("document"), "document")} and ${app.counted(count("macro"), "macro")}, `,
      `joined by ${app.counted(graph.edges.length, "line")} for ${app.counted(data.references.length, "reference")}.`,
      count("missing") ? ` ${app.counted(count("missing"), "title")} that no macro has.` : null),
    element("p", {}, "Documents without references and without findings about macros or inboxes are left out. ",
      "Macros and documents that no reference joins stand below the others.")];
  };

  app.legend = () => [
    [["macro", "macro"], ["macro faint", "macro inactive or undocumented"], ["document", "document"],
      ["missing", "title that no macro has"]].map(([kind, text]) => element("li", {}, shape(kind), text)),
    [["good", "nothing to report"], ["note", "note"], ["warning", "warning"], ["error", "error"]].map(([health, text]) =>
      element("li", {}, element("span", { class: "dot " + health, "aria-hidden": "true" }), text))];
})(macrolint);
