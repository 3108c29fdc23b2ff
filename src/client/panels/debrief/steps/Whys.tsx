import { useState, type ReactNode } from 'react';
import { actText } from '../../../i18n/acts.ts';
import { d } from '../../../i18n/debrief.ts';
import { whyText } from '../../../i18n/sentences.ts';
import { inFigures, saidAloud, unsaid, type Why } from '../../../session/index.ts';
import { Button, Select } from '../../bits.tsx';
import { FindSeat, foundSeats, MANY_SEATS } from '../../FindSeat.tsx';
import { SeeAgain } from '../charts/bits.tsx';
import { seatName, useDebrief, useFigures } from '../context.tsx';

/** Acts that are shown at once: a long conference has thousands. */
const PAGE = 30;

const EVERYBODY = 'all';
const ANY = 'any';

/** What the AI players did, each act with the reasons they kept to themselves; nothing before the cards lie open, or without any. */
export const Whys = (): ReactNode => {
  const { revealed } = useDebrief();
  const { whys } = useFigures().debrief;
  return revealed && whys.length > 0 ? <Filtered whys={whys} /> : null;
};

const Filtered = ({ whys }: { readonly whys: readonly Why[] }): ReactNode => {
  const { names, scenario, mine } = useDebrief();
  const acting = new Set(whys.map(({ seat }) => seat));
  const seats = [...scenario.delegations.map(({ id }) => id), 'chair' as const].filter((seat) =>
    acting.has(seat),
  );
  const others = seats.filter((seat) => !mine.some((id) => id === seat));
  const [chosen, setChosen] = useState<string>(others[0] ?? EVERYBODY);
  const [wanted, setWanted] = useState('');
  const [session, setSession] = useState(ANY);
  const [most, setMost] = useState(PAGE);
  // Among many one looks for a state by writing; the first that is found is shown.
  const looked = foundSeats(scenario, wanted);
  const found = seats.filter((seat) => scenario.delegations.some(({ id }) => id === seat && looked.has(id)));
  const offered = wanted.trim() === '' || found.length === 0 ? seats : found;
  const seat = chosen === EVERYBODY || offered.some((one) => one === chosen) ? chosen : offered[0];
  const fitting = whys.filter(
    (why) =>
      (seat === EVERYBODY || why.seat === seat) && (session === ANY || String(why.session) === session),
  );
  const shown = fitting.slice(0, most);
  const sessions = [...new Set(whys.map((why) => why.session))];
  return (
    <section aria-labelledby="whys-title" data-testid="whys">
      <h3 id="whys-title">{d('whysTitle')}</h3>
      <p className="figure-lead">{d('whysLead')}</p>
      <div className="row whys-filter">
        {seats.length > MANY_SEATS ? (
          <FindSeat
            scenario={scenario}
            wanted={wanted}
            found={found.length}
            onChange={(next) => {
              setWanted(next);
              setChosen('');
              setMost(PAGE);
            }}
          />
        ) : null}
        <Select
          label={d('whysOf')}
          value={seat ?? EVERYBODY}
          choices={[
            { value: EVERYBODY, label: d('whysAll') },
            ...offered.map((one) => ({ value: one, label: seatName(names, one) })),
          ]}
          onChange={(value) => {
            setChosen(value);
            setMost(PAGE);
          }}
        />
        <Select
          label={d('whysWhen')}
          value={session}
          choices={[
            { value: ANY, label: d('whysEvery') },
            ...sessions.map((one) => ({ value: String(one), label: names.session(one) })),
          ]}
          onChange={(value) => {
            setSession(value);
            setMost(PAGE);
          }}
        />
        <output className="quiet">{d('whysCount', { count: fitting.length })}</output>
      </div>
      {fitting.length === 0 ? <p className="quiet">{d('whysNone')}</p> : null}
      {sessions.map((one) => {
        const acts = shown.filter((why) => why.session === one);
        return acts.length === 0 ? null : (
          <section key={one} aria-label={names.session(one)}>
            <h4>{names.session(one)}</h4>
            <ol className="whys">
              {acts.map((why) => (
                <Act key={why.at} why={why} />
              ))}
            </ol>
          </section>
        );
      })}
      {fitting.length > shown.length ? (
        <Button onPress={() => setMost(most + PAGE)} testId="whys-more">
          {d('whysMore', { count: Math.min(PAGE, fitting.length - shown.length) })}
        </Button>
      ) : null}
    </section>
  );
};

const Act = ({ why }: { readonly why: Why }): ReactNode => {
  const { names } = useDebrief();
  const kept = unsaid(why, why.events);
  const figures = inFigures(why);
  const label =
    why.seat === 'chair' ? 'whyChair' : saidAloud(why.seat, why.events) ? 'whyKeptOnly' : 'whyOnly';
  // What it said itself is told again only with the figures it did not say.
  const reasons =
    kept.length > 0
      ? d(label, { reasons: whyText(names, kept) })
      : figures.length > 0
        ? d('whyFigures', { reasons: whyText(names, figures) })
        : d('whySaid');
  return (
    <li data-testid="why-act" data-at={why.at}>
      <p className="turn-where">{names.phase(why.phase)}</p>
      <div>
        <p>
          {actText(names, why)} <SeeAgain at={why.at} small />
        </p>
        <p className="why">{reasons}</p>
      </div>
    </li>
  );
};
