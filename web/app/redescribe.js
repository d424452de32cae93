// The clock was changed: asks the core again what it says about each certificate.

import { now, setTime } from './clock.js';
import { ask } from './session.js';
import { certificates, redescribe } from './workspace.js';

/** @import { Certificate, InspectedItem } from '../worker/api' */

/** Renews every certificate's description for the time that the clock shows. */
export async function redescribeAll() {
  const text = certificates.value.map((item) => item.description.pem).join('\n');
  if (text === '') return;
  const time = setTime.value;
  const result = await ask('inspect', { text, now: now() }, { label: 'Looking at the new time' });
  if (setTime.value !== time) return;
  const found = /** @type {InspectedItem[]} */ (result.items);
  const descriptions = found
    .filter((item) => item.kind === 'certificate')
    .map((item) => /** @type {Certificate} */ (item.description));
  redescribe(new Map(descriptions.map((certificate) => [certificate.sha256, certificate])));
}
