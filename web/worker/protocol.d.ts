// The messages between the page and its workers.
import type { Finding } from './api';

/** What a worker is for: `compute` holds no keys and may be killed; `vault` keeps the private keys. */
export type WorkerRole = 'compute' | 'vault';

/** The core's answer, or the worker's own. */
export type Answer = { ok: true; result: any } | { ok: false; error: Finding };

export type ToWorker =
  | { type: 'start'; role: WorkerRole; module: WebAssembly.Module | null }
  /** One end of a channel between a compute worker and the vault; private keys travel on it. */
  | { type: 'connect'; port: MessagePort }
  | { type: 'call'; id: number; method: string; params: object };

export type FromWorker =
  | { type: 'answer'; id: number; answer: Answer }
  /** How far the call is, from 0 to 1. */
  | { type: 'progress'; id: number; part: number };

/** The part of a Worker that the client uses; tests bring their own. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: any) => void) | null;
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
}

/** The part of a worker's global scope that the worker uses. */
export interface ScopeLike {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/** What calls the core: one request, one answer. */
export interface CoreLike {
  /** Hears how far the call under way is. */
  onProgress?: (part: number) => void;
  call(method: string, params: object): Promise<Answer>;
  /** Lets the core trap, so that a person (and a test) can see the recovery. */
  crash(): Promise<Answer>;
}
