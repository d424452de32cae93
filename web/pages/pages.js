// Every page by the name that it has in the address.

import { hrefOf } from '../app/router.js';
import { html } from '../parts/html.js';
import { Page } from '../parts/page.js';
import { AboutPage } from './about.js';
import { AnswerPage } from './answer.js';
import { ByocaPage } from './byoca.js';
import { CheckPage } from './check.js';
import { CloudPage } from './cloud.js';
import { CloudCaPage } from './cloud_ca.js';
import { CloudCreatePage } from './cloud_create.js';
import { CloudDevicesPage } from './cloud_devices.js';
import { CreatePage } from './create.js';
import { CreateIssuingPage } from './create_issuing.js';
import { CreateRootPage } from './create_root.js';
import { EstatePage } from './estate.js';
import { FaultPage } from './fault.js';
import { FaultsPage } from './faults.js';
import { InspectPage } from './inspect.js';
import { IssuePage } from './issue.js';
import { ItemPage } from './item.js';
import { NewRequestPage } from './new_request.js';
import { PilePage } from './pile.js';
import { RequestsPage } from './requests.js';
import { RevokePage } from './revoke.js';
import { RulePage } from './rule.js';
import { SignPage } from './sign.js';
import { WorkspacePage } from './workspace.js';

function MissingPage() {
  return html`<${Page} title="No such page">
    <p><a href=${hrefOf('workspace')}>To the workspace</a></p>
  <//>`;
}

/** @type {Record<string, () => unknown>} */
export const kPages = {
  workspace: WorkspacePage,
  create: CreatePage,
  'create-root': CreateRootPage,
  'create-issuing': CreateIssuingPage,
  'new-request': NewRequestPage,
  issue: IssuePage,
  revoke: RevokePage,
  requests: RequestsPage,
  sign: SignPage,
  answer: AnswerPage,
  byoca: ByocaPage,
  cloud: CloudPage,
  'cloud-ca': CloudCaPage,
  'cloud-create': CloudCreatePage,
  'cloud-devices': CloudDevicesPage,
  estate: EstatePage,
  inspect: InspectPage,
  check: CheckPage,
  pile: PilePage,
  faults: FaultsPage,
  fault: FaultPage,
  rule: RulePage,
  item: ItemPage,
  about: AboutPage,
  missing: MissingPage,
};
