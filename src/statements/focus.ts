import { type Grammar, type Topic, thingsIn } from './grammar.js';

/** What the words up to a place are about. It is found when it is asked for: most numbers name what they count. */
export interface Focus {
  /** Undefined as long as nobody has asked. */
  known: readonly Topic[] | undefined;
  /** Read after those of what is before it. */
  readonly words: string;
  readonly before: () => Focus | undefined;
}

/** Where the topics are known. */
export const focusOn = (topics: readonly Topic[]): Focus => ({ known: topics, words: '', before: () => undefined });

/** Where words have been read that may be about something else. */
export const focusAfter = (before: Focus, words: string): Focus => ({
  known: undefined,
  words,
  before: () => before,
});

/** Where words can be read that need not be. */
export const focusOf = (read: () => Focus): Focus => ({ known: undefined, words: '', before: read });

/** The last thing of the tables that words name. */
export const lastTopic = (words: string, grammar: Grammar): Topic | undefined =>
  thingsIn(words, grammar).findLast(({ topic }) => topic)?.topic;

/** What it is about: the last thing of the tables that is named. Words are gone through once, however often this is asked. */
export function topicsAt(focus: Focus, grammar: Grammar): readonly Topic[] {
  const unread: Focus[] = [];
  let at: Focus | undefined = focus;
  for (; at && at.known === undefined; at = at.before()) {
    unread.push(at);
    const last = lastTopic(at.words, grammar);
    if (last) at.known = [last];
    if (last) break;
  }
  const topics = at?.known ?? [];
  for (const one of unread) one.known = topics;
  return topics;
}
