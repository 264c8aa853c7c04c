import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Attachment, Finish } from '../../model/finish.js';

/** What an archive takes of attachments (GB/T 42133-2022, as far as it is known): plain text and XML. */
const TAKEN = /\.(?:txt|xml)$/i;

/** What a file attaches, and what is told of what it does not. */
interface Attached {
  readonly attachments: readonly Attachment[];
  readonly findings: readonly Diagnostic[];
}

/** The attachments of a file: in an archive, those that it takes. */
export function attachedTo({ attachments = [], ofd }: Finish): Attached {
  if (ofd?.archive !== true) return { attachments, findings: [] };
  const left = attachments.filter(({ name }) => !TAKEN.test(name));
  if (left.length === 0) return { attachments, findings: [] };
  const finding = diagnostic('attach/left-out', { all: left.map(({ name }) => name) }, { severity: 'note' });
  return { attachments: attachments.filter((one) => !left.includes(one)), findings: [finding] };
}
