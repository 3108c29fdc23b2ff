import type { Distribution } from '../analysis/branches/index.ts';
import type { Debrief, LedgerLine } from '../analysis/debrief/index.ts';
import type { DelegationId } from '../engine/index.ts';
import { axisX, box, dot, drawnOf, label, leadOf, ROW, scaleOver, stroke, type Chart } from './chart.ts';
import { shortened } from './charts-text.ts';
import type { Names } from './names.ts';
import { percent, points, say, whole } from './words.ts';

const WIDTH = 720;
const TOP = 14;
const LEFT = 170;

/** Concessions: given to the left, received to the right. */
export const balanceChart = (names: Names, { balance }: Debrief): Chart => {
  const drawn = drawnOf(
    balance.length,
    (place) => (balance[place]?.given ?? 0) + (balance[place]?.received ?? 0),
  ).flatMap((place) => balance[place] ?? []);
  const bottom = TOP + 16 + drawn.length * ROW;
  const x = scaleOver(
    balance.flatMap(({ given, received }) => [-given, received, 0]),
    LEFT,
    WIDTH - 24,
  );
  return {
    id: 'balance-chart',
    title: say('balance'),
    lead: leadOf(say('balance.lead'), balance.length),
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      axisX(x, TOP + 16, bottom, (value) => whole(Math.abs(value) / 100)),
      label(x(0) - 8, TOP + 6, say('balance.given'), 'note end'),
      label(x(0) + 8, TOP + 6, say('balance.received'), 'note'),
      ...drawn.map(({ delegation, given, received }, place) => {
        const y = TOP + 16 + place * ROW + 5;
        return [
          label(LEFT - 10, y + 12, names.short(delegation), 'row end'),
          box(x(-given), y, x(0) - x(-given), ROW - 10, 'bar gave'),
          box(x(0), y, x(received) - x(0), ROW - 10, 'bar got'),
        ].join('');
      }),
    ].join('\n'),
    rows: {
      heads: [say('delegation'), say('balance.given'), say('balance.received')],
      rows: balance.map(({ delegation, given, received }) => [
        names.delegation(delegation),
        points(given),
        points(received),
      ]),
    },
  };
};

const FATES = ['kept', 'broken', 'void', 'open'] as const;

/** Promises by whoever made them, and what became of them. */
export const promisesChart = (
  names: Names,
  delegations: readonly DelegationId[],
  ledger: readonly LedgerLine[],
): Chart => {
  const counts = delegations.map((id) => ({
    id,
    fates: FATES.map((fate) => ledger.filter(({ by, state }) => by === id && state === fate).length),
  }));
  const most = Math.max(1, ...counts.map(({ fates }) => fates.reduce((sum, count) => sum + count, 0)));
  const drawn = drawnOf(counts.length, (place) =>
    (counts[place]?.fates ?? []).reduce((sum, count) => sum + count, 0),
  ).flatMap((place) => counts[place] ?? []);
  const bottom = TOP + 20 + drawn.length * ROW;
  const x = scaleOver([0, most], LEFT, WIDTH - 24).domain([0, most]);
  return {
    id: 'promises-chart',
    title: say('ledger'),
    lead: leadOf(say('ledger.lead'), counts.length),
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      ...FATES.map(
        (fate, place) =>
          box(LEFT + place * 120, 4, 12, 12, `bar ${fate}`) +
          label(LEFT + 18 + place * 120, 15, say(`promise.${fate}`), 'note'),
      ),
      axisX(x, TOP + 16, bottom, (value) => (Number.isInteger(value) ? whole(value) : '')),
      ...drawn.map(({ id, fates }, place) => {
        const y = TOP + 20 + place * ROW + 4;
        let before = 0;
        const bars = fates.map((count, fate) => {
          const from = before;
          before += count;
          return count === 0 ? '' : box(x(from), y, x(before) - x(from), ROW - 9, `bar ${FATES[fate] ?? ''}`);
        });
        return label(LEFT - 10, y + 13, names.short(id), 'row end') + bars.join('');
      }),
    ].join('\n'),
    rows: {
      heads: [say('delegation'), ...FATES.map((fate) => say(`promise.${fate}`))],
      rows: counts.map(({ id, fates }) => [names.delegation(id), ...fates.map((count) => whole(count))]),
    },
  };
};

