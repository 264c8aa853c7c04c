import { type FormatId, renderReport } from '../../src/index.js';
import { sealPicture } from '../docx/picture.mjs';
import { reports } from '../render/reports.js';

/** A report in every finish at once: draft, seal, links, data. */
export const seal = { image: sealPicture(200), width: 42 };

export function reportNamed(name: string) {
  const found = reports.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no report ${name}`);
  return found;
}

/** A fixture with everything that a file may have. */
export const finished = (name: string, format: FormatId): Promise<Uint8Array> =>
  renderReport(reportNamed(name).report, { format, draft: true, seal, attachData: true });
