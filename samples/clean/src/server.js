const { createServer } = require('node:http');

createServer((request, response) => response.end('It works\n')).listen(3000);
