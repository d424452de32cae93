// Where the findings of a report belong: the core says it by index; nothing is computed here.

/** @import { Finding, Path, Report, ReportCertificate } from '../../worker/api' */

/**
 * The certificate that a path's headline is about: that of the step which holds it.
 *
 * @param {Report} report
 * @param {Path} path
 * @returns {ReportCertificate | null}
 */
export function headlinePlace(report, path) {
  const { headline } = path;
  if (headline === null) return null;
  /** @param {Finding} finding */
  const isIt = (finding) =>
    finding.rule === headline.rule &&
    finding.summary === headline.summary &&
    finding.range?.[0] === headline.range?.[0];
  const step = path.steps.find(
    ({ outcome, findings }) => outcome === 'fail' && findings.some(isIt),
  );
  const index = step?.certificate ?? null;
  if (index !== null) return report.certificates[index];
  // Of the whole path: where it breaks off, it is about the last certificate.
  return path.complete ? null : (report.certificates[path.certificates.at(-1) ?? -1] ?? null);
}

/**
 * What a path is called, for people: its certificates from the target up.
 *
 * @param {Report} report
 * @param {Path} path
 */
export function pathTitle(report, path) {
  return path.certificates.map((each) => report.certificates[each]?.title ?? '?').join(' ← ');
}

/**
 * The paths but the best, those that would pass but for one thing.
 *
 * @param {Report} report
 */
export function nearMisses(report) {
  return report.paths
    .map((path, index) => ({ path, index }))
    .filter(({ path }) => path.near_miss && !path.accepted);
}
