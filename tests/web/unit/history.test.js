import assert from 'node:assert/strict';
import { test } from 'node:test';

import { History } from '../../../web/app/history.js';

test('undo goes back and redo goes forth, each with the name of its change', () => {
  const history = new History(0);
  history.change('one', 1);
  history.change('two', 2);
  assert.equal(history.undoTitle.value, 'two');
  history.undo();
  assert.equal(history.current.value, 1);
  assert.equal(history.undoTitle.value, 'one');
  assert.equal(history.redoTitle.value, 'two');
  history.redo();
  assert.equal(history.current.value, 2);
});

test('a new change ends what could be redone', () => {
  const history = new History('a');
  history.change('b', 'b');
  history.undo();
  history.change('c', 'c');
  assert.equal(history.redoTitle.value, null);
  history.redo();
  assert.equal(history.current.value, 'c');
});

test('undo and redo at the ends do nothing', () => {
  const history = new History(1);
  history.undo();
  history.redo();
  assert.equal(history.current.value, 1);
  assert.equal(history.undoTitle.value, null);
});

test('what is rewritten stays rewritten through undo and redo', () => {
  const history = new History(1);
  history.change('two', 2);
  history.rewrite((value) => value * 10);
  assert.equal(history.current.value, 20);
  history.undo();
  assert.equal(history.current.value, 10);
  assert.deepEqual(history.reachable, [10, 20]);
});

test('what is typed letter by letter is one step to take back', () => {
  const history = new History('');
  history.change('other', 'x');
  history.extend('typing', 'xa');
  history.extend('typing', 'xab');
  history.undo();
  assert.equal(history.current.value, 'x');
  history.redo();
  assert.equal(history.current.value, 'xab');
});

test('typing after something was taken back cannot be mixed up with it', () => {
  const history = new History('');
  history.extend('typing', 'a');
  history.change('other', 'b');
  history.undo();
  history.extend('typing', 'c');
  assert.equal(history.redoTitle.value, null);
});
