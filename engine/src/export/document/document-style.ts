/** How the document looks on a screen and on paper. */
export const DOCUMENT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; background: #fff; color: #1b1f24;
  font: 11pt/1.5 'Inter', 'Segoe UI', 'Noto Sans Arabic', 'Noto Naskh Arabic', Tahoma, Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2.1em; line-height: 1.2; margin: 2.5em 0 1em; border-block-end: 4px solid #0b6e75; padding-block-end: .5em; }
h2 { font-size: 1.55em; line-height: 1.25; color: #0a5960; margin: 2em 0 .6em; }
h3 { font-size: 1.25em; color: #0a5960; margin: 1.6em 0 .4em; border-block-end: 1px solid #b9c6c8; padding-block-end: .2em; }
h4 { font-size: 1.08em; margin: 1.5em 0 .4em; }
h5 { font-size: 1em; margin: 1.2em 0 .3em; }
p { margin: 0 0 .5em; }
ul, ol { margin: 0 0 .5em; padding-inline-start: 1.4em; }
li { margin: .15em 0; }
a { color: #0a5960; }
.quiet { color: #4a5560; font-size: .95em; }
.warning { border-inline-start: 4px solid #b45309; background: #fff7ea; padding: .5em .8em; }
.mark { color: #8a3d00; font-style: italic; font-size: .93em; }
table { width: 100%; border-collapse: collapse; margin: .3em 0 1em; font-size: .95em; }
th, td { border: 1px solid #b9c6c8; padding: .4em .6em; text-align: start; vertical-align: top; }
thead th { background: #e4f1f2; }
thead { display: table-header-group; }
.pairs th { width: 24%; background: #f3f7f7; font-weight: 600; }
.pairs td { overflow-wrap: anywhere; }
.pairs td > :last-child { margin-block-end: 0; }
figure { margin: .5em 0 1.5em; text-align: center; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; max-height: 235mm; }
nav ol { list-style: none; padding: 0; columns: 1; }
.question { margin: .6em 0 1em; break-inside: avoid; }
.question > p { margin: 0 0 .2em; }
.line { border-block-end: 1px solid #5a6670; height: 1.9em; }
.digits { font-family: ui-monospace, monospace; padding: .4em 0; text-align: start; }
.choice { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2em 1.6em; }
.choice li { display: flex; align-items: center; gap: .45em; }
.choice li::before { content: ''; flex: none; inline-size: .85em; block-size: .85em; border: 1.5px solid #3a454e; }
.choice.one li::before { border-radius: 50%; }
.blank td { height: 2.4em; }
@media screen and (max-width: 48rem) { th, td { padding: .3em .4em; hyphens: auto; overflow-wrap: anywhere; } }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  a { color: inherit; text-decoration: none; }
  nav, main > section { break-before: page; }
  main > section.brief { break-before: auto; break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
  tr, li { break-inside: avoid-page; }
  .pairs tr { break-inside: auto; }
  .forms h3 { break-before: page; }
  .warning, thead th, .pairs th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trim();
