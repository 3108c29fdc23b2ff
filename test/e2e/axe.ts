import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** No violation of WCAG 2.2 A and AA or of best practice in what is shown now. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  // What fades in is judged when it has come.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => one))),
  );
  const violations = await page.evaluate(async (tags): Promise<readonly Found[]> => {
    const axe = (
      window as unknown as { axe: { run: (on: Document, how: object) => Promise<{ violations: Found[] }> } }
    ).axe;
    const { violations: found } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found;
  }, TAGS);
  const said = violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? ''}): ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
        .join('\n   ')}`,
  );
  expect(said, what).toEqual([]);
};
