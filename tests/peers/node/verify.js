// node verify.js FOLDER: Node.js judges the chains of relying_chains.cpp, as a TLS client against a server that presents
// them. Reads the numbers from verdicts.tsv, and prints for each "N <tab> accepted or refused <tab> why". It cannot be told
// a time; what is valid or not at kNow is so until 2034.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');

const HOST = 'leaf.example.com';
const folder = process.argv[2];
const key = fs.readFileSync(path.join(folder, 'leaf.key'));

/** Reads FOLDER/N.<part>.pem, or an empty text where there is none. */
function read(number, part) {
  const file = path.join(folder, `${number}.${part}.pem`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

/** Resolves to '' where the client accepts, else to why not. */
function judge(number) {
  return new Promise((resolve) => {
    let server;
    const end = (why) => {
      server?.close();
      resolve(why);
    };
    try {
      server = tls.createServer({ key, cert: read(number, 'target') + read(number, 'pool') }, (socket) => {
        socket.on('error', () => {});
        socket.end();
      });
    } catch (error) {
      return end(`the server cannot present it: ${error.code}`);
    }
    server.on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      const client = tls.connect({ port, host: '127.0.0.1', servername: HOST, ca: read(number, 'anchor') }, () => {
        client.end();
        end('');
      });
      client.on('error', (error) => end(`${error.code}: ${error.message}`));
    });
  });
}

async function main() {
  for (const line of fs.readFileSync(path.join(folder, 'verdicts.tsv'), 'utf8').trim().split('\n')) {
    const number = line.slice(0, line.indexOf('\t'));
    const why = await judge(number);
    console.log(`${number}\t${why === '' ? 'accepted' : 'refused'}\t${why.replace(/\s+/g, ' ')}`);
  }
}

main();
