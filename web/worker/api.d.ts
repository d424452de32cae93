// The types of docs/api.md, as the page reads them. Nothing here is computed by the page.

export type Range = [number, number] | null;

export interface Finding {
  rule: string;
  severity: 'error' | 'warning' | 'notice' | 'info' | string;
  summary: string;
  cure?: string;
  citation?: string;
  range?: Range;
  field?: string;
  params?: Record<string, unknown>;
  pointer?: string;
  file?: string;
}

export interface Attribute {
  oid: string;
  name: string;
  short: string;
  value: string;
  string_type: string;
  range: Range;
}

export interface Name {
  rfc4514: string;
  openssl: string;
  range: Range;
  rdns: Attribute[][];
}

export interface Field {
  label: string;
  value?: string;
  range?: Range;
  path?: string;
  badges?: string[];
  aliases?: string[];
  oid?: string;
  source?: string;
  help?: string;
  children?: Field[];
  findings?: Finding[];
}

export interface CrlEntry {
  index: number;
  serial: string;
  revoked_at: string | null;
  reason: string | null;
  invalid_since: string | null;
  range: Range;
}

export interface Crl {
  kind: 'crl';
  title: string;
  sentence: string;
  issuer: Name;
  number: string | null;
  this_update: string | null;
  next_update: string | null;
  validity?: { state: string; text: string };
  signature_algorithm: string;
  entry_count: number;
  entries_left_out: number;
  entries: CrlEntry[];
  sha256: string;
  pem: string;
  der: string;
  file_stem: string;
  fields: Field[];
  findings: Finding[];
}

export interface Certificate {
  kind: 'certificate';
  title: string;
  role: string;
  sentence: string;
  subject: Name;
  issuer: Name;
  serial: string;
  not_before: string;
  not_after: string;
  validity?: { state: string; text: string };
  ca: boolean;
  path_length?: number | null;
  self_issued: boolean;
  self_signed: boolean;
  key: string;
  signature_algorithm: string;
  san: string[];
  key_usage: string[];
  extended_key_usage: string[];
  subject_key_id?: string | null;
  authority_key_id?: string | null;
  sha256: string;
  sha1: string;
  spki_sha256: string;
  der: string;
  pem: string;
  file_stem: string;
  fields: Field[];
  findings: Finding[];
}

export interface RequestedExtension {
  oid: string;
  name: string;
  critical: boolean;
  text: string;
}

export interface CertificateRequest {
  kind: 'csr';
  title: string;
  sentence: string;
  subject: Name;
  key: string;
  signature_algorithm: string;
  spki_sha256: string;
  san: string[];
  /** Whether it asks to become a CA. */
  ca: boolean;
  extensions: RequestedExtension[];
  proof_of_possession: { ok: boolean; finding: Finding | null };
  der: string;
  pem: string;
  file_stem: string;
  fields: Field[];
  findings: Finding[];
}

export interface PublicKey {
  kind: 'public-key';
  title: string;
  spki_sha256: string;
  key_id: string;
  pem: string;
  fields: Field[];
}

export interface PrivateKey {
  kind: 'private-key';
  encrypted: boolean;
  public_key: PublicKey | null;
}

/** What stands for a private key outside the vault. */
export interface KeyHandle {
  handle: string;
}

export interface InspectedItem {
  kind: string;
  name: string;
  /** Of the file that it was in. */
  file?: string;
  range: Range;
  description:
    Certificate | CertificateRequest | PublicKey | PrivateKey | Record<string, any> | null;
  der?: string;
  private_key?: KeyHandle;
}

export interface Profile {
  id: string;
  title: string;
  description: string;
  ca: boolean;
  self_signed: boolean;
  key_spec: string;
  key_specs: string[];
  validity: Duration;
  path_length: number | null;
  key_usage: string[];
  extended_key_usage: string[];
  san: 'none' | 'optional' | 'required';
}

export interface Duration {
  years?: number;
  months?: number;
  days?: number;
}

export interface About {
  name: string;
  version: string;
  methods: { name: string; summary: string }[];
  libraries: { name: string; version: string; licence: string }[];
  key_specs: string[];
  purposes: { id: string; title: string; oid: string | null; name: string | null }[];
}

export interface Issued {
  certificate: Certificate;
  findings: Finding[];
  provenance?: { oid: string; name: string; from: string }[];
}

