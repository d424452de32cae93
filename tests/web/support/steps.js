// What several journeys do.

/** @import { Ui } from './ui.js' */

/**
 * Creates a root CA and ends on its page.
 *
 * @param {Ui} ui
 * @param {string} name
 * @param {string} keySpec
 */
export async function createRoot(ui, name, keySpec) {
  await ui.go('create-root');
  await ui.see('Create a root CA', 'h1');
  await ui.fill('Common name', name);
  await ui.fill('Organisation', 'Lab');
  await ui.choose('Key', keySpec);
  await ui.click('button', 'Create the root CA');
  await ui.see(name, 'h1');
}

/**
 * Creates an issuing CA below the first CA there is and ends on its page.
 *
 * @param {Ui} ui
 * @param {string} name
 * @param {string} keySpec
 */
export async function createIssuing(ui, name, keySpec) {
  await ui.go('create-issuing');
  await ui.see('Create an issuing CA', 'h1');
  await ui.fill('Common name', name);
  await ui.fill('Organisation', 'Lab');
  await ui.choose('Key', keySpec);
  await ui.click('button', 'Create the issuing CA');
  await ui.see(name, 'h1');
}

/**
 * Issues a leaf with the CA that is offered and ends on its page.
 *
 * @param {Ui} ui
 * @param {string} name a host name
 * @param {string} keySpec
 */
export async function issueLeaf(ui, name, keySpec) {
  await ui.go('issue');
  await ui.see('Issue a certificate', 'h1');
  await ui.fill('Common name', name);
  await ui.fill('Alternative names', name);
  await ui.choose('Key', keySpec);
  await ui.click('button', 'Issue the certificate');
  await ui.see(name, 'h1');
}

/**
 * Makes a request for an issuing CA that is signed elsewhere, and ends on the request's page.
 *
 * @param {Ui} ui
 * @param {string} name
 * @param {string} keySpec
 */
export async function requestIssuing(ui, name, keySpec) {
  await ui.go('create-issuing');
  await ui.see('Create an issuing CA', 'h1');
  await ui.click('control', 'Elsewhere, by your own CA');
  await ui.fill('Common name', name);
  await ui.fill('Organisation', 'Lab');
  await ui.choose('Key', keySpec);
  await ui.click('button', 'Create the request');
  await ui.see(name, 'h1');
}

/**
 * Loads the sample lab from the empty workspace.
 *
 * @param {Ui} ui
 */
export async function loadSampleLab(ui) {
  await ui.go('');
  await ui.click('button', 'Load the sample lab');
  await ui.see('Sample Issuing CA', '.tree');
}

/**
 * Loads a prepared chain, and waits until it was checked.
 *
 * @param {Ui} ui
 * @param {string} id
 */
export async function loadExample(ui, id) {
  await ui.go('check');
  await ui.click('button', 'Examples');
  await ui.wait(`[data-example="${id}"]`);
  await ui.page.$eval(`[data-example="${id}"]`, (node) => /** @type {any} */ (node).click());
  await ui.wait(`.example-card[data-example="${id}"]`);
  await ui.wait('.verdict');
}

/**
 * Downloads the PEM of the certificate in sight.
 *
 * @param {Ui} ui
 */
export function downloadPem(ui) {
  return ui.download(() => ui.click('button', 'PEM'));
}

/**
 * Creates a CA of Cloud PKI and ends on its page.
 *
 * @param {Ui} ui
 * @param {{ kind: string, name: string, key?: string }} ca
 */
export async function createCloudCa(ui, { kind, name, key }) {
  await ui.go('cloud-create');
  await ui.see('Create a CA in Cloud PKI', 'h1');
  await ui.click('control', kind);
  await ui.fill('Name', name);
  if (key !== undefined) await ui.choose('Key size', key);
  await ui.click('button', 'Create');
  await ui.see(name, 'h1');
}

