// The course of errors, warnings and notes from run to run.
(function (app) {
  "use strict";

  const { data, element } = app;
  // As wide as the screen has room for when the page opens, so that the words in it keep their size.
  const width = Math.max(300, Math.min(720, document.documentElement.clientWidth - 32));
  const height = 220;
  const margin = { top: 12, right: 12, bottom: 26 };
  // What a letter of the axes takes at most, on average.
  const letter = 7;
  const series = ["errors", "warnings", "notes"];
  const kinds = { errors: "error", warnings: "warning", notes: "note" };
  const dashes = { errors: null, warnings: "7 3", notes: "2 3" };

  const shape = function (name, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null) {
        made.setAttribute(key, value);
      }
    }
    app.append(made, children);
    return made;
  };

  // Days are as far apart as they are; runs without one follow each other.
  const positions = function (points, begin) {
    const dated = points.every((point) => point.has_date);
    const values = points.map((point, index) => (dated ? Date.parse(point.label + "T00:00:00Z") : index));
    const span = values[values.length - 1] - values[0] || 1;
    return values.map((value) => begin + ((value - values[0]) / span) * (width - begin - margin.right));
  };

  // Numbers that tell runs apart stand at the end of a name more often than at its beginning.
  const shortened = (name, longest) => name.length <= longest ? name
    : name.slice(0, Math.ceil(longest / 3)) + "…" + name.slice(1 + Math.ceil(longest / 3) - longest);

  // A round number at or above the largest.
  const ceiling = function (largest) {
    const power = 10 ** Math.floor(Math.log10(Math.max(largest, 1)));
    return [1, 2, 4, 5, 10].map((factor) => factor * power).find((value) => value >= largest) || 1;
  };

  const axis = (top, begin, y) => [0, top / 2, top].filter((value) => Number.isInteger(value)).map((value) => [
    shape("line", { x1: begin, x2: width - margin.right, y1: y(value), y2: y(value), class: "grid" }),
    shape("text", { x: begin - 6, y: y(value) + 4, "text-anchor": "end" }, value.toLocaleString("en"))]);

  const chart = function (points) {
    const top = ceiling(Math.max(...points.flatMap((point) => series.map((name) => point[name]))));
    const begin = Math.max(44, 10 + letter * top.toLocaleString("en").length);
    const x = positions(points, begin);
    const y = (value) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
    const lines = series.map((name) => [
      shape("polyline", {
        points: points.map((point, index) => `${x[index].toFixed(1)},${y(point[name]).toFixed(1)}`).join(" "),
        class: "line " + kinds[name], "stroke-dasharray": dashes[name],
      }),
      points.map((point, index) => shape("circle", { cx: x[index], cy: y(point[name]), r: 3, class: kinds[name] },
        shape("title", {}, `${point.label}: ${app.counted(point[name], kinds[name])}`)))]);
    // The first and the last run share the line below; files may have long names.
    const longest = Math.floor((width - begin - margin.right) / 2 / letter) - 1;
    const label = (index, anchor) => shape("text", { x: x[index], y: height - 6, "text-anchor": anchor },
      shortened(points[index].label, longest));
    return shape("svg", { viewBox: `0 0 ${width} ${height}`, width: width, height: height, class: "trend", "aria-hidden": "true" },
      axis(top, begin, y), lines, label(0, "start"), label(points.length - 1, "end"));
  };

  const row = (point) => element("tr", {}, element("th", { scope: "row" }, point.label),
    [...series.map((name) => point[name]), point.macros, point.references].map((value) =>
      element("td", { class: "number" }, value.toLocaleString("en"))));

  app.trend = function () {
    const points = data.trend;
    if (points.length < 2) {
      return null;
    }
    const heads = ["Run", "Errors", "Warnings", "Notes", "Macros", "References"];
    return element("section", { id: "trend" }, element("h3", {}, "Trend"),
      element("figure", {}, chart(points), element("figcaption", {}, series.map((name) =>
        element("span", { class: "key" }, shape("svg", { viewBox: "0 0 28 8", class: "swatch", "aria-hidden": "true" },
          shape("line", { x1: 0, x2: 28, y1: 4, y2: 4, class: "line " + kinds[name], "stroke-dasharray": dashes[name] })),
        " ", name)))),
      element("details", {}, element("summary", {}, "The numbers"), element("div", { class: "scroll" },
        element("table", {}, element("thead", {}, element("tr", {}, heads.map((head, index) =>
          element("th", { scope: "col", class: index ? "number" : null }, head)))),
        element("tbody", {}, points.map(row))))));
  };
})(macrolint);
