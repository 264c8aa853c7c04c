import type { Classification } from '../../fonts/sfnt/classification.js';

const GB2312: Classification = {
  panose: '02010609030101010101',
  coverage: ['00000001', '080E0000', '00000010', '00000000', '00040000', '00000000'],
};
const CURRENT: Classification = {
  panose: '02010609060101010101',
  coverage: ['800002BF', '38CF7CFA', '00000016', '00000000', '00040001', '00000000'],
};

/** What the fonts of offices say of themselves, so that a program that lacks one takes the nearest. Those of Founder differ between releases. */
export const OFFICE_FONTS: { readonly [name: string]: Classification } = {
  仿宋_GB2312: GB2312,
  楷体_GB2312: GB2312,
  仿宋: CURRENT,
  楷体: CURRENT,
  黑体: CURRENT,
  宋体: {
    panose: '02010600030101010101',
    coverage: ['00000003', '288F0000', '00000016', '00000000', '00040001', '00000000'],
  },
  'Times New Roman': {
    panose: '02020603050405020304',
    coverage: ['E0002EFF', 'C000785B', '00000009', '00000000', '000001FF', '00000000'],
  },
};
