import type { LoadWorkbookEngine, WorkbookEngine } from '../workbook/engine.js';
import { optional } from './optional.js';

/** hucre, loaded when a workbook is first written or read. */
export const loadWorkbookEngine: LoadWorkbookEngine = () =>
  optional(['hucre@1.0.0'], async () => {
    const { readXlsx, writeXlsx } = await import('hucre/xlsx');
    const engine = {
      write: (book: Parameters<typeof writeXlsx>[0]) => writeXlsx(book),
      read: (bytes: Uint8Array) => readXlsx(bytes, { readStyles: true }),
    };
    // The package's own types ask for lists that may be changed.
    return engine as unknown as WorkbookEngine;
  });
