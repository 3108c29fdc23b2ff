/** Text as it stands in HTML and SVG, attribute values included. */
export const esc = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Column heads and rows: the first cell of each row is its head. */
export interface Rows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table. The caption says what it is for whoever does not see the page. */
export const tableHtml = (caption: string, { heads, rows }: Rows, quiet = false): string =>
  `<div class="scroll" tabindex="0" role="group" aria-label="${esc(caption)}"><table>
<caption${quiet ? ' class="hidden"' : ''}>${esc(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${esc(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    ([head = '', ...cells]) =>
      `<tr><th scope="row">${esc(head)}</th>${cells.map((cell) => `<td>${esc(cell)}</td>`).join('')}</tr>`,
  )
  .join('\n')}
</tbody></table></div>`;

export const list = (items: readonly string[], kind: 'ul' | 'ol' = 'ul'): string =>
  `<${kind}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${kind}>`;

export const section = (id: string, title: string, ...inside: readonly string[]): string =>
  `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${esc(title)}</h2>
${inside.filter((part) => part !== '').join('\n')}
</section>`;

export const lead = (text: string): string => `<p class="lead">${esc(text)}</p>`;
