// node slow_server.mjs DELAY: answers every request on every address of this machine after so many milliseconds, and
// says at which port. HTTP/1.1 with connections kept open, as most servers have it.
import { createServer } from "node:http";

const delay = Number(process.argv[2]);
const page = "<!doctype html><title>A page</title><p>Text.";
const server = createServer((request, response) => {
  setTimeout(() => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Length": page.length });
    response.end(request.method === "HEAD" ? undefined : page);
  }, delay);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "0.0.0.0", () => console.log(server.address().port));
