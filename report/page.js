// Which view is shown: what the address says behind its `#`, as in `#findings?severity=error`.
(function (app) {
  "use strict";

  const views = {
    overview: app.showOverview,
    picture: app.showPicture,
    findings: app.showFindings,
    macros: app.showMacros,
    inboxes: app.showInboxes,
  };
  let current = "";

  const show = function () {
    const [name, query] = location.hash.slice(1).split(/\?(.*)/s);
    const view = Object.hasOwn(views, name) ? name : "overview";
    for (const other of Object.keys(views)) {
      document.getElementById("view-" + other).hidden = other !== view;
    }
    for (const link of document.querySelectorAll("nav a")) {
      if (link.dataset.view === view) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    views[view](Object.fromEntries(new URLSearchParams(query || "")));
    if (current && current !== view) {
      document.getElementById(view + "-title").focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    current = view;
  };

  // Shows a view with other parameters, without a new entry in the history: a filter is typed letter by letter.
  app.go = function (view, parameters) {
    history.replaceState(null, "", app.address(view, parameters));
    show();
  };

  addEventListener("hashchange", show);
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  // Paper is white, whatever the screen is.
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("paper");
    app.showAllFindings();
    app.drawPicture();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    app.drawPicture();
  });
  show();
})(macrolint);
