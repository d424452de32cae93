// What-ifs of the estate that are changes of the tenant: each is one step that can be undone, and ends with a check-in
// of the devices, without which they would not notice.

import { makeKey } from './make.js';
import { say } from './messages.js';
import { ask } from './session.js';
import { become, lab } from './tenant.js';
import { inTurn } from './turns.js';

/** @import { CaView, FleetView, LeafRow } from '../worker/api' */

/** @typedef {{ method: string, params: object }} Step */
/** @typedef {(before: any) => Step} LaterStep one that needs the answer of the step before */

/**
 * Does one thing to the tenant after the other; all of them or none. Where the tenant was changed meanwhile, none, and the
 * person is told.
 *
 * @param {string} title for undo
 * @param {(Step | LaterStep)[]} steps
 * @param {AbortSignal} abort
 */
const actInTurn = (title, steps, abort) => inTurn(() => doAll(title, steps, abort));

/** @param {string} title @param {(Step | LaterStep)[]} steps @param {AbortSignal} abort */
async function doAll(title, steps, abort) {
  const began = lab.value.tenant;
  const findings = [];
  let result = /** @type {any} */ ({ tenant: began });
  for (const step of steps) {
    const { method, params } = typeof step === 'function' ? step(result) : step;
    const { tenant } = result;
    result = await ask(method, { tenant, ...params }, { signal: abort, label: title });
    findings.push(...result.findings);
  }
  if (lab.value.tenant !== began) {
    say('notice', `${title}: not done, since the tenant was changed meanwhile.`, 'Do it again.');
    return;
  }
  become(title, { tenant: result.tenant, view: result.view }, findings);
}

const kCheckIn = { method: 'fleet.check_in', params: {} };

/**
 * A trusted certificate profile is assigned to nobody any more.
 *
 * @param {object} profile as the core keeps it
 * @param {string} name
 * @param {AbortSignal} abort
 */
export function unassign(profile, name, abort) {
  const params = { trusted_profile: { ...profile, groups: [] } };
  return actInTurn(`Unassign ${name}`, [{ method: 'fleet.put', params }, kCheckIn], abort);
}

/**
 * A CA gets a new version with a new key, which is activated at once.
 *
 * @param {CaView} ca that can be renewed
 * @param {AbortSignal} abort
 */
export async function renewAtOnce(ca, abort) {
  const key = await makeKey(ca.key, abort);
  /** @type {LaterStep} */
  const activate = ({ version }) => ({
    method: 'tenant.ca.activate',
    params: { ca: ca.id, version },
  });
  const renew = {
    method: 'tenant.ca.renew',
    params: { ca: ca.id, made_key: key.private_key },
  };
  return actInTurn(`Renew ${ca.title} with a new key`, [renew, activate, kCheckIn], abort);
}

/**
 * The certificates of a device are revoked.
 *
 * @param {{ id: string, name: string }} device
 * @param {CaView[]} cas that may have issued them
 * @param {AbortSignal} abort
 * @returns {Promise<number>} how many
 */
export async function revokeDevice(device, cas, abort) {
  const { tenant } = lab.value;
  const steps = [];
  for (const { id: ca } of cas) {
    const params = { tenant, ca, search: device.name };
    const { leaves } = await ask('tenant.leaf.list', params, { signal: abort });
    const own = /** @type {LeafRow[]} */ (leaves).filter(
      (leaf) => leaf.device_id === device.id && leaf.status === 'active',
    );
    for (const { serial } of own) {
      steps.push({ method: 'tenant.leaf.revoke', params: { ca, serial } });
    }
  }
  if (steps.length > 0) await actInTurn(`Revoke the certificates of ${device.name}`, steps, abort);
  return steps.length;
}

/**
 * All devices get their certificates from another CA: its profiles take the place of the SCEP profiles that there are.
 *
 * @param {CaView} ca
 * @param {FleetView} fleet
 * @param {AbortSignal} abort
 */
export function enrolWith(ca, fleet, abort) {
  const steps = [
    ...fleet.scep_profiles.map(({ id }) => ({ method: 'fleet.remove', params: { id } })),
    { method: 'fleet.usual_profiles', params: { ca: ca.id } },
    kCheckIn,
  ];
  return actInTurn(`Enrol all devices with ${ca.title}`, steps, abort);
}
