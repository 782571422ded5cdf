// Inboxes and Slack channels, with every place that names them.
(function (app) {
  "use strict";

  const { data, element } = app;
  const form = document.getElementById("inboxes-filters");
  const total = data.inboxes.length + data.channels.length;

  const entry = function (named, isOpen) {
    const details = element("details", { class: "entry", open: isOpen },
      element("summary", {}, element("span", { class: "title" }, named.name), " ",
        named.configured ? app.badge("listed") : null,
        named.details.map((detail) => [" ", element("small", {}, detail)]), " ",
        element("small", {}, app.counted(named.places.length, "place"))));
    const fill = () => details.childElementCount > 1 || details.append(named.places.length
      ? app.places(named.places) : element("p", {}, "Nothing names it."));
    details.addEventListener("toggle", () => details.open && fill());
    if (isOpen) {
      fill();
    }
    return details;
  };

  const set = app.bindForm(form, (parameters) => app.go("inboxes", parameters));

  app.showInboxes = function (parameters) {
    set(parameters);
    const words = (parameters.text || "").toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (named) => {
      const text = [named.name, ...named.details, ...named.places.map((place) => place.path)].join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const inboxes = data.inboxes.filter(matches);
    const channels = data.channels.filter(matches);
    const isOpen = words.length > 0 && inboxes.length + channels.length <= 5;
    const part = (title, list) => [element("h3", {}, title), list.length
      ? list.map((named) => entry(named, isOpen)) : element("p", {}, "None.")];
    document.getElementById("inboxes-count").textContent = words.length === 0
      ? `${data.inboxes.length} ${data.inboxes.length === 1 ? "inbox" : "inboxes"} and ${app.counted(data.channels.length, "channel")}`
      : `${inboxes.length + channels.length} of ${total}`;
    app.replace(document.getElementById("inboxes-body"), part("Inboxes", inboxes), part("Slack channels", channels));
  };
})(macrolint);
