import type { AnyReport } from './report.js';

/** Whether a report declares that it does not have a section. */
export const isAbsent = ({ absent }: AnyReport, section: string): boolean => absent?.[section] !== undefined;
