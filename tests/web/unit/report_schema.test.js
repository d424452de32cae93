import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Ajv } from '../support/packages.js';

const root = new URL('../../../', import.meta.url);

/** @param {string} path below the project's root */
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(
  read('docs/report.schema.json'),
);

/** The golden answers that hold a report, by file. */
const reports = readdirSync(new URL('tests/api/golden/', root))
  .map((file) => ({ file, report: read(`tests/api/golden/${file}`).answer?.result?.report }))
  .filter(({ report }) => report);

test('every golden report of a chain check is as the schema says', () => {
  assert.ok(reports.length >= 7);
  for (const { file, report } of reports) {
    assert.ok(validate(report), `${file}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }
});

test('the schema refuses a report with a member that it does not name', () => {
  for (const { report } of reports) {
    assert.equal(validate({ ...report, surprise: 1 }), false);
    const [path] = report.paths;
    assert.equal(validate({ ...report, paths: [{ ...path, accepted: 'yes' }] }), false);
  }
});
