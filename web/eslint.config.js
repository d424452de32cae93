import js from '@eslint/js';
import globals from 'globals';

/** Whatever turns text into markup or code, or reaches the network: the page has no use for it. */
const kForbiddenSyntax = [
  {
    selector:
      "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|write|writeln)$/][object.name!='process']",
    message: 'Text nodes only: build elements with html`…` and let preact escape them.',
  },
  {
    selector:
      "Property[key.name='dangerouslySetInnerHTML'], JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text nodes only.',
  },
  {
    selector: 'TemplateElement[value.raw=/dangerouslySetInnerHTML|<style|<script| style="/]',
    message:
      'No markup injection; inline styles and scripts are blocked by the content security policy.',
  },
];

/** The page's code may not open connections: WebRTC sends packets whatever the policy says. */
const kForbiddenGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
  'eval',
  'localStorage',
  'sessionStorage',
  'indexedDB',
].map((name) => ({
  name,
  message: 'The page works without a network, and stores only through app/storage.js.',
}));

export default [
  { ignores: ['**/node_modules/**', 'build/**'] },
  js.configs.recommended,
  {
    files: ['web/**/*.js', 'tests/web/**/*.js'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-shadow': 'error',
      'max-lines': ['error', { max: 260, skipBlankLines: true }],
    },
  },
  {
    files: ['web/**/*.js'],
    rules: {
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...kForbiddenSyntax],
    },
  },
  {
    files: ['web/app/**', 'web/pages/**', 'web/parts/**'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-globals': ['error', ...kForbiddenGlobals] },
  },
  {
    files: ['web/worker/**'],
    languageOptions: { globals: { ...globals.worker, createPkiCore: 'readonly' } },
    rules: { 'no-restricted-globals': ['error', ...kForbiddenGlobals] },
  },
  {
    files: ['web/static/sw.js'],
    languageOptions: { globals: globals.serviceworker, sourceType: 'script' },
  },
  { files: ['web/bundle/**', 'web/*.js'], languageOptions: { globals: globals.node } },
  {
    files: ['tests/web/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
