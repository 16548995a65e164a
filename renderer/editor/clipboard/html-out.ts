/**
 * HTML for Word, Outlook and everything else. Measured in LibreOffice and pandoc: real lists, nested as they are, come in
 * as lists of the other program, which then counts on by itself; `start` and `type` give them our numbers. Markers that
 * no HTML list can draw (Q3, 1.2, Annex A) are words, as they would be lost otherwise.
 */
import type { PrintBlock, PrintDetail, PrintInline, PrintTable } from '../../../shared/print/blocks.ts';

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** HTML eats blanks that follow one another or begin a block. */
function words(text: string): string {
  return escaped(text).replace(/ {2}/g, ' &#160;').replace(/^ | $/g, '&#160;');
}

function inline(run: PrintInline): string {
  if (run.type === 'break') return '<br>';
  // Notes stand where a document is exported.
  if (run.type === 'note') return '';
  const text = words(run.text);
  const slanted = run.italic ? `<em>${text}</em>` : text;
  const strong = run.bold ? `<strong>${slanted}</strong>` : slanted;
  return run.type === 'text' && run.link !== undefined
    ? `<a href="${escaped(run.link)}">${strong}</a>`
    : strong;
}

export function inlineHtml(content: readonly PrintInline[]): string {
  return content.map(inline).join('');
}

function labelled(label: string, content: readonly PrintInline[]): string {
  const shown = inlineHtml(content);
  return label === '' ? shown : `<strong>${escaped(label)}:</strong> ${shown}`;
}

interface Item {
  readonly depth: number;
  /** What HTML calls the way of counting; null for bullets. */
  readonly type: '1' | 'a' | 'i' | null;
  readonly start: number;
  readonly html: string;
}

