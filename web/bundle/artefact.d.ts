// What the bundler puts into the page (bundle/parts.js).
declare module 'pki:artefact' {
  /** The core, gzipped and base64-coded; null in a build without it. */
  export const coreWasm: string | null;
  /** The workers' script: pki-core.js and worker/main.js. */
  export const workerSource: string;
  /** The licences of everything in the page. */
  export const licences: { name: string; version: string; licence: string; text: string }[];
  /** Where and when nothing of this page came from: its version and the hash of its parts. */
  export const build: { version: string; id: string };
}
