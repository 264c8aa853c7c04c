import type { Theme } from './theme.js';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** GB/T 9704-2012, the format of official documents, as far as it applies to a report without a red head. */
export const gbt9704: Theme = {
  id: 'gbt9704',
  page: {
    width: mm(210),
    height: mm(297),
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
    lines: 22,
    characters: 28,
    // 5.2.2 and 7.3.5.5 let lines be closer together where a page demands it: 27.7 pt instead of 29, which no reader sees.
    tightLines: 23,
    // 7.5: the dashes beside the number stand 7 mm below the text. They are in the middle of the em box, .38 em above the baseline.
    pageNumberDrop: mm(7) + 0.38 * 14,
  },
  styles: {
    title: { name: '标题', face: 'title', size: 22, align: 'centre', indent: 0, keepWithNext: true },
    addressee: { name: '主送机关', face: 'body', size: 16, align: 'justify', indent: 0, keepWithNext: true },
    body: { name: '正文', face: 'body', size: 16, align: 'justify', indent: 2 },
    heading1: { name: '一级标题', face: 'heading', size: 16, align: 'start', indent: 2, keepWithNext: true },
    heading2: { name: '二级标题', face: 'subheading', size: 16, align: 'start', indent: 2, keepWithNext: true },
    caption: { name: '表题', face: 'heading', size: 12, align: 'centre', indent: 0, keepWithNext: true },
    signoff: { name: '落款', face: 'body', size: 16, align: 'end', indent: 0 },
    pageNumber: { name: '页码', face: 'table', size: 14, align: 'start', indent: 0 },
  },
  table: {
    sizes: [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5],
    leading: 1.25,
    padding: { x: 2, y: 2.2 },
    clear: 3,
    rowHeight: 21,
    gap: 6,
    rule: 0.5,
    shade: 'E7E6E6',
    cells: {
      band: { name: '表格分段标题', face: 'table', align: 'centre', shaded: true },
      stubhead: { name: '表格表头', face: 'table', align: 'centre' },
      note: { name: '表格说明', face: 'subheading', align: 'centre' },
      head: { name: '表格列标题', face: 'table', align: 'centre' },
      stub: { name: '表格行标题', face: 'table', align: 'start' },
      serial: { name: '表格序号', face: 'table', align: 'centre' },
      figure: { name: '表格数字', face: 'table', align: 'centre' },
      noted: { name: '表格数字和注', face: 'table', align: 'centre' },
      text: { name: '表格正文', face: 'table', align: 'centre' },
      tableNote: { name: '表注', face: 'table', align: 'start' },
    },
  },
  word: {
    title: {
      eastAsia: '方正小标宋简体',
      beyondGb2312: '方正小标宋_GBK',
      latin: '方正小标宋简体',
      alternatives: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', '宋体'],
    },
    heading: { eastAsia: '黑体', latin: '黑体', alternatives: ['SimHei', '方正黑体_GBK', 'STHeiti'] },
    subheading: {
      eastAsia: '楷体_GB2312',
      beyondGb2312: '楷体',
      latin: 'Times New Roman',
      alternatives: ['楷体', 'KaiTi', '方正楷体_GBK', 'STKaiti'],
    },
    body: {
      eastAsia: '仿宋_GB2312',
      beyondGb2312: '仿宋',
      latin: 'Times New Roman',
      alternatives: ['仿宋', 'FangSong', '方正仿宋_GBK', 'STFangsong'],
    },
    table: { eastAsia: '宋体', latin: 'Times New Roman', alternatives: ['SimSun', '方正书宋_GBK', 'STSong'] },
  },
};
