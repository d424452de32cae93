// The status of a CA, a version or a leaf: a word with a picture.

import { classes, html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { IconName } from '../icon.js' */

const kLooks = /** @type {Record<string, { icon: IconName, tone: string }>} */ ({
  Active: { icon: 'pass', tone: 'pass' },
  active: { icon: 'pass', tone: 'pass' },
  succeeded: { icon: 'pass', tone: 'pass' },
  Staged: { icon: 'clock', tone: 'notice' },
  'Signing required': { icon: 'request', tone: 'notice' },
  Paused: { icon: 'skipped', tone: 'warning' },
  'Action required': { icon: 'warning', tone: 'warning' },
  Retired: { icon: 'clock', tone: 'plain' },
  Decommissioned: { icon: 'clock', tone: 'plain' },
  Expired: { icon: 'clock', tone: 'error' },
  expired: { icon: 'clock', tone: 'plain' },
  Revoked: { icon: 'error', tone: 'error' },
  revoked: { icon: 'error', tone: 'error' },
  error: { icon: 'error', tone: 'error' },
});

/** @param {{ status: string }} props */
export function StatusChip({ status }) {
  const { icon, tone } = kLooks[status] ?? { icon: 'notice', tone: 'plain' };
  return html`<span class=${classes('badge', `tone-${tone}`)}
    ><${Icon} name=${icon} />${status}</span
  >`;
}
