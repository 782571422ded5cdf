// The nodes and edges of the picture and where they lie. D3 moves what is connected; the rest stands in rows below.
(function (app) {
  "use strict";

  const { data } = app;

  const macroNode = (macro) => ({
    id: "macro:" + macro.place.path, kind: "macro", name: macro.title, health: macro.health, macro: macro,
    faint: !macro.active || !macro.documented,
  });
  const documentNode = (document) => ({
    id: "document:" + document.path, kind: "document", name: app.nameOf(document), health: document.health,
    document: document,
  });
  const missingNode = (title) => ({ id: "missing:" + title, kind: "missing", name: title, health: "error" });

  // Several references between the same two are one edge, which is as well as the worst of them.
  const join = function (nodes, macros, documents) {
    const missing = new Map();
    const edges = new Map();
    for (const reference of data.references) {
      const source = documents[reference.document];
      let target = macros[reference.macro];
      if (reference.macro === null) {
        if (!missing.has(reference.title)) {
          missing.set(reference.title, missingNode(reference.title));
          nodes.push(missing.get(reference.title));
        }
        target = missing.get(reference.title);
      }
      const key = source.id + "\n" + target.id;
      const edge = edges.get(key) || { source, target, count: 0, health: "good" };
      edge.count += 1;
      if (app.order.indexOf(reference.health) < app.order.indexOf(edge.health)) {
        edge.health = reference.health;
      }
      edges.set(key, edge);
    }
    return [...edges.values()];
  };

  const makeGraph = function () {
    const macros = data.macros.map(macroNode);
    const documents = data.documents.map((document) => (document.in_picture ? documentNode(document) : null));
    const nodes = [...macros, ...documents.filter(Boolean)];
    const edges = join(nodes, macros, documents);
    for (const node of nodes) {
      node.edges = [];
    }
    for (const edge of edges) {
      edge.source.edges.push(edge);
      edge.target.edges.push(edge);
    }
    for (const node of nodes) {
      node.radius = 4 + Math.min(2.2 * Math.sqrt(node.edges.length), 14);
    }
    return { nodes, edges, connected: nodes.filter((node) => node.edges.length > 0) };
  };

  // Rows below what is connected: the macros that nobody refers to, then the pages that refer to none.
  const placeRest = function (graph) {
    const { connected, nodes } = graph;
    const left = Math.min(0, ...connected.map((node) => node.x));
    const right = Math.max(0, ...connected.map((node) => node.x));
    let y = Math.max(0, ...connected.map((node) => node.y)) + 50;
    const step = 16;
    const rest = nodes.filter((node) => node.edges.length === 0);
    const columns = Math.max(12, Math.floor((right - left) / step), Math.ceil(Math.sqrt(rest.length * 3)));
    for (const kind of ["macro", "document"]) {
      const row = rest.filter((node) => node.kind === kind);
      row.forEach((node, index) => {
        node.x = (left + right) / 2 + ((index % columns) - (Math.min(columns, row.length) - 1) / 2) * step;
        node.y = y + Math.floor(index / columns) * step;
      });
      y += Math.ceil(row.length / columns) * step + (row.length ? 24 : 0);
    }
  };

  // Lays the picture out piece by piece, so that the page answers meanwhile; `moved` is called after each piece.
  app.layOut = function (graph, moved) {
    const simulation = d3.forceSimulation(graph.connected)
      .force("link", d3.forceLink(graph.edges).distance(34).strength(0.5))
      .force("charge", d3.forceManyBody().strength(-55).distanceMax(320))
      .force("x", d3.forceX().strength(0.055))
      .force("y", d3.forceY().strength(0.075))
      .force("room", d3.forceCollide((node) => node.radius + 2))
      .stop();
    const steps = graph.connected.length > 1500 ? 120 : 220;
    let done = 0;
    // Of a large picture, every drawing takes long; fewer leave more time for the layout.
    const slice = graph.connected.length > 1500 ? 80 : 12;
    const piece = function () {
      const until = performance.now() + slice;
      while (done < steps && performance.now() < until) {
        simulation.tick();
        done += 1;
      }
      placeRest(graph);
      moved(done >= steps);
      if (done < steps) {
        requestAnimationFrame(piece);
      }
    };
    simulation.alphaDecay(1 - 0.003 ** (1 / steps));
    placeRest(graph);
    piece();
  };

  app.makeGraph = makeGraph;
})(macrolint);
