// How the outcome of a conversation looks: a word with a picture.

/** @import { EstateCell } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */

const kLooks =
  /** @type {Record<EstateCell['outcome'], { icon: IconName, word: string, tone: string }>} */ ({
    works: { icon: 'pass', word: 'works', tone: 'pass' },
    'device-refuses': { icon: 'error', word: 'device refuses', tone: 'error' },
    'service-refuses': { icon: 'error', word: 'service refuses', tone: 'error' },
    'both-refuse': { icon: 'error', word: 'both refuse', tone: 'error' },
    'no-identity': { icon: 'skipped', word: 'no certificate', tone: 'warning' },
  });

/** @param {EstateCell['outcome']} outcome */
export function outcomeOf(outcome) {
  return kLooks[outcome];
}
