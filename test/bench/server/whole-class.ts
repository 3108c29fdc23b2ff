import { delegate } from '../../../src/delegates/index.ts';
import { dice } from '../../../src/engine/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { readFileSync } from 'node:fs';
import type { Child } from '../../server/child.ts';
import { host, join, type Screen } from '../../server/screen.ts';
import { ms, percentile, residentBytes, wait } from './figures.ts';

/** Longest that a class may take, milliseconds. */
const MOST = 240_000;

interface Pupil {
  readonly screen: Screen;
  readonly name: string;
}

/**
 * A class of 25 plays a whole preset: 24 members in 6 delegations that decide by majority, and the press. Everybody sees their own view
 * alone; the first of each delegation proposes what an AI delegate would do there, the others say yes.
 */
export const wholeClass = async (child: Child): Promise<boolean> => {
  const { scenario } = readScenario(readFileSync('scenarios/class-45.yaml', 'utf8'));
  if (scenario === undefined) throw new Error('the class scenario is right');
  const { screen: teacher, code } = await host(
    child.port,
    { shelf: 'class-45' },
    {
      pace: 'instant',
      strength: 'gentle',
      deciding: 'majority',
      teamSize: 4,
      open: ['member', 'press'],
    },
  );
  const pupils: Pupil[] = [];
  for (let n = 0; n < 24; n += 1)
    pupils.push({ screen: (await join(child.port, code, `Pupil ${n}`)).screen, name: `Pupil ${n}` });
  const press = (await join(child.port, code, 'Press', { role: 'press' })).screen;
  await teacher.does({ ask: 'start', despite: false });
  const began = Date.now();
  const acks: number[] = [];
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    acks.push(performance.now() - from);
    return done;
  };
  let refused = 0;
  const play = async ({ screen }: Pupil): Promise<void> => {
    while (screen.room?.stage === 'play' && Date.now() - began < MOST) {
      const { mine, game } = screen;
      const seat = game?.own?.delegation;
      const [proposal] = mine?.proposals ?? [];
      if (
        proposal !== undefined &&
        proposal.by !== mine?.person &&
        !proposal.yes.includes(mine?.person ?? '')
      )
        await timed(() => screen.ask({ ask: 'back', proposal: proposal.n, agree: true }));
      else if (
        proposal === undefined &&
        mine?.head === true &&
        game !== undefined &&
        seat !== undefined &&
        !game.done.includes(seat)
      ) {
        const act = delegate(scenario, seat, 'gentle').act(game, dice('class', seat));
        const moves = screen.room?.moves;
        const answer = await timed(() =>
          screen.ask({ ask: 'move', command: (act?.command ?? { kind: 'done' }) as never }),
        );
        if (answer.ok !== true) {
          refused += 1;
          if (act !== undefined) await timed(() => screen.ask({ ask: 'move', command: { kind: 'done' } }));
        } else
          await screen
            .until(() => screen.room?.moves !== moves || (screen.mine?.proposals.length ?? 0) > 0, 5_000)
            .catch(() => undefined);
      }
      await wait(70);
    }
  };
  for (const { screen } of pupils) await screen.until(() => screen.room?.stage === 'play');
  await Promise.all(pupils.map(play));
  const seconds = (Date.now() - began) / 1_000;
  const over = teacher.room?.stage === 'debrief';
  if (over) {
    const { poll } = await teacher.does({
      ask: 'poll',
      poll: { question: { ask: 'code', code: 'take-away' }, choices: [], most: 0, text: true },
    });
    for (const { screen, name } of pupils)
      await timed(() =>
        screen.ask({ ask: 'answer-poll', poll: Number(poll), choices: [], text: `what ${name} takes away` }),
      );
    await teacher.until(() => teacher.room?.polls[0]?.answered === 24);
    await teacher.does({ ask: 'end' });
  }
  const gaps = [...pupils.map(({ screen }) => screen), press].reduce((sum, screen) => sum + screen.gaps, 0);
  const bytes = pupils.reduce((sum, { screen }) => sum + screen.received.length, 0) / pupils.length;
  console.log(
    `class of 25, preset 45    ${over ? 'played to its end' : 'NOT FINISHED'} in ${seconds.toFixed(1)} s: ${teacher.room?.moves ?? 0} moves, ` +
      `${teacher.game?.outcome?.end ?? 'no end'}, ${acks.length} requests (${refused} refused), answered p50 ${ms(percentile(acks, 50))} p99 ${ms(percentile(acks, 99))}, ` +
      `${(bytes / 1_000).toFixed(0)} kB received a pupil, ${gaps} gaps, server ${((await residentBytes(child.port)) / 1e6).toFixed(0)} MB`,
  );
  for (const { screen } of pupils) screen.close();
  teacher.close();
  press.close();
  return over && gaps === 0;
};
