// Everything that the page shows is built here: texts become text nodes and nothing else, so that whatever stands in
// a title or a page stays text.
var macrolint = {};

(function (app) {
  "use strict";

  // An element with attributes and children; a child that is a string becomes text, null is left out.
  app.element = function (name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) {
        element.addEventListener(key.slice(2), value);
      } else if (value === true) {
        element.setAttribute(key, "");
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value);
      }
    }
    app.append(element, children);
    return element;
  };

  app.append = function (element, children) {
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) {
        element.append(child instanceof Node ? child : String(child));
      }
    }
  };

  app.replace = function (element, ...children) {
    element.textContent = "";
    app.append(element, children);
  };

  // A link out of the page; the text alone where there is no address.
  app.link = function (url, ...children) {
    return /^https?:\/\//i.test(url || "")
      ? app.element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children)
      : app.element("span", {}, ...children);
  };

  // A link to a view of the page: its name and what it shows.
  app.viewLink = function (view, parameters, attributes, ...children) {
    return app.element("a", { href: app.address(view, parameters), ...attributes }, ...children);
  };

  app.address = function (view, parameters) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(parameters || {})) {
      if (value) {
        query.set(key, value);
      }
    }
    const text = query.toString();
    return "#" + view + (text ? "?" + text : "");
  };

  // A sentence of the program, whose parts between backticks are code.
  app.sentence = function (text) {
    const parts = text.split("`");
    const closed = parts.length % 2 === 1;
    return parts.map((part, index) => {
      const isCode = index % 2 === 1 && (closed || index < parts.length - 1);
      return isCode ? app.element("code", {}, part) : index % 2 === 1 ? "`" + part : part;
    });
  };

  app.counted = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

  app.badge = (kind, text) => app.element("span", { class: "badge " + kind }, text || kind);

  // Calls `then` once the last of several calls is a moment ago.
  app.debounced = function (then) {
    let timer = 0;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(then, 120);
    };
  };

  // Connects the fields of a form with the parameters of a view's address: `changed` is called with them.
  app.bindForm = function (form, changed) {
    const read = () => Object.fromEntries(new FormData(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", app.debounced(() => changed(read())));
    form.addEventListener("reset", () => setTimeout(() => changed(read())));
    return function (parameters) {
      for (const field of form.elements) {
        if (field.name && field.value !== (parameters[field.name] || "")) {
          field.value = parameters[field.name] || "";
        }
      }
    };
  };

  app.option = (value, text) => app.element("option", { value: value }, text);
})(macrolint);
