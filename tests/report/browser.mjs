// A headless Chromium, driven through its DevTools protocol over a pipe: file descriptors 3 and 4, each message ended
// by a NUL byte. No package is needed for it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Browser {
  static async start(program) {
    const folder = mkdtempSync(join(tmpdir(), "macrolint-browser-"));
    const arguments_ = ["--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
      "--disable-dev-shm-usage", "--disable-background-networking", "--force-color-profile=srgb",
      "--hide-scrollbars", `--user-data-dir=${folder}`];
    // The sandbox refuses to start as root, as which containers run.
    if (process.getuid() === 0) {
      arguments_.push("--no-sandbox");
    }
    const process_ = spawn(program, arguments_, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    return new Browser(process_, folder);
  }

  constructor(process_, folder) {
    this.process = process_;
    this.folder = folder;
    this.waiting = new Map();
    this.listeners = [];
    this.number = 0;
    this.rest = Buffer.alloc(0);
    // A test that fails halfway leaves no browser behind.
    process.on("exit", () => process_.kill("SIGKILL"));
    process_.stdio[4].on("data", (data) => this.receive(data));
    process_.on("exit", () => {
      for (const { reject } of this.waiting.values()) {
        reject(new Error("Chromium has ended"));
      }
    });
  }

  receive(data) {
    this.rest = Buffer.concat([this.rest, data]);
    for (let end = this.rest.indexOf(0); end >= 0; end = this.rest.indexOf(0)) {
      const message = JSON.parse(this.rest.subarray(0, end).toString());
      this.rest = this.rest.subarray(end + 1);
      const waiting = this.waiting.get(message.id);
      if (waiting) {
        this.waiting.delete(message.id);
        message.error ? waiting.reject(new Error(message.error.message)) : waiting.resolve(message.result);
      } else {
        this.listeners.forEach((listener) => listener(message));
      }
    }
  }

  send(method, parameters = {}, sessionId = undefined) {
    const id = ++this.number;
    this.process.stdio[3].write(JSON.stringify({ id, method, params: parameters, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  async open(settings) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId);
    await page.prepare(settings);
    return page;
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.on("exit", resolve));
    await this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export class Page {
  constructor(browser, targetId, sessionId) {
    this.browser = browser;
    this.targetId = targetId;
    this.sessionId = sessionId;
    // What the console or the engine complains of, what was requested, and which dialogs opened.
    this.complaints = [];
    this.requests = [];
    browser.listeners.push((message) => message.sessionId === sessionId && this.notice(message));
  }

  notice({ method, params }) {
    if (method === "Runtime.exceptionThrown") {
      this.complaints.push(params.exceptionDetails.exception?.description || params.exceptionDetails.text);
    } else if (method === "Runtime.consoleAPICalled" && ["error", "warning", "assert"].includes(params.type)) {
      this.complaints.push(params.args.map((argument) => argument.value || argument.description).join(" "));
    } else if (method === "Log.entryAdded" && ["error", "warning"].includes(params.entry.level)) {
      this.complaints.push(params.entry.text);
    } else if (method === "Page.javascriptDialogOpening") {
      this.complaints.push("A dialog opened: " + params.message);
      this.send("Page.handleJavaScriptDialog", { accept: true });
    } else if (method === "Network.requestWillBeSent") {
      this.requests.push(params.request.url);
    } else if (method === "Page.loadEventFired") {
      this.loaded?.();
    }
  }

  send(method, parameters) {
    return this.browser.send(method, parameters, this.sessionId);
  }

  async prepare({ width = 1280, height = 900, dark = false } = {}) {
    for (const domain of ["Page", "Runtime", "Log", "Network"]) {
      await this.send(domain + ".enable");
    }
    await this.send("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: 1, mobile: width < 600,
    });
    await this.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }],
    });
  }

  async go(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send("Page.navigate", { url });
    await loaded;
    await this.settle();
  }

  // What an expression has for its value, as JSON can say it.
  async value(expression) {
    const result = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (result.exceptionDetails) {
      throw new Error(result.exceptionDetails.exception?.description || result.exceptionDetails.text);
    }
    return result.result.value;
  }

  // Two frames later, all that was to be drawn is drawn.
  settle() {
    return this.value("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(0))))");
  }

  async until(expression) {
    const end = Date.now() + 20000;
    while (!(await this.value(expression))) {
      if (Date.now() > end) {
        throw new Error("It never became true: " + expression);
      }
      await new Promise((then) => setTimeout(then, 50));
    }
  }

  // Clicks as a person does: in the middle of what can be seen of the element.
  async click(selector, offset = null) {
    const place = await this.value(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getBoundingClientRect();
      return [box.left, box.top, box.width, box.height];
    })()`);
    const [x, y] = offset ? [place[0] + offset[0], place[1] + offset[1]] : [place[0] + place[2] / 2, place[1] + place[3] / 2];
    for (const type of ["mouseMoved", "mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }
    await this.settle();
  }

  async type(selector, text) {
    await this.value(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.send("Input.insertText", { text });
  }

  async press(key) {
    const codes = { Tab: 9, Enter: 13, Escape: 27 };
    const common = { key, code: key, windowsVirtualKeyCode: codes[key], text: key === "Enter" ? "\r" : undefined };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...common });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
    await this.settle();
  }

  async screenshot({ whole = false } = {}) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: whole });
    return Buffer.from(data, "base64");
  }

  close() {
    return this.browser.send("Target.closeTarget", { targetId: this.targetId });
  }
}
