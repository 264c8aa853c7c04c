/** @type {Readonly<Record<string, string>>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML, in elements and in attributes. @param {unknown} text */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * A link of a report. Screen readers list links by themselves, so each says which report it is of.
 *
 * @param {string} name of the report
 * @param {string} path relative, so that the page may stand below any address
 * @param {string} words
 */
export const link = (name, path, words) =>
  `<a href="${escaped(path)}" style="display:inline-block;line-height:1.8rem" aria-label="${escaped(`${words}：${name}`)}">${escaped(words)}</a>`;

const STYLE = `:root{color-scheme:light dark;--paper:#fff;--ink:#111;--link:#0b3d91;background:var(--paper);color:var(--ink)}
@media (prefers-color-scheme:dark){:root{--paper:#111;--ink:#eee;--link:#a8c7ff}}
a{color:var(--link)}
body{max-width:60rem;margin:0 auto;padding:1rem;font:1rem/1.7 sans-serif}
h1{margin:1rem 0;font-size:1.6rem;line-height:1.4;text-wrap:balance}
ul{padding-left:1.2rem}
section{margin-top:2rem}
label[for=file]{display:block}
h2{font-size:1.1rem;margin:1rem 0 0}
p{margin:.3rem 0}
a,button,input,select{margin:.2rem .6rem .2rem 0}
button,input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid;min-height:2rem;max-width:100%}
.hint{margin:.6rem 0;overflow-wrap:anywhere}`;

/** A page of the portal. @param {string} title @param {string} body */
export const page = (title, body) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
