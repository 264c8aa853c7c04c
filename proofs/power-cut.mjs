import { isMainThread, MessagePort } from 'node:worker_threads';

// Loaded before everything else by --import: the process is killed when one of its threads is sent a report of 断电局.

if (!isMainThread) {
  const listen = MessagePort.prototype.on;
  MessagePort.prototype.on = function on(event, listener) {
    return listen.call(this, event, (/** @type {any} */ message) => {
      if (JSON.stringify(message?.task ?? null).includes('断电局')) process.kill(process.pid, 'SIGKILL');
      listener(message);
    });
  };
}
