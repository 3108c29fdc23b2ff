import { useId, type ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import type { Bend } from '../../../session/index.ts';
import { saidBy, seatName, useDebrief } from '../context.tsx';
import { Answer } from './Answer.tsx';
import { HeardTakeAways } from './Heard.tsx';
import { useSpeaker } from './People.tsx';

const BENDS: readonly Bend[] = ['too-easy', 'too-hard', 'elsewhere', 'neither'];

/** Fifth: one written thing to take away for each person, and the question that closes. */
export const TakeAway = (): ReactNode => {
  const { people, names, reflections, reflect } = useDebrief();
  if (people.length === 0) return <HeardTakeAways />;
  return (
    <>
      <section aria-labelledby="take-title" className="goal">
        <h3 id="take-title">{d('takeTitle')}</h3>
        <p className="figure-lead">{d('takeLead')}</p>
        {people.map((seat) => {
          const said = saidBy(reflections, seat);
          return (
            <Answer
              key={seat}
              label={d('takeFor', { name: seatName(names, seat) })}
              rows={2}
              value={said.takeAway ?? ''}
              onChange={(takeAway) => reflect({ ...said, takeAway })}
              testId={`take-${seat}`}
            />
          );
        })}
      </section>
      <Closing />
    </>
  );
};

/** What was unrealistic, and which way it bends what was learned. */
export const Closing = (): ReactNode => {
  const { reflections, reflect } = useDebrief();
  const { seat, choice } = useSpeaker();
  const name = useId();
  if (seat === undefined) return null;
  const said = saidBy(reflections, seat);
  return (
    <section aria-labelledby="closing-title" className="goal" data-testid="closing">
      <h3 id="closing-title">{d('closing')}</h3>
      {choice}
      <div key={seat}>
        <Answer
          label={d('closingText')}
          rows={2}
          value={said.unrealistic?.text ?? ''}
          onChange={(text) => reflect({ ...said, unrealistic: { ...said.unrealistic, text } })}
        />
        <fieldset className="bends">
          <legend>{d('closingBend')}</legend>
          {BENDS.map((bend) => (
            <label key={bend} className="check">
              <input
                type="radio"
                name={name}
                checked={said.unrealistic?.bend === bend}
                onChange={() => reflect({ ...said, unrealistic: { ...said.unrealistic, bend } })}
              />
              {d(`bend_${bend}`)}
            </label>
          ))}
        </fieldset>
      </div>
    </section>
  );
};
