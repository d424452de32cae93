// What a chain check asks: the certificates at hand, whom to trust, when and for what. One value, with undo and redo.

import { computed } from '@preact/signals';

import { now } from './clock.js';
import { History } from './history.js';
import { certificates } from './workspace.js';

/** @import { Certificate, CheckParams, MadeExample, StatusObject } from '../worker/api' */

/** @typedef {{ url: string, data: string, title: string, on: boolean }} Address an entry of the virtual repository */

/**
 * @typedef {object} Question
 * @property {Certificate[]} brought certificates beside those of the workspace
 * @property {StatusObject[]} status CRLs and OCSP responses
 * @property {boolean} workspace whether the workspace's certificates are at hand too
 * @property {string} target SHA-256 of the certificate that is checked
 * @property {Record<string, boolean>} trust by SHA-256: decisions against the rule that roots are trusted
 * @property {string[]} withheld SHA-256 of what is left out of this check
 * @property {string} at ISO 8601, UTC; "" for now
 * @property {string} purpose
 * @property {string} names one a line
 * @property {string} party the relying party's id; "" for nobody in particular
 * @property {Record<string, string>} choices options of chain.check by their dotted names; "" for the usual
 * @property {string} policies object identifiers, one a line
 * @property {Record<string, unknown>} given options for which there is no control, as an example has them
 * @property {Address[]} repository
 * @property {MadeExample | null} example the prepared example that it began with
 */

/** @type {Question} */
export const kNothing = {
  brought: [],
  status: [],
  workspace: true,
  target: '',
  trust: {},
  withheld: [],
  at: '',
  purpose: 'any',
  names: '',
  party: '',
  choices: {},
  policies: '',
  given: {},
  repository: [],
  example: null,
};

const history = new History(kNothing);

/** The question now. */
export const question = history.current;
/** Names of the changes that can be taken back or made again, or null. */
export const { undoTitle: undoQuestion, redoTitle: redoQuestion } = history;
export function undo() {
  typed = false;
  action = `Taken back: ${history.undoTitle.value}`;
  history.undo();
}
export function redo() {
  typed = false;
  action = `Done again: ${history.redoTitle.value}`;
  history.redo();
}

let typed = false;
let action = '';

/** Whether the last change came letter by letter: then a check waits for the next letter. */
export const wasTyped = () => typed;
/** What was done last, in words: "Trust Lab Root", "Taken back: Trust Lab Root". */
export const lastAction = () => action;

/**
 * Changes the question.
 *
 * @param {string} title what is done, for undo: "Trust Lab Root"
 * @param {Partial<Question>} changes
 */
export function change(title, changes) {
  typed = false;
  action = title;
  history.change(title, { ...question.value, ...changes });
}

/**
 * Goes on with a change that comes letter by letter.
 *
 * @param {string} title
 * @param {Partial<Question>} changes
 */
export function extend(title, changes) {
  typed = true;
  action = title;
  history.extend(title, { ...question.value, ...changes });
}

/**
 * Sets what follows from something else (which certificate comes first): not a step that can be taken back.
 *
 * @param {Partial<Question>} changes
 */
export function settle(changes) {
  history.rewrite((each) => (each === question.value ? { ...each, ...changes } : each));
}

/**
 * Begins with another question; the former one can be had back.
 *
 * @param {string} title
 * @param {Partial<Question>} begin
 */
export function startWith(title, begin) {
  change(title, { ...kNothing, ...begin });
}

/**
 * A text of the question, for a control to fill.
 *
 * @param {'at' | 'purpose' | 'names' | 'party' | 'policies'} name
 * @param {string} title of the change
 * @param {'typed' | 'chosen'} [how]
 */
export function textOf(name, title, how = 'typed') {
  return {
    get value() {
      return question.value[name];
    },
    set value(text) {
      (how === 'typed' ? extend : change)(title, { [name]: text });
    },
  };
}

