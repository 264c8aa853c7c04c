import { expect, test } from '@jest/globals';
import { type AnyReport, compareReports, composeComparison } from '../../src/index.js';
import { small } from '../reading/page.js';

// What is shown around a change in the document: whole clauses, and the heading that says which paragraph it is.

async function told(before: string, after: string): Promise<string | undefined> {
  const [one, other] = [before, after].map(
    (problems, i): AnyReport => ({ ...small, year: 2023 + i, narrative: { ...small.narrative, problems } }),
  );
  const { blocks } = await composeComparison(await compareReports([one as AnyReport, other as AnyReport]));
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.inlines.map(({ text }) => text).join('')] : [],
  );
  return texts.find((text) => text.startsWith('改动'));
}

test('a paragraph keeps the heading that it begins with; what is left out ends where a clause does', async () => {
  const text = (count: number) =>
    `（二）依申请公开。各科室按照条例第四章的规定受理和办理政府信息公开申请，畅通了当面、信函和网上的申请渠道，全年新收申请${count}件，都在法定期限内作出了书面的答复并按规定送达申请人，没有逾期未办的情况，群众对办理情况总体满意，没有引起行政复议和行政诉讼。`;
  expect(await told(text(24), text(31))).toBe(
    '改动（第1段）：（二）依申请公开。……畅通了当面、信函和网上的申请渠道，全年新收申请【删：24】【增：31】件，都在法定期限内作出了书面的答复并按规定送达申请人，……',
  );
});

test('what has changed stands in brackets that the number of a document does not have', async () => {
  const text = (year: number, number: number) => `有关要求见国办公开办函〔${year}〕${number}号文件，请各科室认真学习。`;
  expect(await told(text(2019, 60), text(2021, 30))).toBe(
    '改动（第1段）：有关要求见国办公开办函〔【删：2019〕60】【增：2021〕30】号文件，请各科室认真学习。',
  );
});

test('a text without any mark is cut all the same, and never within a character', async () => {
  const text = (word: string) => `${'𬱖'.repeat(100)}${word}${'𬱖'.repeat(100)}。`;
  const twenty = '𬱖'.repeat(20);
  expect(await told(text('甲'), text('乙'))).toBe(`改动（第1段）：……${twenty}【删：甲】【增：乙】${twenty}……`);
});