export interface ReviewSide {
  critical: boolean;
  text: string;
  value?: unknown;
}

export interface ReviewRow {
  oid: string;
  name: string;
  label: string;
  request: ReviewSide | null;
  profile: ReviewSide | null;
  choices: string[];
  default: string;
  reason: string;
  findings: Finding[];
}

export interface Review {
  subject: { request: Name; [key: string]: unknown };
  rows: ReviewRow[];
  proof_of_possession: { ok: boolean; finding: Finding | null };
  findings: Finding[];
}

export interface Step {
  check: string;
  title: string;
  question?: string;
  citation?: string;
  certificate: number | null;
  position: number | null;
  outcome: 'pass' | 'fail' | 'warn' | 'skipped' | 'not-reached';
  text?: string;
  values?: Record<string, unknown>;
  findings: Finding[];
  /** Why each CRL or OCSP response did not answer. */
  considered?: Finding[];
}

/** What the CAs down to one of a path leave to those below it. */
export interface Budget {
  certificate: number | null;
  position: number;
  further_cas: number | null;
  further_cas_set_by: number | null;
  beyond: boolean;
  purposes: string[] | null;
  purposes_set_by: number | null;
  text: string;
}

export interface Path {
  certificates: number[];
  accepted: boolean;
  complete: boolean;
  headline: Finding | null;
  near_miss: boolean;
  failures: number;
  budgets?: Budget[];
  steps: Step[];
}

export interface ReportCertificate {
  index: number;
  title: string;
  subject: string;
  issuer: string;
  sha256: string;
  role: string;
  not_after: string | null;
  source: 'target' | 'pool' | 'anchor' | 'fetched';
  der: string;
}

export interface SearchEvent {
  kind: string;
  depth: number;
  child: number | null;
  candidate: number | null;
  path: number | null;
  text: string;
  finding: Finding | null;
}

export interface Report {
  accepted: boolean;
  headline: Finding | null;
  sentence: string;
  certificates: ReportCertificate[];
  best: number | null;
  paths: Path[];
  events: SearchEvent[];
  work: Record<string, number>;
  not_judged: string[];
  findings?: Finding[];
  /** All paths as a tree of characters. */
  picture?: string;
  fetches?: Fetch[];
  without_fetching?: { accepted: boolean; sentence: string };
}

/** One look at the virtual repository. */
export interface Fetch {
  url: string;
  why: 'issuer' | 'crl';
  certificate: number | null;
  outcome: 'found' | 'missing' | 'unreadable' | 'not-http';
  gave: number[];
  text: string;
}

/** Parameters of chain.check. */
export interface CheckParams {
  target: Source;
  pool?: Source[];
  anchors: Source[];
  crls?: Source[];
  ocsp?: Source[];
  at: string;
  purpose?: string;
  names?: string[];
  options?: Record<string, unknown>;
  relying_party?: string;
  repository?: { url: string; data: Source }[];
}

export type Source = string | { data: string; name?: string };

/** A CRL or an OCSP response, as the page lists it. */
export interface StatusObject {
  kind: 'crl' | 'ocsp-response';
  title: string;
  sentence: string;
  sha256: string;
  der: string;
}

export interface RelyingParty {
  id: string;
  title: string;
  kind: string;
  description: string;
  settings: { name: string; value: string; text: string; source: string; certainty: string }[];
  options: Record<string, unknown>;
  checked_against: string | null;
}

/** What one relying party makes of a chain. */
export interface PartyRow {
  id: string;
  title: string;
  kind: string;
  accepted: boolean;
  sentence: string;
  headline: Finding | null;
  fault: string | null;
  certificate: number | null;
  words: ForeignWord[];
  /** What it would have fetched. */
  fetches: Fetch[];
}

/** What a product calls a fault; what it has not is empty. */
export interface ForeignWord {
  product: string;
  code: string;
  name: string;
  text: string;
  certainty: string;
}

export interface Parties {
  rows: PartyRow[];
  accepted_by: number;
  refused_by: number;
  sentence: string;
}

export interface WhatIf {
  before: { accepted: boolean; sentence: string };
  after: Report;
  changes: { kind: string; text: string }[];
  sentence: string;
}

export interface Fault {
  id: string;
  title: string;
  meaning: string;
  cure: string;
  /** How to make it happen in a lab. */
  lab: string;
  /** How to see it here. */
  see: string;
  rules: string[];
  words: ForeignWord[];
  enforced_by: string[];
  example: string | null;
}

