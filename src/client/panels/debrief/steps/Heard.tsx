import '../../../styles/ending.css';
import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Bend, Level, Reflection } from '../../../session/index.ts';
import { seatName, useDebrief } from '../context.tsx';
import { asked, LEVELS, levelOf } from '../levels.ts';

/** What a facilitator reads where everybody else writes: the room's answers, as they come. */

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const mean = (levels: readonly Level[]): string =>
  levels.length === 0
    ? '–'
    : (levels.reduce<number>((sum, level) => sum + level, 0) / levels.length).toFixed(1);

const Count = ({ count }: { readonly count: number }): ReactNode => (
  <p className="figure-lead">{count === 0 ? d('heardNone') : d('heardCount', { count })}</p>
);

/** How often each answer was given. */
const Bars = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly count: number }[];
}): ReactNode => {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <table className="heard-bars">
      <caption>{title}</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">{d('heardWhat')}</th>
          <th scope="col">{d('heardHow')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span
                className="heard-bar"
                aria-hidden="true"
                style={{ inlineSize: `${String((70 * count) / most)}%` }}
              />
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Words that people wrote, with their delegations. */
const Words = ({
  title,
  of,
}: {
  readonly title: string;
  readonly of: (reflection: Reflection) => readonly (string | undefined)[];
}): ReactNode => {
  const { reflections, names } = useDebrief();
  const lines = reflections.flatMap((one) =>
    of(one)
      .filter(isSaid)
      .map((text) => ({ seat: one.seat, text })),
  );
  if (lines.length === 0) return null;
  return (
    <section className="heard-words">
      <h4>{title}</h4>
      <ul>
        {lines.map(({ seat, text }, place) => (
          <li key={`${seat} ${String(place)}`}>
            “{text}” <span className="quiet">{seatName(names, seat)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

export const HeardFeelings = (): ReactNode => {
  const { reflections } = useDebrief();
  const felt = reflections.flatMap(({ feeling }) => (feeling === undefined ? [] : [feeling]));
  const lines = (part: 'outcome' | 'part') =>
    LEVELS.toReversed().map((level) => ({
      name: d(`feel_${level}`),
      count: felt.filter((one) => one[part] === level).length,
    }));
  return (
    <section className="heard" aria-labelledby="heard" data-testid="heard-feelings">
      <h3 id="heard">{d('heardTitle')}</h3>
      <Count count={felt.length} />
      <div className="heard-pair">
        <Bars title={d('feelOutcome')} lines={lines('outcome')} />
        <Bars title={d('feelPart')} lines={lines('part')} />
      </div>
      <Words title={d('feelWord')} of={({ feeling }) => [feeling?.word]} />
    </section>
  );
};

export const HeardTransfer = (): ReactNode => {
  const { scenario, names, reflections } = useDebrief();
  const answered = reflections.filter(({ before, after }) => before !== undefined || after !== undefined);
  return (
    <div className="transfer">
      {scenario.debrief.map((item, place) => (
        <section key={names.words(item.question)} className="goal">
          <h3>{names.words(item.question)}</h3>
          <Words
            title={d('heardNotes')}
            of={({ notes = [] }) =>
              notes.filter(({ question }) => question === place).map(({ text }) => text)
            }
          />
        </section>
      ))}
      <section className="heard goal" aria-labelledby="heard" data-testid="heard-goals">
        <h3 id="heard">{d('change')}</h3>
        <Count count={answered.length} />
        <ul className="heard-goals">
          {asked(scenario.goals).map(({ id, goal }) => {
            const levels = (when: 'before' | 'after'): readonly Level[] =>
              reflections.flatMap((one) => levelOf(one, when, id) ?? []);
            const both = reflections.filter(
              (one) => levelOf(one, 'before', id) !== undefined && levelOf(one, 'after', id) !== undefined,
            ).length;
            return (
              <li key={id}>
                <strong>{names.words(goal)}</strong>
                <span>
                  {d('heardShift', { before: mean(levels('before')), after: mean(levels('after')) })}
                  {both === 0 ? '' : `; ${d('heardBoth', { count: both })}`}
                </span>
              </li>
            );
          })}
        </ul>
        <p className="quiet">
          {t('level_1')}: 1, {t('level_5')}: 5. {d('changeLead')}
        </p>
      </section>
    </div>
  );
};

const BENDS: readonly Bend[] = ['too-easy', 'too-hard', 'elsewhere', 'neither'];

export const HeardTakeAways = (): ReactNode => {
  const { reflections } = useDebrief();
  const taken = reflections.filter(({ takeAway, short }) => isSaid(takeAway) || isSaid(short?.action));
  const bent = reflections.flatMap(({ unrealistic }) => unrealistic?.bend ?? []);
  return (
    <section className="heard" aria-labelledby="heard" data-testid="heard-takeaways">
      <h3 id="heard">{d('takeTitle')}</h3>
      <Count count={taken.length} />
      <Words title={d('heardTakes')} of={({ takeAway, short }) => [takeAway, short?.action]} />
      <h3>{d('closing')}</h3>
      <Words title={d('heardUnreal')} of={({ unrealistic }) => [unrealistic?.text]} />
      {bent.length === 0 ? null : (
        <Bars
          title={d('heardBends')}
          lines={BENDS.map((bend) => ({
            name: d(`bend_${bend}`),
            count: bent.filter((one) => one === bend).length,
          }))}
        />
      )}
    </section>
  );
};
