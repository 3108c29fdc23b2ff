import { suspicions } from '../../../src/delegates/index.ts';
import { view } from '../../../src/engine/index.ts';
import { against, game, row, shelf, SHELF } from './common.ts';

/** Judgements of who was behind an incident, by what each delegation knew of it at the end of a game, against the truth. */

const BINS = 10;
/** Expected calibration error that is asked for. */
const ASKED = 0.05;

export const originsPart = (wanted: number): void => {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, belief: 0, right: 0 }));
  let judged = 0;
  for (let seed = 1; judged < wanted; seed += 1)
    for (const name of SHELF) {
      if (judged >= wanted) break;
      const played = game(shelf(name), `origins/${seed}`, 'seasoned');
      const { scenario } = played.table;
      for (const { id } of scenario.delegations)
        for (const { truth: _out, ...sight } of view(played.table, played.last, id).incidents) {
          const truth = played.last.incidents.find((incident) => incident.id === sight.id)?.truth;
          const [first] = suspicions(scenario, sight);
          // What an operation set off has other causes than the card says; only the ordinary ones are judged.
          if (truth === undefined || first === undefined || judged >= wanted) continue;
          judged += 1;
          const bin = bins[Math.min(BINS - 1, Math.floor(first.belief * BINS))];
          if (bin === undefined) continue;
          bin.count += 1;
          bin.belief += first.belief;
          if (first.origin === truth.origin && first.culprit === truth.culprit) bin.right += 1;
        }
    }
  console.log(`\nOrigins: ${judged} judgements; how sure, and how often right`);
  row(['sure', 'judgements', 'mean belief', 'right', '']);
  bins.forEach(({ count, belief, right }, place) => {
    if (count === 0) return;
    const share = right / count;
    const mark = Math.round(share * 40);
    const said = Math.round((belief / count) * 40);
    // The column: `#` where the truth lies, `|` where a calibrated judge would.
    const line = Array.from({ length: 41 }, (_, x) => (x === mark ? '#' : x === said ? '|' : '.')).join('');
    row([
      `${place * 10} to ${place * 10 + 10} %`,
      count,
      (belief / count).toFixed(3),
      share.toFixed(3),
      line,
    ]);
  });
  const error = bins.reduce((sum, { belief, right }) => sum + Math.abs(belief - right) / judged, 0);
  const [figure, limit] = against(error, ASKED);
  console.log(
    `expected calibration error ${figure}, asked at most ${limit}, ratio ${(ASKED / Math.max(1e-9, error)).toFixed(2)}`,
  );
};
