// The certificate that came back for a request: found among what was dropped, and judged by the core.

import { now } from './clock.js';
import { recognise } from './inspection.js';
import { ask } from './session.js';
import { certificates } from './workspace.js';

/** @import { Certificate, Finding, InspectedItem, Match } from '../worker/api' */
/** @import { RequestItem } from './workspace.js' */

/**
 * @typedef {object} Answer
 * @property {Certificate | null} certificate the one taken for the answer
 * @property {InspectedItem[]} chain the other certificates that came with it
 * @property {Match | null} match
 * @property {Finding[]} findings of reading the files
 */

/** @param {InspectedItem} item */
const certificateOf = (item) => /** @type {Certificate} */ (item.description);

/**
 * The certificate that is most likely meant: the one with the request's key, else one that is no root, else any.
 *
 * @param {InspectedItem[]} found
 * @param {RequestItem} request
 */
function likelyAnswer(found, request) {
  const hash = request.description.spki_sha256;
  return (
    found.find((item) => certificateOf(item).spki_sha256 === hash) ??
    found.find((item) => !certificateOf(item).self_issued && !certificateOf(item).ca) ??
    found.find((item) => !certificateOf(item).self_issued) ??
    found[0] ??
    null
  );
}

/**
 * Reads what was dropped and asks the core whether it answers the request.
 *
 * @param {RequestItem} request
 * @param {{ files: File[] } | { text: string }} input
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function judgeAnswer(request, input, signal) {
  const { items, findings } = await recognise(input, signal);
  const found = items.filter((item) => item.kind === 'certificate');
  const answer = likelyAnswer(found, request);
  const others = found.filter((item) => item !== answer);
  if (answer === null) return { certificate: null, chain: [], match: null, findings };

  const known = [
    ...others.map(certificateOf),
    ...certificates.value.map((item) => item.description),
  ];
  const params = {
    certificate: certificateOf(answer).pem,
    csr: request.description.pem,
    chain: known.map((certificate) => certificate.pem),
    now: now(),
  };
  const match = await ask('csr.match', params, { signal, label: 'Comparing with the request' });
  return { certificate: certificateOf(answer), chain: others, match, findings };
}
