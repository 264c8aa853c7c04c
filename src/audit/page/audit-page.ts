import { textHtml } from '../../formats/html/written-html.js';
import { PROGRAM } from '../../model/program.js';
import type { Audit } from '../audit.js';
import { AUDIT_TITLE, summaryLines } from '../words.js';
import { AUDIT_STYLE } from './audit-style.js';
import { FILTER_SCRIPT, filterHtml } from './filter-markup.js';
import { missingHtml, repeatedHtml, rulesHtml, unreadHtml } from './lists-markup.js';
import { matrixHtml } from './matrix-markup.js';
import { anchorsOf, reportsHtml } from './report-markup.js';

/** The parts of the page, of which those that have something to say are there. */
function partsOf(audit: Audit): readonly string[] {
  const anchors = anchorsOf(audit);
  return [
    unreadHtml(audit),
    missingHtml(audit),
    repeatedHtml(audit),
    matrixHtml(audit, anchors),
    reportsHtml(audit, anchors),
    rulesHtml(audit),
  ].filter((part) => part !== '');
}

/** Links to the parts, by their headings. */
function contentsHtml(parts: readonly string[]): string {
  const links = parts.flatMap((part) => {
    const [, id, heading] = /^<h2 id="(\w+)">([^<]+)<\/h2>/.exec(part) ?? [];
    return id === undefined ? [] : [`<li><a href="#${id}">${heading}</a></li>`];
  });
  return `<nav aria-label="目录"><ul>${links.join('')}</ul></nav>`;
}

/**
 * An audit as one page that needs nothing else: read without a script, searched and filtered with it, from a disk as from a site, wide
 * and narrow, light and dark, and on paper.
 */
export function auditPage(audit: Audit): string {
  const parts = partsOf(audit);
  const summary = summaryLines(audit).map((line) => `<p>${textHtml(line)}。</p>`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${textHtml(PROGRAM)}">
<title>${AUDIT_TITLE}</title>
<link rel="icon" href="data:,">
<style>
${AUDIT_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<main id="main">
<h1>${AUDIT_TITLE}</h1>
${summary.join('\n')}
${contentsHtml(parts)}
${filterHtml(audit)}
${parts.join('\n')}
</main>
<script>
${FILTER_SCRIPT}
</script>
</body>
</html>`;
}