/**
 * A tenant of Cloud PKI with three CAs, and devices that have checked in.
 *
 * @param {Ui} ui
 */
export async function createCloudLab(ui) {
  await ui.go('cloud');
  await ui.click('button', 'Create the tenant');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await createCloudCa(ui, { kind: 'Root CA', name: 'Cloud Root', key: 'rsa-2048' });
  await createCloudCa(ui, { kind: 'Issuing CA, root CA source Intune', name: 'Cloud Issuing' });
  await createCloudCa(ui, { kind: 'Issuing CA, bring', name: 'BYOCA Issuing', key: 'rsa-2048' });
  await ui.click('button', 'Create the private PKI');
  await ui.see('Mistakes to make on purpose', 'main');
  await ui.go('cloud-devices');
  await ui.click('button', 'Enrol the sample devices');
  await ui.see('LAPTOP-ANN', 'main');
  await ui.click('button', 'Make the profiles');
  await ui.see('SCEP certificate profiles', 'main');
  await ui.click('button', 'Let all devices check in');
  await ui.wait('[data-device="LAPTOP-ANN"] .tone-pass');
}

/** A mistake that the private CA of a lab can make on purpose. */
export const kMistake = 'The CA does not take the extended key usage';

/** Has the private CA sign with a mistake, and uploads what is refused then. @param {Ui} ui */
export async function signWrongly(ui) {
  await ui.click('control', kMistake);
  await ui.click('button', 'Sign the CSR');
  await ui.see('The private CA signed', 'main');
  await ui.click('button', 'Upload');
  await ui.see('Not ready to upload', '.verdict');
}

/** Has the private CA sign as it stands, and uploads what is accepted then. @param {Ui} ui */
export async function signRightly(ui) {
  await ui.click('button', 'Sign the CSR');
  // What was refused before is put away.
  await ui.until(() => document.querySelector('.verdict') === null);
  await ui.see('The private CA signed', 'main');
  await ui.click('button', 'Upload');
  await ui.see('Active', 'header.page-head');
  await ui.see('External root CA', 'main');
}

/**
 * A tenant with a BYOCA issuing CA that a private PKI of the lab has signed.
 *
 * @param {Ui} ui
 * @param {{ wrongFirst?: boolean }} [wishes] `wrongFirst`: its first answer has a mistake, and is refused
 */
export async function createByoca(ui, { wrongFirst = false } = {}) {
  await ui.go('cloud');
  await ui.click('button', 'Create the tenant');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await createCloudCa(ui, { kind: 'Issuing CA, bring', name: 'BYOCA Issuing', key: 'rsa-2048' });
  await ui.click('button', 'Create the private PKI');
  if (wrongFirst) {
    await signWrongly(ui);
    await ui.click('control', kMistake);
  }
  await signRightly(ui);
}

/** Enrols the sample devices, with profiles for the issuing CA that there is. @param {Ui} ui */
export async function enrolSamples(ui) {
  await ui.go('cloud-devices');
  await ui.click('button', 'Enrol the sample devices');
  await ui.see('LAPTOP-ANN', 'main');
  await ui.click('button', 'Make the profiles');
  await ui.see('SCEP certificate profiles', 'main');
}

/**
 * Makes an estate: a tenant with a root and an issuing CA, the sample devices with their profiles, and a relying party
 * of every kind. Ends on the page Estate, decided.
 *
 * @param {Ui} ui
 */
export async function createEstateLab(ui) {
  await ui.go('cloud');
  await ui.click('button', 'Create the tenant');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await createCloudCa(ui, { kind: 'Root CA', name: 'Cloud Root', key: 'rsa-2048' });
  await createCloudCa(ui, { kind: 'Issuing CA, root CA source Intune', name: 'Cloud Issuing' });
  await enrolSamples(ui);
  await ui.go('estate');
  await ui.click('button', 'Make the estate');
  await ui.see('conversations work', '[data-summary]');
}
