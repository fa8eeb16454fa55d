const { createServer } = require('node:http');

const products = [
  { id: 1, name: 'Anchor', price: 120 },
  { id: 2, name: 'Compass', price: 35 },
];

createServer((request, response) => {
  if (request.url === '/health') return response.end('ok');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(products));
}).listen(3000);
