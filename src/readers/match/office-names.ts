import { spaceless } from '../../characters/spaceless.js';

/** What the names of agencies end in. */
const OFFICES =
  /(?:政府|委员会|委|局|厅|部|办公室|办|署|院|中心|街道|办事处|处|所|站|队|公司|学校|大学|医院|银行|集团|管委会|领导小组)(?:[（(][^）)]{1,12}[)）])?$/u;

/** Whether a text can be the name of an agency by what it ends in. */
export const isOffice = (text: string): boolean => OFFICES.test(spaceless(text));
