import { COLOURS } from '../../formats/html/page-style.js';

const EVERYWHERE = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;line-break:strict;overflow-wrap:anywhere}
main{max-width:70rem;margin:0 auto;padding:1rem}
h1{margin:1rem 0;font-size:1.5rem;line-height:1.4;text-wrap:balance}
h2{margin:2rem 0 .75rem;font-size:1.25rem;line-height:1.5}
h3{margin:0 0 .25rem;font-size:1.0625rem;line-height:1.6}
p{margin:0 0 .5rem}
a{color:var(--link);text-underline-offset:.2em}
[hidden]{display:none!important}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;z-index:2;padding:.5rem 1rem;background:var(--paper)}
.note,.source{color:var(--soft);font-size:.875rem;font-weight:400}
.mark{display:inline-block;padding:0 .5em;border:1px solid;border-radius:.25rem;font-size:.875rem;font-weight:600;white-space:nowrap}
.red{background:#951a13;border-color:#951a13;color:#fff}
.yellow{background:#ffe08a;border-color:#8a6d00;color:#3d2e00}
.green{background:#e3f3e6;border-color:#1e6b3a;color:#14502a}
.missing{background:var(--paper);border-style:dashed;border-color:var(--ink);color:var(--ink)}
.plain{background:var(--shade);border-color:var(--rule);color:var(--ink)}
table{width:100%;border-collapse:collapse}
th,td{padding:.35rem .5rem;border:1px solid var(--rule);text-align:center;vertical-align:middle}
th[scope=row]{font-weight:400;text-align:left}
thead th{background:var(--shade);font-weight:600;white-space:nowrap}
.years{table-layout:fixed;min-width:calc(9rem + var(--years)*5rem)}
.years th:first-child{width:34%}
.figures td{text-align:right;font-variant-numeric:tabular-nums}
.list{margin:0;padding-left:1.25rem}
#missing+.list{columns:24rem}
#missing+.list li{break-inside:avoid}
.list p{margin:.25rem 0;white-space:pre-line}
.report{margin:0 0 1.25rem;padding:.75rem 1rem;border:1px solid var(--rule);border-radius:.25rem}
.report ol{margin:.5rem 0 0;padding-left:1.75rem}
.report li{margin:0 0 .75rem;padding-top:.5rem;border-top:1px solid var(--rule)}
.where{margin:0}
dl{margin:0;font-size:.9375rem}
dl div{display:grid;grid-template-columns:4.5rem 1fr}
dt{color:var(--soft)}
dd{margin:0;white-space:pre-line}
`;

const SCREEN = `@media screen{
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0;padding:0;list-style:none}
#filter{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin:1rem 0;padding:.75rem 0;background:var(--paper);border-bottom:1px solid var(--rule)}
#filter p{margin:0}
input,select,button{min-height:2rem;padding:.2rem .5rem;border:1px solid var(--rule);border-radius:.25rem;background:var(--paper);color:var(--ink);font:inherit}
.scroll{overflow-x:auto}
.report,h2{scroll-margin-top:5rem}
}
@media screen and (max-width:40em){main{padding:.75rem}#filter{position:static}#filter p{width:100%}#filter input{width:100%}.report{padding:.5rem .625rem}.report ol{padding-left:1.25rem}dl div{grid-template-columns:3rem 1fr}th,td{padding:.25rem}.report,h2{scroll-margin-top:.5rem}}
`;

const PRINT = `@page{size:A4;margin:20mm 18mm}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--rule:#777;--shade:#eee;--link:#000}
body{font-size:10.5pt;line-height:1.5}
main{max-width:none;padding:0}
.years{min-width:0}
.years th{padding:.15rem .35rem}
.skip,nav,#filter{display:none!important}
a{color:inherit;text-decoration:none}
.mark{print-color-adjust:exact;-webkit-print-color-adjust:exact;font-size:9pt}
h1{font-size:18pt}h2{font-size:14pt}h3{font-size:12pt}
h2,h3,.source,.where{break-after:avoid}
li,tr,h3,.source{break-inside:avoid}
thead{display:table-header-group}
}
`;

/** The style sheet of the page: wide and narrow, light and dark, and on paper. */
export const AUDIT_STYLE = `${COLOURS}${EVERYWHERE}${SCREEN}${PRINT}`;
