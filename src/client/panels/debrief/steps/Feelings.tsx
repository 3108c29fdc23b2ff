import type { ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import type { Level } from '../../../session/index.ts';
import { saidBy, seatName, useDebrief } from '../context.tsx';
import { LEVELS } from '../levels.ts';
import { Scale } from '../Scale.tsx';
import { Answer } from './Answer.tsx';
import { HeardFeelings } from './Heard.tsx';
import { useSpeaker } from './People.tsx';

const say = (level: Level): string => d(`feel_${level}`);

/** First: how was it? */
export const Feelings = (): ReactNode => {
  const { reflections, reflect, names, people } = useDebrief();
  const { seat, choice } = useSpeaker();
  if (seat === undefined) return <HeardFeelings />;
  const said = saidBy(reflections, seat);
  const feel = (part: { readonly outcome?: Level; readonly part?: Level; readonly word?: string }): void =>
    reflect({ ...said, feeling: { ...said.feeling, ...part } });
  return (
    <>
      {choice}
      <div key={seat} className="feelings">
        <Scale
          legend={d('feelOutcome')}
          value={said.feeling?.outcome}
          say={say}
          face
          onChange={(outcome) => feel({ outcome })}
        />
        <Scale
          legend={d('feelPart')}
          value={said.feeling?.part}
          say={say}
          face
          onChange={(part) => feel({ part })}
        />
        <Answer
          label={d('feelWord')}
          rows={1}
          value={said.feeling?.word ?? ''}
          onChange={(word) => feel({ word })}
          testId="feeling-word"
        />
      </div>
      <p className="quiet">{d('noFigures')}</p>
      {people.length < 2 ? null : (
        <section className="felt" aria-labelledby="felt">
          <h3 id="felt">{d('feelAll')}</h3>
          <ul>
            {reflections
              .filter(({ feeling }) => feeling !== undefined)
              .map(({ seat: who, feeling }) => (
                <li key={who}>
                  <strong>{seatName(names, who)}</strong>{' '}
                  {LEVELS.flatMap((level) => (feeling?.outcome === level ? [d(`feel_${level}`)] : []))}{' '}
                  {feeling?.word === undefined || feeling.word === '' ? '' : `“${feeling.word}”`}
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
};
