import { createServer } from 'node:http';

/** The ceiling: what `node:http` alone does with the same answer. Arguments: status, header, bytes of the body. */
const [status = '302', header = 'location:/', bytes = '0'] = process.argv.slice(2);
const [name = 'location', value = '/'] = header.split(/:(.*)/s);
const body = Buffer.alloc(Number(bytes), 'x');

const server = createServer((_request, response) => {
  response.writeHead(Number(status), { [name]: value, 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address ? address.port : 0}\n`);
});
