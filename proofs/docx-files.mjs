import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { composeReport, readReport, toDocx } from 'nianbao';
import { variants } from '../test/docx/variants.mjs';
import { ROOT, validFixtures } from '../test/readers/fixtures.mjs';
import { run } from './commands.mjs';

/**
 * Every fixture as a Word file, finished in every way in which it can be: a seal wants a sign-off to lie on.
 *
 * @param {string} folder
 */
export async function finishedFixtures(folder) {
  const made = [];
  for (const { name, text } of validFixtures) {
    const { report } = readReport(text, name);
    const document = composeReport(report);
    const isSigned = document.blocks.some(({ kind }) => kind === 'signoff');
    for (const [variant, options] of Object.entries(variants)) {
      if (options.seal && !isSigned) continue;
      const path = join(folder, `${basename(name).replace(/\.\w+$/, '')}-${variant}.docx`);
      writeFileSync(path, await toDocx(report, options));
      made.push({ name: basename(path, '.docx'), path, report, document, variant, options });
    }
  }
  return made;
}

/** Works on all items, as many at a time as there are processors. @template T @param {readonly T[]} items @param {(item: T) => Promise<void>} work */
export async function inLanes(items, work) {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

/** LibreOffice finds, under the names of the fonts that Chinese offices have, those that we ship. */
const STAND_INS = {
  'Zhuque Fangsong (technical preview)': ['仿宋_GB2312', '仿宋'],
  'GongWen Kai': ['楷体_GB2312', '楷体'],
  'GongWen Hei': ['黑体'],
  'GongWen Song': ['宋体', 'Times New Roman'],
  'GongWen XiaoBiaoSong': ['方正小标宋简体', '方正小标宋_GBK'],
};

/** Fonts for LibreOffice and a browser: ours under the names of others, or none but those of the system that have no Chinese. */
export function fontConfiguration(/** @type {string} */ folder, /** @type {boolean} */ withFonts) {
  const matches = Object.entries(STAND_INS).flatMap(([font, names]) =>
    names.map(
      (name) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`,
    ),
  );
  const path = join(folder, `fonts-${withFonts}.conf`);
  const fonts = withFonts
    ? `<dir>${ROOT}fonts</dir>${matches.join('')}`
    : '<dir>/usr/share/fonts/truetype/dejavu</dir>';
  writeFileSync(
    path,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      `<cachedir>${folder}/fontcache-${withFonts}</cachedir>${fonts}</fontconfig>`,
  );
  return path;
}

/**
 * Converts files by one start of LibreOffice; gives where each has gone.
 *
 * @param {readonly string[]} paths
 * @param {'pdf' | 'docx'} format
 * @param {string} folder for the results, the settings and the list of fonts
 * @param {boolean} [withFonts] whether our fonts are installed, or no Chinese one is
 */
export function convert(paths, format, folder, withFonts = true) {
  const output = join(folder, `libreoffice-${format}-${withFonts}`);
  mkdirSync(output, { recursive: true });
  const settings = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', [settings, '--headless', '--convert-to', format, '--outdir', output, ...paths], {
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder, withFonts), HOME: folder },
    timeout: 600_000,
  });
  return (/** @type {string} */ path) => join(output, basename(path).replace(/docx$/, format));
}
