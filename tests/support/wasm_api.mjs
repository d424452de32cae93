// Reads one JSON request a line, writes one JSON answer a line: `pkiwb api`, but with the core as WebAssembly.
import { createInterface } from 'node:readline';
import { loadCore } from './wasm_core.mjs';

const core = await loadCore();
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() !== '') process.stdout.write(core.handle(line) + '\n');
}
