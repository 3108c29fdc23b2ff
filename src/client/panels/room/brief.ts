import type { Own, Scenario, Warning } from '../../../engine/seat.ts';

/** One article that matters, and the option of it that this delegation likes best of those it may accept. */
export interface Goal {
  readonly article: string;
  readonly option: number;
  /** What it is worth against the worst option of the article, hundredths of a point. */
  readonly worth: number;
}

export type BriefSecret =
  | { readonly kind: 'warning'; readonly warning: Warning }
  | { readonly kind: 'flaw'; readonly vulnerability: string }
  | { readonly kind: 'reservation'; readonly points: number };

export interface Brief {
  readonly goals: readonly Goal[];
  readonly redLine: { readonly article: string; readonly option: number } | undefined;
  readonly secret: BriefSecret;
}

const GOALS = 3;

/** What fits into a minute: three goals, one red line, one thing nobody else knows. */
export const briefOf = (scenario: Scenario, own: Own): Brief => {
  const { mandate } = own;
  const isRed = (article: string, option: number): boolean =>
    mandate.redLines.some((line) => line.article === article && line.option === option);
  const wanted = scenario.articles
    .map((article, place): Goal => {
      const row = mandate.table[place] ?? [];
      const least = Math.min(...row);
      const allowed = [...row.keys()].filter((option) => !isRed(article.id, option));
      const option = allowed.toSorted((a, b) => (row[b] ?? 0) - (row[a] ?? 0))[0] ?? 0;
      return { article: article.id, option, worth: (row[option] ?? 0) - least };
    })
    .toSorted((a, b) => b.worth - a.worth);
  const order = wanted.map(({ article }) => article);
  // The red line in the article that matters most; of its options the one that says most.
  const redLine = mandate.redLines.toSorted(
    (a, b) => order.indexOf(a.article) - order.indexOf(b.article) || b.option - a.option,
  )[0];
  return { goals: wanted.slice(0, GOALS), redLine, secret: secretOf(own) };
};

const secretOf = (own: Own): BriefSecret => {
  const [warning] = own.warnings;
  if (warning !== undefined) return { kind: 'warning', warning };
  const [vulnerability] = own.unmended;
  if (vulnerability !== undefined) return { kind: 'flaw', vulnerability };
  return { kind: 'reservation', points: own.mandate.reservation };
};
