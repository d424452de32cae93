// An example that another page wants to be loaded on the page of the chain check.

import { signal } from '@preact/signals';

/** The example's id; "" for none. */
export const wantedExample = signal('');