/** Statements, offers and deals of each delegation. */
export const activityChart = (names: Names, { activity }: Debrief): Chart => {
  const kinds = [
    {
      word: say('activity.statements'),
      kind: 'spoke',
      of: (place: number) => activity[place]?.statements ?? 0,
    },
    { word: say('activity.offers'), kind: 'offer', of: (place: number) => activity[place]?.offersMade ?? 0 },
    { word: say('activity.deals'), kind: 'deal', of: (place: number) => activity[place]?.deals ?? 0 },
  ];
  const high = 34;
  const drawn = drawnOf(activity.length, (place) => kinds.reduce((sum, { of }) => sum + of(place), 0));
  const most = Math.max(1, ...activity.flatMap((_, place) => kinds.map(({ of }) => of(place))));
  const bottom = TOP + 20 + drawn.length * high;
  const x = scaleOver([0, most], LEFT, WIDTH - 40).domain([0, most]);
  return {
    id: 'activity-chart',
    title: say('activity'),
    lead: leadOf(say('activity.lead'), activity.length),
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      ...kinds.map(
        ({ word, kind }, place) =>
          box(LEFT + place * 150, 4, 12, 12, `bar ${kind}`) +
          label(LEFT + 18 + place * 150, 15, word, 'note'),
      ),
      axisX(x, TOP + 16, bottom, (value) => (Number.isInteger(value) ? whole(value) : '')),
      ...drawn.map((place, row) => {
        const y = TOP + 20 + row * high + 4;
        const seat = activity[place];
        return (
          label(LEFT - 10, y + 17, seat === undefined ? '' : names.short(seat.delegation), 'row end') +
          kinds.map(({ kind, of }, k) => box(LEFT, y + k * 9, x(of(place)) - LEFT, 7, `bar ${kind}`)).join('')
        );
      }),
    ].join('\n'),
    rows: {
      heads: [
        say('delegation'),
        say('activity.statements'),
        say('activity.offers'),
        say('activity.received'),
        say('activity.declined'),
        say('activity.deals'),
      ],
      rows: activity.map((seat) => [
        names.delegation(seat.delegation),
        ...[seat.statements, seat.offersMade, seat.offersReceived, seat.declined, seat.deals].map((count) =>
          whole(count),
        ),
      ]),
    },
  };
};

/** The trust matrix at the end: the deeper the colour, the more trust. */
export const trustChart = (names: Names, { trust, delegations }: Debrief): Chart => {
  const start = trust[0]?.trust ?? [];
  const end = trust.at(-1)?.trust ?? start;
  const left = 150;
  const moved = (place: number): number =>
    delegations.reduce(
      (sum, _, j) =>
        sum +
        Math.abs((end[place]?.[j] ?? 0) - (start[place]?.[j] ?? 0)) +
        Math.abs((end[j]?.[place] ?? 0) - (start[j]?.[place] ?? 0)),
      0,
    );
  // A square of two hundred by two hundred is nobody's picture, nor anybody's table; the sheets have it.
  const places = drawnOf(delegations.length, moved);
  const shown = places.flatMap((place) => delegations[place] ?? []);
  const size = (WIDTH - left - 56) / Math.max(1, shown.length);
  const head = 104;
  const high = 34;
  const cells = places.flatMap((from, i) =>
    places.map((to, j) => {
      if (i === j) return box(left + j * size, head + i * high, size - 2, high - 2, 'self');
      const value = end[from]?.[to] ?? 0;
      const change = value - (start[from]?.[to] ?? value);
      const middle = left + j * size + size / 2 - 1;
      const band = Math.min(4, Math.floor(value / 20));
      return (
        box(left + j * size, head + i * high, size - 2, high - 2, `trust${band}`) +
        label(middle, head + i * high + 15, whole(value), `cell mid ink${band}`) +
        (change === 0 ? '' : label(middle, head + i * high + 27, whole(change, true), `small mid ink${band}`))
      );
    }),
  );
  return {
    id: 'trust-chart',
    title: say('trust'),
    lead: leadOf(say('trust.lead'), delegations.length),
    width: WIDTH,
    height: head + shown.length * high + 6,
    drawing: [
      ...shown.map(
        (id, j) =>
          `<g transform="translate(${(left + j * size + size / 2).toFixed(1)} ${head - 8}) rotate(-50)">${label(0, 0, shortened(names.short(id), 14), 'row')}</g>`,
      ),
      ...shown.map((id, i) => label(left - 10, head + i * high + 20, names.short(id), 'row end')),
      ...cells,
    ].join('\n'),
    rows: {
      heads: [say('trust.from'), ...shown.map((id) => names.short(id))],
      rows: shown.map((id, i) => [
        names.delegation(id),
        ...places.map((to, j) => {
          const from = places[i] ?? 0;
          const value = end[from]?.[to] ?? 0;
          return i === j ? '' : `${whole(value)} (${whole(value - (start[from]?.[to] ?? value), true)})`;
        }),
      ]),
    },
  };
};