/**
 * An option of the check, for a control to fill.
 *
 * @param {string} name dotted: "revocation.mode"
 * @param {string} label of the control
 */
export function choiceOf(name, label) {
  return {
    get value() {
      return question.value.choices[name] ?? '';
    },
    set value(word) {
      const choices = { ...question.value.choices, [name]: word };
      change(`${label}: ${word === '' ? 'as usual' : word}`, { choices });
    },
  };
}

/** Every certificate that a check may use, each once; those that were left out too. */
export const atHand = computed(() => {
  const { brought, workspace } = question.value;
  const own = workspace ? certificates.value.map((item) => item.description) : [];
  return [...new Map([...brought, ...own].map((each) => [each.sha256, each])).values()];
});

/** @param {Certificate} certificate */
export function isTrusted(certificate) {
  return question.value.trust[certificate.sha256] ?? certificate.role === 'root CA';
}

/** @param {string} sha256 */
export function isWithheld(sha256) {
  return question.value.withheld.includes(sha256);
}

/**
 * @param {Certificate} certificate
 * @param {boolean} trusted
 */
export function setTrusted(certificate, trusted) {
  const title = trusted ? `Trust ${certificate.title}` : `Trust ${certificate.title} no more`;
  change(title, { trust: { ...question.value.trust, [certificate.sha256]: trusted } });
}

/**
 * @param {{ sha256: string, title: string }} thing a certificate, a CRL or an OCSP response
 * @param {boolean} there
 */
export function setAtHand({ sha256, title }, there) {
  const others = question.value.withheld.filter((each) => each !== sha256);
  const withheld = there ? others : [...others, sha256];
  change(there ? `Put ${title} back` : `Take ${title} away`, { withheld });
}

/**
 * The options of chain.check that were chosen, as the API nests them: "revocation.mode" is in an object of its own.
 *
 * @param {Question} asked
 */
export function optionsOf({ choices, policies, given }) {
  /** @type {Record<string, any>} */
  const options = structuredClone(given);
  for (const [name, value] of Object.entries(choices)) {
    if (value === '') continue;
    const [outer, inner] = name.split('.');
    if (inner === undefined) options[outer] = value;
    else options[outer] = { ...options[outer], [inner]: value };
  }
  const oids = linesOf(policies);
  if (oids.length > 0) options.policies = oids;
  return options;
}

/** @param {string} text one entry a line */
function linesOf(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** @param {'crl' | 'ocsp-response'} kind */
function statusData(kind) {
  return question.value.status
    .filter((each) => each.kind === kind && !isWithheld(each.sha256))
    .map((each) => each.der);
}

/**
 * The parameters of chain.check for the question as it stands; null while no certificate is chosen.
 *
 * @returns {CheckParams | null}
 */
export function checkParams() {
  const asked = question.value;
  const chosen = atHand.value.find((certificate) => certificate.sha256 === asked.target);
  if (chosen === undefined) return null;
  const there = atHand.value.filter((certificate) => !isWithheld(certificate.sha256));
  const names = linesOf(asked.names);
  const options = optionsOf(asked);
  const lists = { crls: statusData('crl'), ocsp: statusData('ocsp-response') };
  const repository = asked.repository
    .filter(({ on, url }) => on && url.trim() !== '')
    .map(({ url, data }) => ({ url: url.trim(), data }));
  return {
    target: chosen.pem,
    pool: there.filter((each) => each !== chosen && !isTrusted(each)).map((each) => each.pem),
    anchors: there.filter(isTrusted).map((each) => each.pem),
    at: asked.at === '' ? now() : asked.at,
    ...(['', 'any'].includes(asked.purpose) ? {} : { purpose: asked.purpose }),
    ...(names.length === 0 ? {} : { names }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(asked.party === '' ? {} : { relying_party: asked.party }),
    ...(repository.length === 0 ? {} : { repository }),
  };
}