export interface WordHit {
  word: string;
  product: string;
  code: string;
  text?: string;
  match: 'exact' | 'part';
  fault: {
    id: string;
    title: string;
    meaning: string;
    cure: string;
    rules: string[];
    see: string;
    example: string | null;
  };
  certainty: string;
}

export interface RuleEntry {
  rule: string;
  severity: string;
  citation: string;
  summary: string;
  cure: string;
}

export interface Example {
  id: string;
  title: string;
  lesson: string;
  accepted: boolean;
}

export interface MadeExample {
  id: string;
  title: string;
  story: string;
  lesson: string;
  question: CheckParams;
  expected: { accepted: boolean; rule: string | null };
}

export interface PileCertificate {
  index: number;
  file: number | string | null;
  title: string;
  subject: string;
  issuer: string;
  role: string;
  sha256: string;
  not_after: string | null;
  der: string;
  count: number;
  trusted: boolean;
}

export interface PileChain {
  leaf: number;
  certificates: number[];
  complete: boolean;
  missing: { issuer: string; key_id: string | null; aia_urls: string[] } | null;
  sentence: string;
}

export interface Pile {
  sentence: string;
  certificates: PileCertificate[];
  chains: PileChain[];
  strays: { index: number; why: string }[];
  duplicates: { index: number; times: number }[];
  others: { file: number | string | null; kind: string; text: string }[];
  findings: Finding[];
}

export interface Match {
  usable: boolean;
  sentence: string;
  findings: Finding[];
  certificate: Certificate;
  chain: Report | null;
}

export interface HierarchyNode {
  index: number;
  parent: number | null;
  sha256: string;
  title: string;
  role: string;
  how?: string;
}

export interface TreeNode {
  tag: string;
  depth: number;
  parent: number | null;
  range: Range;
  value_range: Range;
  text: string;
  encapsulates?: unknown;
}

/** One layer of a SCEP message; ranges count in its own octets. */
export interface ScepLayer {
  id: 'signed' | 'envelope' | 'content';
  title: string;
  der: string;
  fields: Field[];
  findings: Finding[];
}

export interface ScepCheck {
  id: string;
  title: string;
  question: string;
  citation: string;
  layer: ScepLayer['id'];
  outcome: 'pass' | 'warn' | 'fail' | 'not-judged';
  note: string;
  findings: Finding[];
}

/** The result of scep.open and scep.reply.open. */
export interface ScepMessage {
  kind: 'scep';
  direction: 'request' | 'reply';
  title: string;
  sentence: string;
  message_type: string | null;
  transaction_id: string | null;
  sender_nonce: string | null;
  recipient_nonce: string | null;
  status: string | null;
  fail_info: string | null;
  explanation: string | null;
  signer: Certificate | null;
  layers: ScepLayer[];
  csr: CertificateRequest | null;
  certificates: Certificate[];
  issued: number | null;
  acceptable: boolean;
  checks: ScepCheck[];
}

export interface ByocaRow {
  check: string;
  title: string;
  question: string;
  ground: 'documented' | 'rfc' | 'measured' | 'sense';
  source: string;
  outcome: 'pass' | 'warn' | 'fail' | 'not-judged';
  note: string;
  findings: (Finding & { certificate: number | null })[];
}

export interface ByocaUpload {
  box: 'signed-certificate' | 'chain';
  name: string;
  certificate: number;
  media_type: string;
  data: string;
}

export interface ByocaDesk {
  stage: 'nothing' | 'request' | 'answered';
  ready: boolean;
  sentence: string;
  headline: Finding | null;
  certificates: { index: number; title: string; part: string; file: string }[];
  rows: ByocaRow[];
  uploads: ByocaUpload[];
  commands: { title: string; text: string }[];
  others: { file: string; kind: string }[];
  findings: Finding[];
}

// --- Cloud PKI (docs/api.md: TenantView, FleetView) ---

export interface Fact {
  id: string;
  statement: string;
  ground: 'documented' | 'observed' | 'rfc' | 'measured' | 'sense';
  source: string;
}

export interface NamedPurpose {
  name: string;
  oid: string;
}

export interface TenantFacts {
  facts: Fact[];
  purposes: NamedPurpose[];
  keys: { key: string; hash: string }[];
  root_validity_years: number[];
  issuing_validity_years: number[];
}