/** How near each delegation's evidence came to the truth, and what was said in public. */
export const attributionChart = (names: Names, { attribution }: Debrief): Chart => {
  const high = 58;
  const x = scaleOver([0, 1], 290, WIDTH - 30).domain([0, 1]);
  const bottom = TOP + attribution.length * high;
  return {
    id: 'attribution-chart',
    title: say('attribution'),
    lead: say('attribution.lead'),
    width: WIDTH,
    height: bottom + 44,
    drawing: [
      axisX(x, TOP, bottom, percent),
      label((290 + WIDTH - 30) / 2, bottom + 36, say('attribution.belief'), 'axis mid'),
      ...attribution.map(({ incident, truth, beliefs, statements }, place) => {
        const y = TOP + place * high + high / 2;
        const seen = new Map<string, number>();
        return [
          label(8, y - 3, shortened(names.incident(incident)), 'row'),
          label(8, y + 13, names.origin(truth.origin, truth.culprit), 'note'),
          stroke(290, y, WIDTH - 30, y, 'grid'),
          ...beliefs.map(({ delegation, belief }) => {
            // Those of one belief stand above each other.
            const key = belief.toFixed(2);
            const above = seen.get(key) ?? 0;
            seen.set(key, above + 1);
            const said = statements.find(({ by }) => by === delegation);
            const cx = x(belief) + (above % 3) * 9;
            const cy = y + 18 - Math.floor(above / 3) * 9;
            return said === undefined
              ? dot(cx, cy, 3.6, 'point quiet')
              : `<path transform="translate(${cx.toFixed(1)} ${cy.toFixed(1)})" class="${said.right ? 'said right' : 'said wrong'}" d="M0-7 6 5-6 5Z"/>`;
          }),
        ].join('');
      }),
    ].join('\n'),
    rows: {
      heads: [
        say('attribution.incident'),
        say('attribution.truth'),
        say('delegation'),
        say('attribution.clues'),
        say('attribution.belief'),
        say('attribution.said'),
      ],
      rows: attribution.flatMap(({ incident, truth, beliefs, statements }) =>
        beliefs.map(({ delegation, clues, belief }) => {
          const said = statements.find(({ by }) => by === delegation);
          return [
            names.incident(incident),
            names.origin(truth.origin, truth.culprit),
            names.delegation(delegation),
            whole(clues),
            percent(belief),
            said === undefined
              ? ''
              : `${names.origin(said.origin, said.culprit)} (${say(said.right ? 'attribution.right' : 'attribution.wrong')})`,
          ];
        }),
      ),
    },
  };
};

/** Gains of a branch played many times, beside what each did gain. */
export const branchChart = (
  names: Names,
  { left, delegations }: Debrief,
  id: string,
  title: string,
  found: Distribution,
): Chart => {
  const bottom = TOP + delegations.length * ROW;
  const x = scaleOver(
    [0, ...left.gains, ...found.gains.flatMap(({ least, most }) => [least, most])],
    LEFT,
    WIDTH - 24,
  );
  return {
    id,
    title,
    lead: say('branches.ends', {
      adopted: found.ends.adopted,
      failed: found.ends['not-adopted'],
      collapsed: found.ends.collapsed,
      games: found.games,
    }),
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      axisX(x, TOP, bottom, (value) => whole(value / 100)),
      ...delegations.map((delegation, place) => {
        const y = TOP + place * ROW + ROW / 2;
        const spread = found.gains[place];
        if (spread === undefined) return '';
        return [
          label(LEFT - 10, y + 4, names.short(delegation), 'row end'),
          stroke(x(spread.least), y, x(spread.most), y, 'whisker'),
          box(x(spread.lower) - 2, y - 9, x(spread.upper) - x(spread.lower) + 4, 18, 'bar box'),
          stroke(x(spread.middle), y - 9, x(spread.middle), y + 9, 'mark'),
          dot(x(left.gains[place] ?? 0), y, 4.5, 'point no'),
        ].join('');
      }),
    ].join('\n'),
    rows: {
      heads: [
        say('delegation'),
        say('branches.did'),
        say('branches.lower'),
        say('branches.middle'),
        say('branches.upper'),
      ],
      rows: delegations.map((delegation, place) => {
        const spread = found.gains[place];
        return [
          names.delegation(delegation),
          points(left.gains[place] ?? 0, true),
          ...[spread?.lower, spread?.middle, spread?.upper].map((gain) => points(gain ?? 0, true)),
        ];
      }),
    },
  };
};