/** "12." → 12 counted in digits; null for what no list of HTML can draw. */
function counted(marker: string, listLevel: number, list: string): Pick<Item, 'type' | 'start'> | null {
  const [, count = ''] = /^([0-9]+|[a-z]+)[.)]$/.exec(marker) ?? [];
  if (count === '') return null;
  if (/^\d/.test(count)) return { type: '1', start: Number(count) };
  const isRoman = list === 'aim' || listLevel > (list === 'recommendation' ? 0 : 1);
  if (isRoman) return { type: 'i', start: romanValue(count) };
  return { type: 'a', start: (count.length - 1) * 26 + count.charCodeAt(0) - 96 };
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  return [...numeral].reduce((sum, letter, at) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[numeral[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

/** A new line of the item: a paragraph of its own would leave the list in most programs. */
function detailHtml({ label, content }: PrintDetail): string {
  return `<br>${labelled(label, content)}`;
}

/** The list item that a block is; null for one that stands outside lists. */
function itemOf(block: PrintBlock): Item | null {
  if (block.type !== 'bulleted' && block.type !== 'question' && block.type !== 'numbered') return null;
  const details = block.details.map(detailHtml).join('');
  const body = block.type === 'question' ? labelled(block.label, block.content) : inlineHtml(block.content);
  const html = body + details;
  if (block.type !== 'numbered') return { depth: block.level, type: null, start: 0, html };
  const number = counted(block.marker, block.listLevel, block.list);
  return number && { depth: block.level, ...number, html };
}

function tableHtml({ header, rows, headerColumn, content, marker, columns }: PrintTable): string {
  const cell = (name: string, cells: PrintTable['rows'][number], scope = '') =>
    cells.map(({ content: inner }, at) => {
      const isHeader = name === 'th' || (headerColumn && at === 0);
      const tag = isHeader ? `th scope="${scope || 'row'}"` : 'td';
      return `<${tag} style="border:1px solid #808080;padding:3pt 5pt;text-align:left;vertical-align:top">${inlineHtml(inner)}</${isHeader ? 'th' : 'td'}>`;
    });
  const caption = marker === null ? '' : `<p><strong>${escaped(marker)}</strong> ${inlineHtml(content)}</p>`;
  const head = header ? `<thead><tr>${cell('th', header, 'col').join('')}</tr></thead>` : '';
  const body = rows.map((row) => `<tr>${cell('td', row).join('')}</tr>`).join('');
  const widths = columns.map(({ share }) => `<col width="${Math.round(share * 100)}%">`).join('');
  return `${caption}<table width="100%" style="border-collapse:collapse"><colgroup>${widths}</colgroup>${head}<tbody>${body}</tbody></table>`;
}

function blockHtml(block: PrintBlock): string {
  const shown = inlineHtml(block.content);
  switch (block.type) {
    case 'title':
      // Word knows its own title by this class; to all others it is a large bold line.
      return `<p class="MsoTitle" style="font-size:20pt"><strong>${shown}</strong></p>`;
    case 'heading':
      return `<h${block.level}>${block.marker === null ? '' : `${escaped(block.marker)} `}${shown}</h${block.level}>`;
    case 'label':
      return `<p><strong>${shown}</strong></p>`;
    case 'field':
    case 'loose':
      return `<p>${labelled(block.label, block.content)}</p>`;
    case 'numbered':
      return `<p><strong>${escaped(block.marker)}</strong> ${shown}${block.details.map(detailHtml).join('')}</p>`;
    case 'quotation':
      return `<blockquote><p>${shown}</p></blockquote>`;
    case 'appendix':
      return `<p><strong>${escaped(block.marker)}:</strong> ${shown}</p>`;
    case 'person': {
      const said = block.details.map(({ content }) => inlineHtml(content)).join(', ');
      return `<p><strong>${shown}</strong>${said === '' ? '' : `<br>${said}`}</p>`;
    }
    case 'decision':
      return `<p>${shown}</p><p>${block.choices.map((choice) => `☐ ${escaped(choice)}`).join('&#160;&#160;&#160; ')}</p>`;
    case 'table':
      return tableHtml(block);
    case 'image':
      return imageHtml(block);
    default:
      return `<p>${shown}</p>`;
  }
}

/** The bytes stay in the library; its words travel. */
function imageHtml({ marker, content, alternativeText }: Extract<PrintBlock, { type: 'image' }>): string {
  const stands = alternativeText ? `<p>[Picture: ${escaped(alternativeText)}]</p>` : '';
  return marker === null
    ? stands
    : `${stands}<p><strong>${escaped(marker)}</strong> ${inlineHtml(content)}</p>`;
}

/** Lists that are open while the HTML is written, outermost first. */
class Lists {
  readonly #open: Pick<Item, 'depth' | 'type'>[] = [];
  html = '';

  item({ depth, type, start, html }: Item): void {
    const goesOn = () => {
      const last = this.#open.at(-1);
      return last?.depth === depth && last.type === type;
    };
    // What begins deeper than the words around it begins a list all the same: a list has no empty first item.
    while ((this.#open.at(-1)?.depth ?? -1) >= depth && !goesOn()) this.#close();
    if (goesOn()) {
      this.html += `</li><li>${html}`;
      return;
    }
    this.#open.push({ depth, type });
    // Word reads where a list starts, LibreOffice what its first item counts.
    const [from, value] = type !== null && start > 1 ? [` start="${start}"`, ` value="${start}"`] : ['', ''];
    this.html += `${type === null ? '<ul>' : `<ol type="${type}"${from}>`}<li${value}>${html}`;
  }

  #close(): void {
    this.html += this.#open.pop()?.type === null ? '</li></ul>' : '</li></ol>';
  }

  end(): void {
    while (this.#open.length > 0) this.#close();
  }
}

export function htmlOf(blocks: readonly PrintBlock[]): string {
  const lists = new Lists();
  for (const block of blocks) {
    const item = itemOf(block);
    if (item) lists.item(item);
    else {
      lists.end();
      lists.html += blockHtml(block);
    }
  }
  lists.end();
  return lists.html;
}
