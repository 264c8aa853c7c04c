import { isMainThread, MessagePort } from 'node:worker_threads';

// Loaded before everything else by --import: a thread that is sent a report of an agency whose name asks for it does something
// terrible, before any code of ours.

/** @type {readonly (readonly [string, () => void])[]} */
const FAULTS = [
  [
    '抛错局',
    () => {
      queueMicrotask(() => {
        throw new Error('thrown outside of any task');
      });
    },
  ],
  ['退出局', () => process.exit(3)],
];

if (!isMainThread) {
  const listen = MessagePort.prototype.on;
  MessagePort.prototype.on = function on(event, listener) {
    return listen.call(this, event, (/** @type {any} */ message) => {
      const text = JSON.stringify(message?.task ?? null);
      const fault = FAULTS.find(([name]) => text.includes(name))?.[1];
      if (fault) fault();
      else listener(message);
    });
  };
}
