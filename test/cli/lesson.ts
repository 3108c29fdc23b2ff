import type { SimResult } from '../../src/trial/index.ts';

/** What a scenario of the shelf must show in games with AI delegates in all seats, to be worth a lesson. */
export const LESSON = {
  /** Share of games in which a text is adopted. */
  adopted: { least: 0.15, most: 0.95 },
  /** Share of games in which a seat is bound by the text and has more than no agreement would have left it. */
  met: { least: 0.15, most: 0.9 },
} as const;

export interface Lesson {
  readonly adopted: number;
  /** Hundredths of a point above no agreement, on average over the games with a text, of the seat that has least. */
  readonly leastGain: { readonly seat: string; readonly gain: number };
  readonly leastMet: { readonly seat: string; readonly share: number };
  readonly mostMet: { readonly seat: string; readonly share: number };
  /** What falls short, in words; empty if nothing does. */
  readonly shorts: readonly string[];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Judges a run of whole games. */
export const lessonOf = (result: SimResult): Lesson => {
  const seats = Object.entries(result.seats);
  const byMet = seats.toSorted(([, a], [, b]) => a.metMandate - b.metMandate);
  const byGain = seats.toSorted(([, a], [, b]) => a.meanGainAdopted - b.meanGainAdopted);
  const named = (entry: (typeof seats)[number] | undefined) => ({
    seat: entry?.[0] ?? '',
    share: entry?.[1].metMandate ?? 0,
  });
  const [leastMet, mostMet] = [named(byMet[0]), named(byMet.at(-1))];
  const leastGain = { seat: byGain[0]?.[0] ?? '', gain: byGain[0]?.[1].meanGainAdopted ?? 0 };
  const adopted = result.adopted / result.games;
  const shorts = [
    result.finished < result.games ? `${result.games - result.finished} games do not end` : '',
    result.replayMismatches > 0 ? `${result.replayMismatches} replays differ` : '',
    result.belowReservation > 0 ? `${result.belowReservation} accepted less than no agreement` : '',
    result.redLinesCrossed > 0 ? `${result.redLinesCrossed} crossed a red line` : '',
    adopted < LESSON.adopted.least ? `adopted in ${percent(adopted)} only` : '',
    adopted > LESSON.adopted.most ? `adopted in ${percent(adopted)}` : '',
    leastGain.gain <= 0 ? `${leastGain.seat} gains nothing by an adopted text` : '',
    leastMet.share < LESSON.met.least ? `${leastMet.seat} hardly can win` : '',
    mostMet.share > LESSON.met.most ? `${mostMet.seat} hardly can lose` : '',
  ].filter((text) => text !== '');
  return { adopted, leastGain, leastMet, mostMet, shorts };
};
