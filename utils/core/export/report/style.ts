/**
 * Dark on light always, since it is printed; pages are A4 or Letter, as the printer has it. Every figure can be read
 * without colour. Values are those of `components/tokens.css`.
 */
export const STYLE = `
:root{--ink:#1c2438;--soft:#545e77;--line:#c9cfdd;--dusk:#3d5190;--dusk-soft:#e4e9f5;--warm:#9c4a14;--warm-soft:#fbeee0;--ground:#f3f4f8}
*{box-sizing:border-box}
html{color:var(--ink);background:#fff;font:10.5pt/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;overflow-wrap:break-word}
bdi{overflow-wrap:anywhere}
.named td:first-child{min-width:9rem}
h1{font-size:22pt;line-height:1.15;margin:0 0 .3em;text-wrap:balance}
h2{font-size:14pt;line-height:1.25;margin:2.2em 0 .5em;break-after:avoid}
h3{font-size:11pt;margin:1.4em 0 .3em;break-after:avoid}
p{margin:.4em 0;orphans:3;widows:3}
.lead{color:var(--soft);font-size:11.5pt;margin-bottom:1.4em}
.soft{color:var(--soft)}
.small{font-size:.88em}
ul,ol{margin:.4em 0;padding-inline-start:1.3em}
ol{padding-inline-start:2em}
li{margin:.25em 0;break-inside:avoid}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35em 1.5em;margin:0 0 1.4em}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;font-weight:600}
.blank{display:inline-block;min-width:18rem;border-bottom:1px solid var(--ink);height:1.2em}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:0 0 1.2em}
.numbers>div{background:var(--ground);border-radius:10px;padding:.6rem .8rem;break-inside:avoid}
.numbers b{display:block;font-size:19pt;line-height:1.15}
.numbers .main{background:var(--warm-soft);outline:1px solid var(--warm)}
.numbers span{font-size:9pt;color:var(--soft);display:block}
.box{border:1px solid var(--line);border-radius:10px;padding:.4rem 1rem .6rem;margin:1em 0}
.box h2{margin:.5em 0 .3em;font-size:12pt}
table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:9pt}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{text-align:start;vertical-align:top;padding:.28em .5em .28em 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);border-bottom:1.5px solid var(--ink);vertical-align:bottom}
td.n,th.n{text-align:end}
td.n{white-space:nowrap}
.fixed td:first-child,.fixed th:first-child{padding-inline-end:.9em}
thead th{overflow-wrap:normal;hyphens:auto}
col.line{width:3.6rem}
col.time{width:8.2rem}
col.why{width:8.4rem}
col.done{width:7rem}
table.fixed{table-layout:fixed}
.wrapless{white-space:nowrap}
tbody th{font-weight:400}
.strong{font-weight:600}
table.grid{font-size:7.5pt}
table.grid th,table.grid td{text-align:center;padding:.22em .1em}
table.grid th[scope=row]{text-align:start}
table.grid .zero{color:#8b93a8}
table.grid .sum{font-weight:600}
.keep,figure{break-inside:avoid}
figure{margin:.6em 0}
figcaption{font-size:9pt;color:var(--soft)}
svg{display:block;width:100%;height:auto}
svg text{font-size:10px;fill:var(--soft)}
svg .label{font-size:11px;fill:var(--ink)}
svg .end{text-anchor:end}
svg .middle{text-anchor:middle}
svg .track{fill:var(--ground)}
svg .hours{fill:#c3cee8}
svg .mark{fill:var(--warm)}
svg .line{stroke:var(--line);stroke-width:.7}
svg .bar{fill:#7f93cc}
svg .marked{fill:var(--warm)}
svg .level{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
table.ribbon-table{width:auto}
.ribbon-table th,.ribbon-table td{padding-inline-end:1.4em}
.ribbon-table td:last-child{width:22rem;vertical-align:middle;padding-inline-end:0}
.content{display:block;margin-top:.15em}
.content>*{display:block}
code,pre{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","Liberation Mono",monospace;font-size:8.5pt}
pre{white-space:pre-wrap;background:var(--ground);border-radius:6px;padding:.5em .8em;margin:.3em 0 .8em;break-inside:avoid}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:1.6rem;margin-top:1.2em;break-inside:avoid}
.sign div{border-top:1px solid var(--ink);padding-top:.2em;margin-top:2.6em;font-size:9pt;color:var(--soft)}
section>h2:first-child{margin-top:1.6em}
@media print{
html{font-size:8.8pt}
h1{font-size:20pt}
h2{font-size:12.5pt}
.lead{font-size:10.5pt;margin-bottom:1em}
table{font-size:8pt}
table.grid{font-size:7pt}
figcaption{font-size:8pt}
.numbers b{font-size:15pt}
.numbers span{font-size:8pt}
.numbers>div{padding:.35rem .7rem}
.box h2{font-size:10.5pt}
.box{margin:.7em 0}
code,pre{font-size:7.5pt}
body{max-width:none;padding:0}
.cover{break-after:page}
body>section:nth-of-type(2)>h2{margin-top:0}
.numbers{grid-template-columns:repeat(3,1fr)}
}
`;

/** Page numbers and the log's id at the foot of printed pages; browsers without page margin boxes leave them out. */
export const pageStyle = (log: string): string => `
@page{margin:16mm 15mm 18mm}
@page{@bottom-left{content:"${/^[0-9a-f]{32}$/.test(log) ? log : ''}";font:7.5pt ui-monospace,monospace;color:#545e77}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#545e77}}
`;
