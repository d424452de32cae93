// The pages of the workbench and where they stand in the navigation.

/** @import { IconName } from '../parts/icon.js' */

/**
 * @typedef {object} Place
 * @property {string} page its name in the address
 * @property {string} label
 * @property {string} [short] for the bar of a phone
 * @property {IconName} icon
 * @property {'wide' | 'phone' | 'both'} where
 * @property {string[]} [also] other pages that belong to it
 */

/** @type {{ title: string | null, places: Place[] }[]} */
export const kNavigation = [
  {
    title: null,
    places: [
      { page: 'workspace', label: 'Workspace', icon: 'home', where: 'both', also: ['item'] },
      {
        page: 'create',
        label: 'Create',
        icon: 'add',
        where: 'phone',
        also: [
          ...['create-root', 'create-issuing', 'new-request', 'issue', 'revoke'],
          ...['cloud', 'cloud-ca', 'cloud-create', 'cloud-devices', 'estate', 'byoca'],
        ],
      },
    ],
  },
  {
    title: 'Create',
    places: [
      { page: 'create-root', label: 'Root CA', icon: 'root', where: 'wide' },
      { page: 'create-issuing', label: 'Issuing CA', icon: 'issuing', where: 'wide' },
      { page: 'issue', label: 'Certificate', icon: 'leaf', where: 'wide' },
      { page: 'new-request', label: 'Request', icon: 'request', where: 'wide' },
      { page: 'revoke', label: 'Revocation list', icon: 'error', where: 'wide' },
    ],
  },
  {
    title: 'Work',
    places: [
      {
        page: 'requests',
        label: 'Requests',
        icon: 'requests',
        where: 'both',
        also: ['sign', 'answer'],
      },
      {
        page: 'cloud',
        label: 'Cloud PKI',
        icon: 'cloud',
        where: 'wide',
        also: ['cloud-ca', 'cloud-create', 'cloud-devices'],
      },
      { page: 'estate', label: 'Estate', icon: 'chain', where: 'wide' },
      { page: 'byoca', label: 'BYOCA desk', icon: 'issuing', where: 'wide' },
      { page: 'inspect', label: 'Inspect', icon: 'inspect', where: 'both' },
      {
        page: 'check',
        label: 'Check a chain',
        short: 'Check',
        icon: 'chain',
        where: 'both',
        also: ['pile'],
      },
      {
        page: 'faults',
        label: 'Faults',
        icon: 'warning',
        where: 'wide',
        also: ['fault', 'rule'],
      },
    ],
  },
  {
    title: null,
    places: [{ page: 'about', label: 'About', icon: 'about', where: 'wide' }],
  },
];
