import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SealPlace } from '../model/finish.js';

/** A file as a format makes it, and what is only known once it is made. */
export interface Made {
  readonly bytes: Uint8Array;
  /** How many pages it has, where the format decides that. */
  readonly pages?: number;
  /** Where the seal goes that room was asked for. */
  readonly sealPlace?: SealPlace | undefined;
  /** What the file does not carry although it was asked for. */
  readonly findings?: readonly Diagnostic[];
}
