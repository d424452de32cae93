// How what came of a check looks: a word and an icon, never colour alone.

/** @import { IconName } from './icon.js' */

/** @typedef {'pass' | 'warn' | 'fail' | 'not-judged'} CheckOutcome */

const kOutcomes =
  /** @type {Record<CheckOutcome, { icon: IconName, tone: string, word: string }>} */ ({
    pass: { icon: 'pass', tone: 'pass', word: 'Pass' },
    warn: { icon: 'warning', tone: 'warning', word: 'Warning' },
    fail: { icon: 'error', tone: 'error', word: 'Fail' },
    'not-judged': { icon: 'skipped', tone: 'plain', word: 'Not judged' },
  });

/** @param {CheckOutcome} outcome */
export function outcomeLook(outcome) {
  return kOutcomes[outcome];
}