export interface CaVersionView {
  number: number;
  title: string;
  status: string;
  since: string;
  certificate: {
    serial: string;
    thumbprint: string;
    issuer: string;
    not_before: string | null;
    not_after: string;
    validity: string;
    url: string;
    file_name: string;
    der: string;
  } | null;
  chain: string[];
  request: string | null;
  request_file_name: string | null;
  crl: {
    url: string;
    number: number;
    this_update: string;
    next_update: string;
    lapsed: boolean;
    file_name: string;
    der: string;
  } | null;
  scep_uri: string | null;
  lapses: string | null;
}

export interface LeafCounts {
  active: number;
  revoked: number;
  expired: number;
}

export interface CaView {
  id: string;
  kind: 'root' | 'issuing' | 'byoca';
  type: 'Root' | 'Issuing';
  title: string;
  name: string;
  description: string;
  subject: string;
  root_common_name: string;
  root: string | null;
  status: string;
  renewal: string;
  banner: string | null;
  key: string;
  hash: string;
  purposes: NamedPurpose[];
  validity_years: number | null;
  platform: 'hardware' | 'software';
  scope_tags: string[];
  created: string;
  scep_uri: string | null;
  versions: CaVersionView[];
  leaves: LeafCounts;
  reported_leaves: LeafCounts;
  actions: { action: string; possible: boolean; why_not: Finding | null }[];
}

export interface LeafRow {
  subject: string;
  serial: string;
  thumbprint: string;
  status: string;
  version: number;
  issuer: string;
  not_after: string;
  revoked: string | null;
  user_principal_name: string;
  device_id: string;
  device_name: string;
  platform: string;
  profile: string;
  der: string;
}

export interface DeviceView {
  id: string;
  name: string;
  platform: string;
  platform_title: string;
  join: string;
  user_principal_name: string | null;
  last_check_in: string | null;
  trusted: { title: string; store: string; der: string }[];
  identities: {
    profile: string;
    store: string;
    subject: string;
    issuer: string;
    serial: string;
    enrolled: string;
    not_after: string;
    status: string;
    renews: boolean;
    der: string;
  }[];
  results: {
    profile: string;
    kind: string;
    status: string;
    at: string;
    rule: string | null;
    summary: string;
    cure: string;
  }[];
}

export interface TrustedProfileView {
  id: string;
  name: string;
  platform: string;
  platform_title: string;
  certificate: string;
  certificate_title: string;
  certificate_role: string;
  store: string;
  store_title: string;
  groups: string[];
  group_names: string[];
  findings: Finding[];
}

export interface ScepProfileView {
  id: string;
  name: string;
  platform: string;
  platform_title: string;
  type: string;
  channel: string;
  subject_format: string;
  alternative_names: { kind: string; value: string }[];
  validity: { years?: number; months?: number; days?: number };
  key_storage: string;
  digital_signature: boolean;
  key_encipherment: boolean;
  key_size: number | null;
  hash: string;
  root_profile: string;
  root_profile_name: string | null;
  purposes: string[];
  renewal_threshold: number;
  urls: string[];
  groups: string[];
  group_names: string[];
  store_title: string;
  findings: Finding[];
}

export interface Delivery {
  device: string;
  subject: string | null;
  alternative_names: string[];
  url: string | null;
  error: Finding | null;
}

export interface FleetView {
  users: {
    id: string;
    user_principal_name: string;
    email: string;
    given_name: string;
    surname: string;
    department: string;
    sam_account_name: string;
    distinguished_name: string;
    security_identifier: string;
  }[];
  devices: DeviceView[];
  groups: { id: string; name: string; kind: 'users' | 'devices'; members: string[] }[];
  trusted_profiles: TrustedProfileView[];
  scep_profiles: ScepProfileView[];
}

export interface TenantView {
  name: string;
  created: string;
  clock: string;
  settings: {
    ca_cap: number;
    licence: string;
    region: string;
    issuing_ca_crl_url: boolean;
    leaf_issuer_url: boolean;
    permissions: Record<'read' | 'create' | 'revoke_leaf' | 'disable_and_reenable', boolean>;
  };
  ca_count: number;
  leaf_count: number;
  report_time: string;
  cas: CaView[];
  audit: { at: string; activity: string; object: string; detail: string }[];
  repository: { url: string; data: string }[];
  fleet: FleetView;
}

