// The report, as it lies in the page, and what is looked up in it.
(function (app) {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  app.data = data;
  app.order = ["error", "warning", "note", "good"];

  const group = function (items, keyOf) {
    const groups = new Map();
    for (const item of items) {
      const key = keyOf(item);
      if (!groups.has(key)) {
        groups.set(key, []);
      }
      groups.get(key).push(item);
    }
    return groups;
  };

  app.findingsByPath = group(data.findings, (finding) => finding.path);
  app.referencesByMacro = group(data.references, (reference) => reference.macro);
  app.referencesByDocument = group(data.references, (reference) => reference.document);
  app.owners = [...group(data.findings.flatMap((finding) => finding.owners), (owner) => owner)]
    .map(([owner, findings]) => ({ owner: owner, findings: findings.length }))
    .sort((left, right) => right.findings - left.findings || (left.owner < right.owner ? -1 : 1));

  app.folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
  app.nameOf = (document) => document.title || document.path.slice(document.path.lastIndexOf("/") + 1);

  // The folder that all paths have in common, which is not worth the room.
  const common = function (paths) {
    let prefix = paths.length ? app.folderOf(paths[0]) : "";
    for (const path of paths) {
      while (!path.startsWith(prefix)) {
        prefix = app.folderOf(prefix.slice(0, -1));
      }
    }
    return prefix;
  };
  const prefix = common([...data.documents, ...data.macros.map((macro) => macro.place), ...data.findings].map((item) => item.path));
  app.shownPath = (path) => (path.startsWith(prefix) ? path.slice(prefix.length) : path);

  // Every folder with findings and those above it, with how many there are below.
  const folders = new Map();
  for (const [path, findings] of app.findingsByPath) {
    for (let folder = app.folderOf(path); folder.length > prefix.length; folder = app.folderOf(folder.slice(0, -1))) {
      folders.set(folder, (folders.get(folder) || 0) + findings.length);
    }
  }
  app.folders = [...folders].sort();

  app.places = function (places) {
    return app.element("ul", { class: "places" }, places.map((place) =>
      app.element("li", {}, app.link(place.url, `${app.shownPath(place.path)}:${place.line}`))));
  };
})(macrolint);
