// The inventory of macros: actions, wording as customers see it, and who refers to each.
(function (app) {
  "use strict";

  const { data, element } = app;
  const form = document.getElementById("macros-filters");
  const list = document.getElementById("macros-body");
  const tags = { paragraph: "p", heading: "h4", item: "li", quote: "blockquote", cell: "li", code: "pre" };

  const states = {
    active: (macro) => macro.active,
    inactive: (macro) => !macro.active,
    undocumented: (macro) => macro.active && !macro.documented,
    disagreement: (macro) => macro.disagreements.length > 0,
    findings: (macro) => macro.findings.errors + macro.findings.warnings + macro.findings.notes > 0,
  };

  // Items that follow each other are one list.
  const wording = function (blocks) {
    const place = element("div", { class: "wording" });
    let open = null;
    for (const block of blocks) {
      const made = element(tags[block.kind] || "p", {}, block.text);
      if (made.tagName === "LI") {
        open = open || place.appendChild(element("ul", {}));
        open.append(made);
      } else {
        open = null;
        place.append(made);
      }
    }
    return place;
  };

  const actions = (macro) => element("table", {}, element("caption", { class: "unseen" }, "Actions"),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Field"),
      element("th", { scope: "col" }, "Value"))),
    element("tbody", {}, macro.actions.map((action) => element("tr", {},
      element("th", { scope: "row" }, element("code", {}, action.field)),
      element("td", {}, action.value ? element("code", {}, action.value) : "see the wording")))));

  // What documents say, what the repository has and what Zendesk has, side by side.
  const side = (title, ...shown) => element("div", { class: "side" }, element("h5", {}, title), ...shown);

  const value = (side) => side.state === "unknown" ? element("p", { class: "quiet" }, "Not known.")
    : side.state === "absent" ? element("p", { class: "quiet" }, "Does not have it.")
      : side.value ? element("p", {}, side.value) : element("p", { class: "quiet" }, "Empty.");

  const statement = (said) => element("div", {}, element("p", {}, said.text),
    element("ul", { class: "places" }, said.places.map((place) => element("li", {},
      app.link(place.url, `${app.shownPath(place.path)}, line ${place.line}`)))));

  const disagreements = (macro) => macro.disagreements.length === 0 ? null : [
    element("h3", {}, "Where the sides disagree"),
    macro.disagreements.map((one) => element("div", { class: "disagreement" },
      element("h4", {}, element("code", {}, one.field)),
      element("div", { class: "sides" },
        side("Documents say", one.documents.length === 0 ? element("p", { class: "quiet" }, "Nothing about it.")
          : one.documents.map(statement)),
        side("The repository has", value(one.repository)),
        side("Zendesk has", value(one.zendesk)))))];

  const referrers = (index) => {
    const references = app.referencesByMacro.get(index) || [];
    return references.length === 0
      ? element("p", {}, data.macros[index].documented
        ? "Documents name it only with a mistake, or link to its file." : "No document refers to it.")
      : element("ul", { class: "places" }, references.map((reference) => {
        const document = data.documents[reference.document];
        return element("li", {}, reference.health === "good" ? null : [app.badge(reference.health), " "],
          app.link(reference.url, `${app.nameOf(document)}, line ${reference.line}`),
          reference.match === "title" ? null : [" as ", element("code", {}, reference.title)]);
      }));
  };

  const content = (macro, index) => element("div", { class: "macro" },
    element("p", {}, macro.instance, " · ", app.link(macro.place.url, app.shownPath(macro.place.path)),
      macro.wording_place ? [" · ", app.link(macro.wording_place.url, "managed content")] : null,
      macro.zendesk_place
        ? [" · ", app.link(macro.zendesk_place.url, `in Zendesk by line ${macro.zendesk_place.line} of its snapshot`)]
        : null,
      macro.owners.map((owner) => [" · ", owner])),
    element("p", {}, app.viewLink("picture", { node: "macro:" + macro.place.path }, {}, "Show it in the picture"),
      states.findings(macro)
        ? [" · ", app.viewLink("findings", { folder: macro.place.path }, {}, "Findings in its file")] : null),
    disagreements(macro),
    element("h3", {}, "What it does"), element("div", { class: "scroll" }, actions(macro)),
    element("h3", {}, "What customers read"),
    macro.wording.length ? wording(macro.wording) : element("p", {}, "It sends no text."),
    element("h3", {}, "Who refers to it"), referrers(index));

  const entry = function (macro, index, isOpen) {
    const count = (app.referencesByMacro.get(index) || []).length;
    const details = element("details", { class: "entry", open: isOpen },
      element("summary", {}, element("span", { class: "title" }, macro.title), " ",
        macro.active ? null : app.badge("inactive"), macro.active && !macro.documented ? app.badge("undocumented") : null,
        macro.health === "good" ? null : app.badge(macro.health), " ",
        element("small", {}, app.counted(count, "reference"))));
    const fill = () => details.childElementCount > 1 || details.append(content(macro, index));
    details.addEventListener("toggle", () => details.open && fill());
    if (isOpen) {
      fill();
    }
    return details;
  };

  const set = app.bindForm(form, (parameters) => app.go("macros", parameters));

  app.showMacros = function (parameters) {
    set(parameters);
    const words = (parameters.text || "").toLowerCase().split(/\s+/).filter(Boolean);
    const state = states[parameters.state] || (() => true);
    const shown = data.macros.map((macro, index) => ({ macro, index })).filter(({ macro }) => {
      const text = [macro.title, macro.place.path, ...macro.wording.map((block) => block.text)].join("\n").toLowerCase();
      return state(macro) && (!parameters.macro || macro.place.path === parameters.macro) &&
        words.every((word) => text.includes(word));
    }).sort((left, right) => left.macro.title.localeCompare(right.macro.title, "en"));
    document.getElementById("macros-count").textContent = shown.length === data.macros.length
      ? app.counted(shown.length, "macro")
      : `${shown.length} of ${app.counted(data.macros.length, "macro")}`;
    app.replace(list, shown.map(({ macro, index }) => entry(macro, index, Boolean(parameters.macro))));
  };
})(macrolint);
