// What a call to the core can end with, other than its result.

/** @import { Finding } from './api' */

/** The core (or a worker) refused: `finding` says what and why. */
export class CoreError extends Error {
  /** @param {Finding} finding */
  constructor(finding) {
    super(finding.summary);
    this.name = 'CoreError';
    this.finding = finding;
  }
}

/** The person cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled.');
    this.name = 'Cancelled';
  }
}

/**
 * Any error as a finding, for showing.
 *
 * @param {unknown} error
 * @returns {Finding}
 */
export function findingOf(error) {
  if (error instanceof CoreError) return error.finding;
  const summary = error instanceof Error ? error.message : String(error);
  return { rule: 'page.internal', severity: 'error', summary };
}
