import { useState, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Level, Reflection } from '../../../session/index.ts';
import { saidBy, useDebrief } from '../context.tsx';
import { asked, LEVELS, levelOf, withLevel } from '../levels.ts';
import { Scale } from '../Scale.tsx';
import { Answer } from './Answer.tsx';
import { HeardTransfer } from './Heard.tsx';
import { useSpeaker } from './People.tsx';

const say = (level: Level): string => t(`level_${level}`);

/** Fourth: what of this is met outside. The scenario's questions, by what they are to teach; then the three from before, once more. */
export const Transfer = (): ReactNode => {
  const { scenario, names, reflections, reflect } = useDebrief();
  const { seat, choice } = useSpeaker();
  if (seat === undefined) return <HeardTransfer />;
  const said = saidBy(reflections, seat);
  const mark = d('closingMark');
  const questions = scenario.debrief.map((item, place) => ({
    ...item,
    place,
    text: names.words(item.question),
  }));
  const note = (question: number, text: string): void =>
    reflect({
      ...said,
      notes: [...(said.notes ?? []).filter((item) => item.question !== question), { question, text }],
    });
  return (
    <>
      {choice}
      <div key={seat} className="transfer">
        {scenario.goals.map(({ id, goal }) => {
          // The one about what was unrealistic closes the debrief.
          const own = questions.filter((item) => item.goal === id && !item.text.includes(mark));
          return own.length === 0 ? null : (
            <section key={id} className="goal" aria-labelledby={`goal-${id}`}>
              <p className="goal-of">{d('goalOf')}</p>
              <h3 id={`goal-${id}`}>{names.words(goal)}</h3>
              {own.map(({ place, text }) => (
                <Question
                  key={place}
                  text={text}
                  note={said.notes?.find(({ question }) => question === place)?.text ?? ''}
                  onNote={(words) => note(place, words)}
                />
              ))}
            </section>
          );
        })}
        <section className="goal" aria-labelledby="after-title" data-testid="after">
          <h3 id="after-title">{d('afterTitle')}</h3>
          <p className="figure-lead">{d('afterLead')}</p>
          {asked(scenario.goals).map(({ id, goal }) => {
            const before = levelOf(said, 'before', id);
            return (
              <div key={id}>
                <Scale
                  legend={names.words(goal)}
                  value={levelOf(said, 'after', id)}
                  say={say}
                  onChange={(level) => reflect(withLevel(said, 'after', id, level))}
                />
                {before === undefined ? null : (
                  <p className="quiet">{d('beforeThen', { level: say(before) })}</p>
                )}
              </div>
            );
          })}
          <BeforeAfter said={said} />
        </section>
      </div>
    </>
  );
};

/** A question is to be talked about; whoever wants to keep something writes a note. */
const Question = ({
  text,
  note,
  onNote,
}: {
  readonly text: string;
  readonly note: string;
  readonly onNote: (words: string) => void;
}): ReactNode => {
  const [open, setOpen] = useState(note !== '');
  return (
    <div className="question">
      <p>{text}</p>
      {open ? (
        <Answer label={d('noteTo', { question: text })} hideLabel rows={2} value={note} onChange={onNote} />
      ) : (
        <button type="button" className="note-open" onClick={() => setOpen(true)}>
          {d('writeHere')}
        </button>
      )}
    </div>
  );
};

const x = (level: number): number => 10 + ((level - 1) / 4) * 180;

/** From where to where, for each of the three. */
const BeforeAfter = ({ said }: { readonly said: Reflection }): ReactNode => {
  const { scenario, names } = useDebrief();
  const both = asked(scenario.goals).flatMap(({ id, goal }) => {
    const before = levelOf(said, 'before', id);
    const after = levelOf(said, 'after', id);
    return before === undefined || after === undefined ? [] : [{ id, goal, before, after }];
  });
  if (both.length === 0) return null;
  return (
    <div className="before-after">
      <h4>{d('change')}</h4>
      <p className="quiet">{d('changeLead')}</p>
      <ul>
        {both.map(({ id, goal, before, after }) => (
          <li key={id}>
            <span>{names.words(goal)}</span>
            <svg viewBox="0 0 200 20" aria-hidden="true" className="chart">
              {LEVELS.map((level) => (
                <circle key={level} className="level-tick" cx={x(level)} cy={10} r={2} />
              ))}
              <line
                className={after < before ? 'level-less' : 'level-more'}
                x1={x(before)}
                x2={x(after)}
                y1={10}
                y2={10}
              />
              <circle className="level-before" cx={x(before)} cy={10} r={5} />
              <circle className="level-after" cx={x(after)} cy={10} r={6.5} />
            </svg>
            <span className="quiet">
              {say(before)} → {say(after)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
