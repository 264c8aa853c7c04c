// Flags of V8 with which the command line has its threads work, each for what it alone gains. They are set for the time of the run:
// only threads that are started meanwhile have them, and code that is kept afterwards is of a V8 without flags.
import { setFlagsFromString } from 'node:v8';

/** A flag, and what takes it back. */
interface Flag {
  readonly set: string;
  readonly unset: string;
}

async function withFlag<T>(flag: Flag | undefined, run: () => Promise<T>): Promise<T> {
  if (flag === undefined) return run();
  setFlagsFromString(flag.set);
  try {
    return await run();
  } finally {
    setFlagsFromString(flag.unset);
  }
}

/**
 * Megabytes of old objects with which a thread begins to look for garbage among them. By itself V8 does so at some ten over what is in
 * use, which is every seven reports, and each time throws away the optimised code of closures that were dead just then. By this one flag
 * a batch of 400 for both formats takes .76 of the processor time on Node 20, .83 on 22 and .78 on 24, and 80 to 100 MB more on two
 * threads.
 */
const ROOM: Flag = { set: '--initial-old-space-size=96', unset: '--initial-old-space-size=0' };

/** For threads that make many files, each out of much that is soon garbage. */
export const withRoomyThreads = <T>(run: () => Promise<T>): Promise<T> => withFlag(ROOM, run);

/**
 * How often a function is called before V8 optimises it, by V8's first number: thrice as often as by itself. Each thread optimises the
 * seven hundred functions of reading and checking anew, which over a county's reports takes longer than it saves: an audit of 80 Word files
 * takes .84 of the processor time on Node 20 and .82 on 22; one of a thousand .92 and .98. From Node 24 on V8 has a quicker kind of
 * code in between, and nothing is gained.
 */
const LATER: { readonly [v8: string]: Flag } = {
  11: { set: '--interrupt-budget=200000', unset: '--interrupt-budget=67584' },
  12: { set: '--invocation-count-for-turbofan=9000', unset: '--invocation-count-for-turbofan=3000' },
};

/** For threads that read and check a county's reports; of many more it costs nothing. */
export const withLaterCode = <T>(run: () => Promise<T>): Promise<T> =>
  withFlag(LATER[process.versions.v8.split('.')[0] ?? ''], run);
