/**
 * The statutory tables as the form prints them, written down here a second time and by hand (国办公开办函〔2019〕60号 and
 * 〔2021〕30号), so that the definitions in src/editions have something to be held against.
 */
export type EditionId = '2019' | '2021';

/** Rows of the request table in order, by path; those from granted to the last of otherwise are parts of the total. */
const upToNotProcessed = [
  'received',
  'carriedOver',
  'disposition.granted',
  'disposition.partial',
  'disposition.denied.stateSecret',
  'disposition.denied.forbiddenByLaw',
  'disposition.denied.securityAndStability',
  'disposition.denied.thirdParty',
  'disposition.denied.internalAffairs',
  'disposition.denied.processInformation',
  'disposition.denied.enforcementFile',
  'disposition.denied.administrativeInquiry',
  'disposition.unavailable.notHeld',
  'disposition.unavailable.needsCreation',
  'disposition.unavailable.stillUnclear',
  'disposition.notProcessed.petition',
  'disposition.notProcessed.repeated',
  'disposition.notProcessed.publication',
  'disposition.notProcessed.excessive',
  'disposition.notProcessed.reconfirmation',
];
const otherwise = {
  '2019': ['disposition.otherwise'],
  '2021': ['disposition.otherwise.notCorrected', 'disposition.otherwise.feeUnpaid', 'disposition.otherwise.other'],
};

export const requestRows = (edition: EditionId): readonly string[] => [
  ...upToNotProcessed,
  ...otherwise[edition],
  'disposition.total',
  'carriedForward',
];

/** The rows that make up （七）总计. */
export const dispositionParts = (edition: EditionId): readonly string[] =>
  requestRows(edition).filter((row) => row.startsWith('disposition.') && row !== 'disposition.total');

/** The columns of the request table that make up 总计. */
export const applicantParts = [
  'naturalPerson',
  'organization.business',
  'organization.research',
  'organization.charity',
  'organization.legalService',
  'organization.other',
];
export const applicantColumns = [...applicantParts, 'total'];

export const outcomeParts = ['upheld', 'corrected', 'other', 'pending'];
export const reviewGroups = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'];
export const reviewCells = reviewGroups.flatMap((group) =>
  [...outcomeParts, 'total'].map((outcome) => `${group}.${outcome}`),
);

/** Rows of table two with their cells. */
export const disclosureRows: { readonly [E in EditionId]: { readonly [row: string]: readonly string[] } } = {
  '2019': {
    rules: ['made', 'disclosed', 'disclosedTotal'],
    normativeDocuments: ['made', 'disclosed', 'disclosedTotal'],
    licensing: ['previousItems', 'change', 'decisions'],
    otherServices: ['previousItems', 'change', 'decisions'],
    penalties: ['previousItems', 'change', 'decisions'],
    coercion: ['previousItems', 'change', 'decisions'],
    fees: ['previousItems', 'change'],
    procurement: ['items', 'amount'],
  },
  '2021': {
    rules: ['issued', 'repealed', 'inForce'],
    normativeDocuments: ['issued', 'repealed', 'inForce'],
    licensing: ['decisions'],
    penalties: ['decisions'],
    coercion: ['decisions'],
    fees: ['amount'],
  },
};

/** All cells of table two in reading order, by path. */
export const disclosureCells = (edition: EditionId): readonly string[] =>
  Object.entries(disclosureRows[edition]).flatMap(([row, cells]) => cells.map((cell) => `${row}.${cell}`));
