import { answerRows } from './answers.ts';
import type { Material } from './page.ts';

/** One cell: quoted where it must be (RFC 4180), and never read as a formula by a spreadsheet. */
export const cell = (value: string | number | boolean): string => {
  if (typeof value !== 'string') return String(value);
  const tame = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
};

const sheet = (rows: readonly (readonly (string | number | boolean)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * The figures of a game as sheets, by file name. Worths in hundredths of a point, trust and tension in points; session counts
 * from 1, 0 for the opening. Heads are a contract: columns are added, not renamed.
 */
export const csvOf = ({
  scenario,
  names,
  debrief,
  reader,
  reflections,
}: Material): ReadonlyMap<string, string> => {
  const { outcome, left, balance, activity, ledger, path, tension, trust, attribution } = debrief;
  const who = names.short;
  const places = debrief.delegations.map((id, place) => ({ id, place }));
  return new Map([
    [
      'seats.csv',
      sheet([
        'delegation,bound,utility,walk_away,gain,text,tokens,rooms,deeds,world,given,received,statements,offers_made,offers_received,accepted,declined,deals,responses'.split(
          ',',
        ),
        ...places.flatMap(({ id, place }) => {
          const seat = outcome.seats[place];
          const acts = activity[place];
          const given = balance[place];
          if (seat === undefined || acts === undefined || given === undefined) return [];
          const { text, tokens, rooms, deeds, world } = seat.parts;
          return [
            [
              who(id),
              seat.bound,
              seat.utility,
              seat.walkAway,
              left.gains[place] ?? 0,
              text,
              tokens,
              rooms,
              deeds,
              world,
              given.given,
              given.received,
              acts.statements,
              acts.offersMade,
              acts.offersReceived,
              acts.accepted,
              acts.declined,
              acts.deals,
              acts.responses,
            ],
          ];
        }),
      ]),
    ],
    [
      'promises.csv',
      sheet([
        ['promise', 'kind', 'by', 'to', 'open', 'made', 'state', 'settled', 'trust_harmed', 'trust_others'],
        ...ledger.map((line) => [
          line.promise,
          line.undertaking.kind,
          who(line.by),
          who(line.to),
          line.open,
          line.made.session + 1,
          line.state,
          line.settled === undefined ? '' : line.settled.session + 1,
          line.cost?.harmed ?? '',
          line.cost?.others ?? '',
        ]),
      ]),
    ],
    [
      'text.csv',
      sheet([
        [
          'move',
          'session',
          'phase',
          'sum',
          'least_gain',
          'feasible',
          'nash_share',
          ...scenario.articles.map(({ id }) => id),
        ],
        ...path.points.map((point) => [
          point.at,
          point.at < 0 ? 0 : point.session + 1,
          point.phase,
          point.sum,
          point.leastGain,
          point.feasible,
          point.nashShare === undefined ? '' : point.nashShare.toFixed(4),
          ...scenario.articles.map(({ options }, place) => options[point.text[place] ?? 0]?.id ?? ''),
        ]),
      ]),
    ],
    [
      'worths.csv',
      sheet([
        ['move', 'session', 'phase', 'delegation', 'text', 'no_agreement'],
        ...path.points.flatMap((point) =>
          places.map(({ id, place }) => [
            point.at,
            point.at < 0 ? 0 : point.session + 1,
            point.phase,
            who(id),
            point.worths[place] ?? 0,
            point.reservations[place] ?? 0,
          ]),
        ),
      ]),
    ],
    [
      'tension.csv',
      sheet([
        ['move', 'session', 'phase', 'tension', 'incident', 'context'],
        ...tension.map((point) => [
          point.at,
          point.at < 0 ? 0 : point.session + 1,
          point.phase,
          point.tension,
          point.incident === undefined ? '' : names.card(point.incident),
          point.context === undefined ? '' : names.card(point.context),
        ]),
      ]),
    ],
    [
      'trust.csv',
      sheet([
        ['session', 'from', 'to', 'trust'],
        ...trust.flatMap((snapshot) =>
          places.flatMap((from) =>
            places
              .filter(({ id }) => id !== from.id)
              .map((to) => [
                snapshot.session + 1,
                who(from.id),
                who(to.id),
                snapshot.trust[from.place]?.[to.place] ?? 0,
              ]),
          ),
        ),
      ]),
    ],
    [
      'answers.csv',
      sheet([
        ['who', 'asked', 'item', 'value'],
        ...answerRows(scenario, names, reader.kind !== 'anonymous', reflections),
      ]),
    ],
    [
      'attribution.csv',
      sheet([
        [
          'incident',
          'session',
          'origin',
          'culprit',
          'out',
          'delegation',
          'clues',
          'belief',
          'said_origin',
          'said_culprit',
          'right',
        ],
        ...attribution.flatMap((record) =>
          record.beliefs.map(({ delegation, clues, belief }) => {
            const said = record.statements.find(({ by }) => by === delegation);
            return [
              names.card(record.incident),
              record.session + 1,
              record.truth.origin,
              record.truth.culprit === undefined ? '' : who(record.truth.culprit),
              record.out,
              who(delegation),
              clues,
              belief.toFixed(4),
              said?.origin ?? '',
              said?.culprit === undefined ? '' : who(said.culprit),
              said?.right ?? '',
            ];
          }),
        ),
      ]),
    ],
  ]);
};