export interface PrivatePkiView {
  name: string;
  cas: {
    name: string;
    role: string;
    sentence: string;
    certificate_url: string;
    crl_url: string;
    revoked: number;
    der: string;
  }[];
  repository: { url: string; data: string }[];
}

export interface ScepExchange {
  device: string;
  profile: string;
  issued: boolean;
  messages: {
    operation: string;
    sender: 'device' | 'authority';
    data: string;
    private_key: KeyHandle | null;
  }[];
}

/** Devices and relying parties (docs/api.md: EstateView). */
export interface EstateRoutes {
  aia: boolean;
  crl: boolean;
}
export interface EstateHolder {
  id: string;
  name: string;
  party: string | null;
  roots: string[];
  intermediates: string[];
  routes: EstateRoutes;
}
export interface EstateDevice extends EstateHolder {
  platform: string;
  platform_title: string;
  identities: { certificate: string; sent: string[] }[];
  sending: string;
  removed: string[];
}
export interface EstateService extends EstateHolder {
  kind: string;
  kind_title: string;
  talk: 'eap' | 'tls' | 'sign-in' | 'visit';
  membership: string;
  host: string;
  nt_auth: string[];
  sent: string[];
  accounts: string;
  revocation: string;
  crl_supply: string;
  verify_depth: number | null;
}
export interface EstateView {
  name: string;
  at: string;
  devices: EstateDevice[];
  services: EstateService[];
  server_pki: string[];
  lapsed: string[];
  crls: { url: string; issuer: string; next_update: string | null; lapsed: boolean }[];
}
export interface EstateCertificate {
  fingerprint: string;
  title: string;
  role: string;
  sentence: string;
  not_after: string;
  der: string;
}
export interface EstateChange {
  kind: string;
  holder?: string;
  certificate?: string;
  word?: string;
  number?: number;
}
export interface EstateCell {
  device: string;
  service: string;
  outcome: 'works' | 'device-refuses' | 'service-refuses' | 'both-refuse' | 'no-identity';
  of_server?: number;
  of_client?: number;
}
export interface EstateVerdict {
  key: string;
  accepted: boolean;
  fault?: string;
  why?: string;
  anchor?: string;
}
export interface EstateSide {
  accepted: boolean;
  party: PartyRow;
  why: string | null;
  beyond: Finding | null;
  anchor: string | null;
  intermediates: string[];
  fetched: string[];
  report: Report;
}
export interface EstateConversation {
  outcome: EstateCell['outcome'];
  sentence: string;
  talk: EstateService['talk'];
  server_sends: string[];
  device_sends: string[];
  of_server: EstateSide | null;
  of_client: EstateSide | null;
  certificates: EstateCertificate[];
}
/** docs/api.md: Handshake. */
export interface HandshakeMessage {
  name: string;
  protection: 'none' | 'encrypted' | 'sealed';
  octets: number;
  data: string;
  alert?: { number: number; name: string };
  certificates?: number[];
  authorities?: string[];
  server_name?: string;
  cipher_suites?: string[];
  signature_schemes?: string[];
  group?: string;
  findings: Finding[];
}
export interface Handshake {
  version: string;
  sentence: string;
  completed: boolean;
  flights: { sender: 'client' | 'server'; messages: HandshakeMessage[] }[];
  certificates: Description[];
}
export interface EstateHandshake {
  outcome: EstateCell['outcome'];
  talk: EstateService['talk'];
  handshake: Handshake;
  sentence: string;
  manner: {
    telling: 'alert' | 'answer';
    certainty: 'measured' | 'documented' | 'assumed';
    source: string;
  };
  answer: string | null;
  beyond: Finding | null;
}
export interface EstateCures {
  cures: { change: EstateChange; sentence: string }[][];
  in_the_tenant: string[];
  tried: number;
  stopped: boolean;
}
export interface EstatePlanRow {
  part: string;
  part_title: string;
  holder: 'device' | 'service';
  who: string;
  id: string;
  certificate: string;
  said: { need: string; remark: string | null; source: string; date: string }[];
  means: string[];
  held: boolean;
  conversations: number;
  works_now: number;
  works_with: number;
  works_without: number;
  fetched_instead: boolean;
  reason: Finding | null;
}
export interface EstateAnchor {
  certificate: string;
  holders: string[];
  reliances: { device: string; service: string; side: 'device' | 'service' }[];
  would_stop: number;
}
