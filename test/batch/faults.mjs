import { isMainThread, MessagePort } from 'node:worker_threads';

// Loaded before everything else by --import: a thread that is sent a report of an agency whose name asks for it does something
// terrible, before any code of ours or as soon as that has said that it begins.

/** Holds the thread, by short sleeps: it is as deaf as one that computes, and leaves the cores to others. @param {number} seconds */
function hold(seconds) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) Atomics.wait(cell, 0, 0, 20);
}

/** Takes memory without end, by pieces: a thread that asks for all at once takes its process with it. */
function grow() {
  /** @type {string[]} */
  const kept = [];
  const more = () => {
    for (let i = 0; i < 1000; i++) kept.push(String(kept.length).padEnd(100));
    setImmediate(more);
  };
  more();
}

function fling() {
  queueMicrotask(() => {
    throw new Error('thrown outside of any task');
  });
}

/** @type {readonly (readonly [string, () => void])[]} */
const BEFORE = [
  ['抛错局', fling],
  ['退出局', () => process.exit(3)],
  ['无度局', grow],
];

/** @type {readonly (readonly [string, () => void])[]} */
const BEGUN = [
  ['空转局', () => hold(Number.POSITIVE_INFINITY)],
  ['慢局', () => hold(5)],
];

if (!isMainThread) {
  const listen = MessagePort.prototype.on;
  const post = MessagePort.prototype.postMessage;
  let text = '';
  const asked = (/** @type {typeof BEFORE} */ faults) => faults.find(([name]) => text.includes(name))?.[1];
  MessagePort.prototype.on = function on(event, listener) {
    return listen.call(this, event, (/** @type {any} */ message) => {
      text = JSON.stringify(message?.task ?? null);
      const fault = asked(BEFORE);
      if (fault) fault();
      else listener(message);
    });
  };
  MessagePort.prototype.postMessage = function postMessage(/** @type {any} */ message, /** @type {any} */ ...more) {
    post.call(this, message, ...more);
    if (message?.started !== undefined) asked(BEGUN)?.();
  };
}
