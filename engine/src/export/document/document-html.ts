import {
  type Answer,
  type Block,
  type Chapter,
  type Item,
  isBrief,
  type Line,
  type ProcedureDocument,
  type Run,
} from './document.ts';
import { DOCUMENT_STYLE } from './document-style.ts';
import { DOCUMENT_WORDS } from './document-words.ts';

/** Drawings of each track that the caller made: whole `<svg>` elements, put into the page as they are, each on its own. */
export type TrackPictures = Readonly<Record<string, readonly string[]>>;

/**
 * The document as one HTML page that needs nothing else: it prints with page numbers, reads from right to left in Arabic, runs no
 * script and loads nothing. Every text of the pack is escaped.
 */
export function documentHtml(document: ProcedureDocument, pictures: TrackPictures = {}): string {
  const { language, dir, title, foot, titlePage, chapters, contentsTitle } = document;
  const write = writer(document);
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${DOCUMENT_STYLE}
@page { @bottom-center { content: ${cssText(foot)} '\\00a0\\00a0\\00a0' counter(page) ' / ' counter(pages); font-size: 8pt; color: #4a5560; } }
</style>
</head>
<body>
<header>
<h1 dir="auto">${escaped(title)}</h1>
${titlePage.map(write.block).join('\n')}
</header>
<nav aria-label="${escaped(contentsTitle)}">
<h2>${escaped(contentsTitle)}</h2>
<ol>
${chapters.map(({ id, title: name }) => `<li><a href="#${escaped(id)}">${escaped(name)}</a></li>`).join('\n')}
</ol>
</nav>
<main>
${chapters.map((chapter) => chapterHtml(chapter, write, pictures)).join('\n')}
</main>
</body>
</html>
`;
}

type Writer = { readonly block: (block: Block) => string };

function chapterHtml(chapter: Chapter, write: Writer, pictures: TrackPictures): string {
  const { id, title, kind, track, blocks } = chapter;
  const drawn = track !== undefined && Object.hasOwn(pictures, track) ? (pictures[track] ?? []) : [];
  return `<section class="${kind}${isBrief(chapter) ? ' brief' : ''}" aria-labelledby="${escaped(id)}">
<h2 id="${escaped(id)}" dir="auto">${escaped(title)}</h2>
${drawn.map((picture) => `<figure>${picture}</figure>\n`).join('')}${blocks.map(write.block).join('\n')}
</section>`;
}

function writer({ language }: ProcedureDocument): Writer {
  const words = DOCUMENT_WORDS[language];
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'heading': {
        const id = one.id === undefined ? '' : ` id="${escaped(one.id)}"`;
        return `<h${one.level + 1}${id} dir="auto">${lineHtml(one.line)}</h${one.level + 1}>`;
      }
      case 'paragraph':
        return `<p${one.tone ? ` class="${one.tone}"` : ''} dir="auto">${lineHtml(one.line)}</p>`;
      case 'list':
        return listHtml(one.items, one.ordered ?? false);
      case 'pairs':
        return `<table class="pairs"><tbody>${one.rows
          .map(
            ({ label, blocks }) =>
              `<tr><th scope="row">${escaped(label)}</th><td>${blocks.map(block).join('')}</td></tr>`,
          )
          .join('\n')}</tbody></table>`;
      case 'table':
        return `<table><thead><tr>${one.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead><tbody>${one.rows
          .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${lineHtml(cell)}</td>`).join('')}</tr>`)
          .join('\n')}</tbody></table>`;
      case 'question':
        return `<div class="question"><p dir="auto"><b>${escaped(one.label)}</b>${one.required ? ` <span class="mark">(${escaped(words.requiredMark)})</span>` : ''}</p>${
          one.help === undefined ? '' : `<p class="quiet" dir="auto">${escaped(one.help)}</p>`
        }${answerHtml(one.answer)}</div>`;
    }
  };
  return { block };
}

function answerHtml(answer: Answer): string {
  switch (answer.kind) {
    case 'choice':
      return `<ul class="choice${answer.several ? '' : ' one'}">${answer.options.map((option) => `<li>${escaped(option)}</li>`).join('')}</ul>`;
    case 'date':
      return '<div class="digits" dir="ltr">__ __ / __ __ / __ __ __ __</div>';
    case 'instant':
      return '<div class="digits" dir="ltr">__ __ / __ __ / __ __ __ __ &nbsp; __ __ : __ __</div>';
    case 'line':
      return '<div class="line"></div>';
    case 'lines':
      return '<div class="line"></div>'.repeat(answer.count);
    case 'rows':
      return `<table class="blank"><thead><tr>${answer.columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead><tbody>${`<tr>${'<td></td>'.repeat(answer.columns.length)}</tr>`.repeat(answer.count)}</tbody></table>`;
  }
}

function listHtml(items: readonly Item[], isOrdered: boolean): string {
  const tag = isOrdered ? 'ol' : 'ul';
  return `<${tag} dir="auto">${items
    .map(({ line, items: inner }) => `<li>${lineHtml(line)}${inner ? listHtml(inner, false) : ''}</li>`)
    .join('')}</${tag}>`;
}

function lineHtml(line: Line): string {
  return line.map(runHtml).join('');
}

function runHtml({ text, bold, italic, mark, id, to, href }: Run): string {
  const said = escaped(text);
  const styled = mark
    ? `<span class="mark">${said}</span>`
    : bold
      ? `<b>${said}</b>`
      : italic
        ? `<i>${said}</i>`
        : said;
  if (id !== undefined)
    return `<span id="${escaped(id)}">${runHtml({ text, ...(href !== undefined && { href }) })}</span>`;
  if (to !== undefined) return `<a href="#${escaped(to)}">${styled}</a>`;
  if (href !== undefined && /^https?:\/\//.test(href))
    return `<a href="${escaped(href)}" rel="noreferrer">${styled}</a>`;
  return styled;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text as CSS reads one. */
function cssText(text: string): string {
  return `"${text.replace(/[^\w .-]/g, ' ')}"`;
}
