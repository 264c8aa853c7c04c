import { escapeXml } from '../../bytes/xml.js';
import { formatPath } from '../../diagnostics/problem-text.js';
import type { Inline, Paragraph } from '../../model/document.js';
import { type FiguredText, figuredPart, type TextFigure } from '../../model/figure.js';
import { liveAddress } from '../../model/live-address.js';
import type { Dress } from './dress.js';
import { attributes, textHtml } from './written-html.js';

const placesOf = ({ paths }: TextFigure): string => escapeXml(paths.map(formatPath).join(' '));

/** Text with its figures marked. */
export function figuredHtml({ text, figures }: FiguredText, dress: Dress): string {
  let [html, end] = ['', 0];
  for (const figure of figures) {
    const { from, to } = figure;
    html +=
      textHtml(text.slice(end, from)) +
      dress.figure(textHtml(text.slice(from, to)), figure, placesOf(figure), figure.by);
    end = to;
  }
  return html + textHtml(text.slice(end));
}

const NO_FIGURES: readonly TextFigure[] = [];

function inlineHtml(inline: Inline, text: FiguredText, dress: Dress): string {
  const html = figuredHtml(text, dress);
  if (inline.kind === 'lead') return `<b${dress.look.lead}>${html}</b>`;
  if (inline.kind === 'removed') return `<del>${html}</del>`;
  if (inline.kind === 'added') return `<ins>${html}</ins>`;
  const href = inline.kind === 'link' ? liveAddress(inline.href) : undefined;
  return href === undefined ? html : `<a${attributes({ href })}${dress.look.link}>${html}</a>`;
}

/** The runs of a paragraph. A figure that only a part of a run prints is not marked. */
export function inlinesHtml({ inlines, figures = NO_FIGURES }: Paragraph, dress: Dress): string {
  const whole = { text: inlines.map(({ text }) => text).join(''), figures };
  let end = 0;
  return inlines
    .map((inline) => {
      const from = end;
      end += inline.text.length;
      return inlineHtml(inline, figuredPart(whole, from, end), dress);
    })
    .join('');
}
