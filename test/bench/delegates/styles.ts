import { STYLES } from '../../../src/engine/index.ts';
import { confusion, meanOf, recognised, separations } from '../../delegates/recognise.ts';
import {
  COMPANIES,
  FEATURES,
  galleries,
  LOOKS,
  type Company,
  type Gallery,
  type Look,
} from '../../delegates/styles.ts';
import { row, shelf } from './common.ts';

/**
 * The same seat in the same seeds played in each style, all others as the scenario has them, seasoned delegates everywhere: what whoever sits at the
 * table sees of it, which figure separates each pair of styles best, and how often one game is enough to say which style it was.
 */
const TABLES = [
  { name: 'class-45', seats: ['KE', 'EU', 'RU'] },
  { name: 'oewg-2022', seats: ['KE'] },
  { name: 'first-steps', seats: ['SELL'] },
] as const;

/** Errors by which a difference must be clear of zero: of fifteen pairs chance alone lifts one over it in one bench of 140. */
const CLEAR = 3.5;

const percent = (part: number): string => `${Math.round(100 * part)} %`;

const table = (gallery: Gallery): void => {
  row(['seen in a game, 95 %', ...STYLES]);
  for (const [place, { name }] of FEATURES.entries()) {
    const cells = gallery.map((games) => {
      const { count, mean, half } = meanOf(games.map((figures) => figures[place]));
      return count === 0 ? '–' : `${mean.toFixed(2)} ± ${half.toFixed(2)}`;
    });
    if (new Set(cells).size > 1) row([name, ...cells]);
  }
};

const pairs = (gallery: Gallery): void => {
  console.log('\nThe figure that separates a pair best in half of the seeds, in the other half');
  row(['pair', 'figure', 'difference, 95 %', 'errors from zero', 'clear']);
  for (const { pair, feature, mean, half, z } of separations(gallery))
    row([
      pair.join(' and '),
      feature === '' ? 'too few games' : feature,
      `${mean.toFixed(2)} ± ${half.toFixed(2)}`,
      Number.isFinite(z) ? z.toFixed(1) : 'always',
      Math.abs(z) > CLEAR ? 'yes' : 'no',
    ]);
};

const said = (gallery: Gallery, look: Look): void => {
  const found = confusion(gallery);
  console.log(
    `\nOne game, seen by ${look}: recognised ${percent(recognised(found))}, by chance ${percent(1 / STYLES.length)}`,
  );
  row(['it is', ...STYLES.map((style) => `said: ${style}`)]);
  for (const [place, style] of STYLES.entries()) row([style, ...(found[place] ?? []).map(percent)]);
};

const told: { readonly [C in Company]: string } = {
  'as it is': 'the others as they are',
  'breaking its word': 'the others take back on the first day each word they have sold to it',
};

export const stylesPart = (seeds: number, only?: string): void => {
  for (const { name, seats } of TABLES.filter((one) => only === undefined || one.name === only)) {
    const scenario = shelf(name);
    for (const { id } of scenario.delegations.filter((one) => seats.some((seat) => seat === one.id)))
      for (const company of COMPANIES) {
        console.log(`\nStyles: ${name}, ${id}, ${told[company]}; ${seeds} seeds in each style`);
        const found = galleries(
          scenario,
          id,
          Array.from({ length: seeds }, (_, k) => `styles/${k + 1}`),
          company,
        );
        table(found['whoever deals with it']);
        pairs(found['whoever deals with it']);
        for (const look of LOOKS) said(found[look], look);
      }
  }
};
