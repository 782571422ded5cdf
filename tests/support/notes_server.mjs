// A GitLab that knows who asks and has no notes: notes_server.mjs PORT-FILE REQUEST-FILE.
import {appendFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';

const [portFile, requestFile] = process.argv.slice(2);
const server = createServer((request, response) => {
  appendFileSync(requestFile, `${request.method} ${request.url}\n`);
  response.setHeader('Content-Type', 'application/json');
  response.end(request.url.endsWith('/user') ? '{"id": 7}' : '[]');
});
server.listen(0, '127.0.0.1', () => writeFileSync(portFile, String(server.address().port)));
