// The picture of documents and macros: drawn on a canvas, moved by d3-zoom, described beside it in words.
(function (app) {
  "use strict";

  const canvas = document.getElementById("canvas");
  const context = canvas.getContext("2d");
  const panel = document.getElementById("picture-panel");
  const form = document.getElementById("picture-filters");
  let graph = null;
  let byId = new Map();
  let transform = d3.zoomIdentity;
  let moved = false;
  let chosen = null;
  let found = new Set();
  let show = "";
  let colors = {};

  const readColors = function () {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["good", "note", "warning", "error", "ink", "faint", "paper", "edge"]) {
      colors[name] = style.getPropertyValue("--" + name).trim();
    }
  };

  const isShown = (node) => show === "problems" ? node.health !== "good" || node.edges.some((edge) => edge.health !== "good")
    : show === "connected" ? node.edges.length > 0 : true;

  // What stands out: the node that is chosen with its neighbours, or what was found.
  const lit = function () {
    if (chosen) {
      return new Set([chosen, ...chosen.edges.flatMap((edge) => [edge.source, edge.target])]);
    }
    return found.size ? found : null;
  };

  const outline = function (node) {
    const { x, y, radius } = node;
    context.beginPath();
    if (node.kind === "macro") {
      context.arc(x, y, radius, 0, 2 * Math.PI);
    } else if (node.kind === "document") {
      context.rect(x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7);
    } else {
      context.moveTo(x, y - radius * 1.3);
      context.lineTo(x + radius * 1.3, y);
      context.lineTo(x, y + radius * 1.3);
      context.lineTo(x - radius * 1.3, y);
      context.closePath();
    }
  };

  const drawEdge = function (edge, bright) {
    const isLit = bright && bright.has(edge.source) && bright.has(edge.target) &&
      (!chosen || edge.source === chosen || edge.target === chosen);
    context.globalAlpha = bright ? (isLit ? 0.9 : 0.06) : edge.health === "good" ? 0.35 : 0.75;
    context.strokeStyle = edge.health === "good" ? colors.edge : colors[edge.health];
    context.lineWidth = Math.min(0.8 + 0.4 * edge.count, 3);
    context.setLineDash(edge.health === "good" ? [] : [5, 3]);
    context.beginPath();
    context.moveTo(edge.source.x, edge.source.y);
    context.lineTo(edge.target.x, edge.target.y);
    context.stroke();
  };

  const drawNode = function (node, bright) {
    context.globalAlpha = bright && !bright.has(node) ? 0.15 : 1;
    context.setLineDash([]);
    outline(node);
    context.fillStyle = node.faint ? colors.paper : colors[node.health];
    context.fill();
    context.lineWidth = node === chosen ? 3 : node.faint ? 1.6 : 1;
    context.strokeStyle = node === chosen ? colors.ink : node.faint ? colors[node.health === "good" ? "faint" : node.health] : colors.paper;
    context.stroke();
  };

  const short = (name) => (name.length > 42 ? name.slice(0, 40) + "…" : name);

  const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

  const writeName = function (name, [left, top, right]) {
    context.lineWidth = 3 / transform.k;
    context.strokeStyle = colors.paper;
    context.strokeText(name, (left + right) / 2, top);
    context.fillStyle = colors.ink;
    context.fillText(name, (left + right) / 2, top);
  };

  // What is on the screen, and what the buttons cover of it, in the graph's coordinates.
  const inGraph = (left, top, right, bottom) => [...transform.invert([left, top]), ...transform.invert([right, bottom])];
  const screen = () => inGraph(2, 2, canvas.clientWidth - 2, canvas.clientHeight - 2);
  const buttons = function () {
    const place = canvas.getBoundingClientRect();
    const box = document.getElementById("zoom-in").parentElement.getBoundingClientRect();
    return inGraph(box.left - place.left, box.top - place.top, box.right - place.left, box.bottom - place.top);
  };

  const contains = (outer, inner) =>
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

  // A name above or below its node is moved aside as far as it has to be to end before the edge.
  const moveInside = function ([left, top, right, bottom], [first, , last]) {
    const shift = left < first ? first - left : right > last ? last - right : 0;
    return [left + shift, top, right + shift, bottom];
  };

  // Where there is no room for the title, its last part may do.
  const namesOf = ({ name }) => name.includes("::") ? [short(name), short("…" + name.slice(name.lastIndexOf("::")))] : [short(name)];

  // Below, above and beside the node, inside of the edge.
  const placesOf = function (node, name, size, edge) {
    const half = context.measureText(name).width / 2 + 2 / transform.k;
    const gap = node.radius * 1.3 + 1 / transform.k;
    const side = gap + half + 2 / transform.k;
    return [[0, gap], [0, -gap - size * 1.1], [side, -size * 0.6], [-side, -size * 0.6]]
      .map(([x, y]) => [x, [node.x + x - half, node.y + y, node.x + x + half, node.y + y + size * 1.2]])
      .map(([x, box]) => (x === 0 ? moveInside(box, edge) : box))
      .filter((box) => contains(edge, box));
  };

  // Names are written as large as they can be read, whatever the zoom, around their nodes, and only where they cover
  // neither each other nor another node with a name, and nothing cuts them off; of what stands out, over nodes too.
  const drawNames = function (nodes, bright) {
    const size = 12 / transform.k;
    context.font = `${size}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.setLineDash([]);
    context.globalAlpha = 1;
    const isNamed = (node) => bright ? bright.has(node)
      : nodes.length < 60 || node.edges.length * transform.k >= 4 || transform.k > 2.2;
    const edge = screen();
    const wanted = nodes.filter(({ x, y }) => contains(edge, [x, y, x, y])).filter(isNamed).sort((left, right) =>
      (right === chosen) - (left === chosen) || right.edges.length - left.edges.length).slice(0, 250);
    const obstacles = wanted.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
    const taken = [buttons()];
    for (const node of wanted) {
      const places = namesOf(node).flatMap((name) => placesOf(node, name, size, edge).map((box) => [name, box]))
        .filter(([, box]) => !taken.some((other) => meet(box, other)));
      const place = places.find(([, box]) => !obstacles.some((other) => meet(box, other))) || (bright ? places[0] : null);
      if (place) {
        taken.push(place[1]);
        writeName(...place);
      }
    }
  };

  const draw = function () {
    if (!graph || canvas.clientWidth === 0) {
      return;
    }
    const ratio = devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    readColors();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(ratio, ratio);
    context.translate(transform.x, transform.y);
    context.scale(transform.k, transform.k);
    const bright = lit();
    const nodes = graph.nodes.filter(isShown);
    graph.edges.filter((edge) => isShown(edge.source) && isShown(edge.target)).forEach((edge) => drawEdge(edge, bright));
    nodes.forEach((node) => drawNode(node, bright));
    drawNames(nodes, bright);
    context.globalAlpha = 1;
  };
  app.drawPicture = draw;

  const zoom = d3.zoom().scaleExtent([0.05, 12]).on("zoom", () => {
    transform = d3.event.transform;
    moved = moved || Boolean(d3.event.sourceEvent);
    draw();
  });
  const view = d3.select(canvas);

  // Shows these nodes as large as they fit.
  const fit = function (nodes, largest) {
    if (nodes.length === 0 || canvas.clientWidth === 0) {
      return;
    }
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    // Names reach out to both sides, where there is room for names at all.
    const k = Math.min(largest, (width - (width > 600 ? 180 : 40)) / (right - left + 30), (height - 40) / (bottom - top + 40));
    view.call(zoom.transform, d3.zoomIdentity.translate(width / 2, height / 2).scale(Math.max(k, 0.05))
      .translate(-(left + right) / 2, -(top + bottom) / 2));
  };
  const fitAll = () => fit(graph.nodes.filter(isShown), 2);
  const fitChosen = () => (chosen ? fit([...lit()], 2.4) : fitAll());

  const isInView = function (node) {
    const [x, y] = transform.apply([node.x, node.y]);
    return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
  };

  const nodeAt = function (event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = transform.invert([event.clientX - box.left, event.clientY - box.top]);
    let best = null;
    let nearest = Infinity;
    for (const node of graph.nodes.filter(isShown)) {
      const distance = Math.hypot(node.x - x, node.y - y) - node.radius;
      if (distance < nearest) {
        nearest = distance;
        best = node;
      }
    }
    return nearest < 8 / transform.k ? best : null;
  };

  const choose = (node) => app.go("picture", { find: node ? "" : form.elements.find.value, show: show, node: node ? node.id : "" });

  const describeState = (text) => app.replace(panel, chosen ? app.describeNode(chosen, choose)
    : text ? app.describeFound(found, text, choose) : app.describeGraph(graph, isShown));

  // Once a person has moved the picture, it is not moved by itself any more.
  const pan = (x, y) => () => {
    moved = true;
    view.call(zoom.translateBy, x / transform.k, y / transform.k);
  };
  const scale = (factor) => () => {
    moved = true;
    view.call(zoom.scaleBy, factor);
  };
  const keys = {
    ArrowLeft: pan(60, 0), ArrowRight: pan(-60, 0), ArrowUp: pan(0, 60), ArrowDown: pan(0, -60),
    "+": scale(1.3), "=": scale(1.3), "-": scale(1 / 1.3), 0: fitAll, Escape: () => choose(null),
  };

  const listen = function () {
    view.call(zoom).on("dblclick.zoom", null);
    canvas.addEventListener("click", (event) => {
      moved = true;
      choose(nodeAt(event));
    });
    canvas.addEventListener("pointermove", (event) => {
      const node = event.buttons ? null : nodeAt(event);
      canvas.title = node ? node.name : "";
      canvas.classList.toggle("over", Boolean(node));
    });
    canvas.addEventListener("keydown", (event) => {
      if (Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        keys[event.key]();
      }
    });
    document.getElementById("zoom-in").addEventListener("click", keys["+"]);
    document.getElementById("zoom-out").addEventListener("click", keys["-"]);
    document.getElementById("zoom-fit").addEventListener("click", fitAll);
    new ResizeObserver(() => (moved ? draw() : fitChosen())).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  };

  const start = function () {
    graph = app.makeGraph();
    byId = new Map(graph.nodes.map((node) => [node.id, node]));
    const count = (kind) => app.counted(graph.nodes.filter((node) => node.kind === kind).length, kind);
    canvas.setAttribute("aria-label", `Picture of ${count("document")} and ${count("macro")} with their references`);
    app.replace(document.getElementById("legend"), app.legend());
    listen();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    app.layOut(graph, (isDone) => {
      canvas.dataset.state = isDone ? "done" : "moving";
      if (isDone || !still) {
        return moved ? draw() : fitChosen();
      }
    });
  };

  const set = app.bindForm(form, (parameters) => app.go("picture", parameters));

  app.showPicture = function (parameters) {
    set(parameters);
    const before = chosen;
    show = parameters.show || "";
    if (!graph) {
      start();
    }
    chosen = byId.get(parameters.node) || null;
    const words = (parameters.find || "").toLowerCase().split(/\s+/).filter(Boolean);
    found = new Set(words.length === 0 ? [] : graph.nodes.filter((node) => {
      const text = (node.name + "\n" + node.id).toLowerCase();
      return isShown(node) && words.every((word) => text.includes(word));
    }));
    describeState(parameters.find);
    // What was chosen by a click is in view already, what was chosen from a list need not be.
    if (chosen !== before && (!moved || (chosen && !isInView(chosen)))) {
      fitChosen();
    } else {
      draw();
    }
  };
})(macrolint);
