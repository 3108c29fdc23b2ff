import { useState, type ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import { Button, Select } from '../../bits.tsx';
import { FindSeat, foundSeats, MANY_SEATS } from '../../FindSeat.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { Standing } from './Standing.tsx';
import { Story } from './Story.tsx';
import { Turning } from './Turning.tsx';
import { Whys } from './Whys.tsx';

/** Second: what happened, and where it turned. */
export const Facts = (): ReactNode => {
  const { names, scenario, mine, revealed } = useDebrief();
  const { turning, delegations } = useFigures().debrief;
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState('');
  const open = revealed ? delegations : delegations.filter((id) => mine.includes(id));
  // Among many one looks for a state by writing; the first that is found is shown.
  const looked = foundSeats(scenario, wanted);
  const found = open.filter((id) => looked.has(id));
  const first = wanted.trim() === '' ? (mine[0] ?? open[0]) : (found[0] ?? open[0]);
  const shown = open.find((id) => id === chosen) ?? first;
  const moments = turning.seats.find(({ delegation }) => delegation === shown);
  return (
    <>
      <section aria-labelledby="story-title">
        <h3 id="story-title">{d('story')}</h3>
        <p className="figure-lead">{d('storyLead')}</p>
        <Story />
      </section>
      <Standing />
      <section aria-labelledby="moments-title" data-testid="moments">
        <h3 id="moments-title">
          {shown === undefined || mine.includes(shown)
            ? d('moments')
            : d('momentsOf', { name: names.delegation(shown) })}
        </h3>
        <p className="figure-lead">{d('momentsLead')}</p>
        {open.length < 2 || shown === undefined ? null : (
          <div className="row">
            {open.length > MANY_SEATS ? (
              <FindSeat
                scenario={scenario}
                wanted={wanted}
                found={found.length}
                onChange={(next) => {
                  setWanted(next);
                  setChosen(undefined);
                }}
              />
            ) : null}
            <Select
              label={d('delegation')}
              value={shown}
              choices={(found.length === 0 ? open : found).map((id) => ({
                value: id,
                label: names.delegation(id),
              }))}
              onChange={setChosen}
            />
          </div>
        )}
        {shown === undefined ? (
          <p className="quiet">{d('momentsClosed')}</p>
        ) : (
          <Turning found={moments?.points ?? []} only={shown} />
        )}
        <p className="quiet">{d('shiftAbout')}</p>
      </section>
      <Reveal />
      {revealed ? (
        <section aria-labelledby="turning-title" data-testid="turning">
          <h3 id="turning-title">{d('turning')}</h3>
          <p className="figure-lead">{d('turningLead')}</p>
          <Turning found={turning.table} />
        </section>
      ) : null}
      <Whys />
    </>
  );
};

/** Others' mandates, gains and the truth stay covered until somebody turns the cards over. */
export const Reveal = (): ReactNode => {
  const { scenario, revealed, reveal } = useDebrief();
  if (revealed) return <output className="revealed">{d('revealed')}</output>;
  return (
    <section className="reveal" aria-labelledby="reveal-title" data-testid="reveal">
      <div className="reveal-cards" aria-hidden="true">
        {scenario.delegations.slice(0, 7).map(({ id }) => (
          <span key={id} className="reveal-card" />
        ))}
      </div>
      <div>
        <h3 id="reveal-title">{d('revealTitle')}</h3>
        {reveal === undefined ? (
          <p>{d('revealWait')}</p>
        ) : (
          <>
            <p>{d(scenario.procedure.revealAtEnd ? 'revealAbout' : 'revealKept')}</p>
            <Button look="main" onPress={reveal} testId="turn-over">
              {d('reveal')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
};
