import '../../styles/debrief.css';
import '../../styles/debrief-charts.css';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { d } from '../../i18n/debrief.ts';
import type { DebriefRoom, Figures, FiguresFault, Making, Reflection, Trials } from '../../session/index.ts';
import { debriefHere } from '../../session/debrief/open.ts';
import { Button, Switch } from '../bits.tsx';
import { faultText } from './fault.ts';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { DebriefProvider, FiguresProvider, type Debriefed } from './context.tsx';
import { Causes } from './steps/Causes.tsx';
import { Facts } from './steps/Facts.tsx';
import { Feelings } from './steps/Feelings.tsx';
import { Keep } from './steps/Keep.tsx';
import { Short } from './steps/Short.tsx';
import { TakeAway } from './steps/TakeAway.tsx';
import { Transfer } from './steps/Transfer.tsx';
import { FULL, minutesFor, minutesOf, SHORT, SHORT_MINUTES, type Step } from './time.ts';

export interface DebriefProps {
  readonly onClose: () => void;
  /** Opens the game as it was at a move; without it, nothing offers that. */
  readonly replayAt?: (move: number) => void;
  /** Asks what would have been otherwise at a move; without it, nothing offers that. */
  readonly branchAt?: (move: number) => void;
  /** Where the game is gone through; a worker of its own on the game at this screen, unless told otherwise. */
  readonly open?: () => DebriefRoom;
  readonly short?: boolean;
  readonly revealed: boolean;
  /** Turns the cards over; absent where that is somebody else's to do. */
  readonly onReveal: (() => void) | undefined;
  /** Whoever is at this screen has not played: they lead the talk, and read what others say. */
  readonly listens?: boolean;
  /** What a room has played otherwise, for its reports. */
  readonly trials?: Trials;
  /** Where a room keeps time for it: the minutes that are kept, and what shows how many are left. */
  readonly kept?: { readonly minutes: number; readonly clock: ReactNode };
}

const EMPTY: readonly Reflection[] = [];

/** Parts that stand on figures; the others can be gone through while those are made. */
const NEEDS: readonly Step[] = ['facts', 'causes', 'keep'];

/** The debrief: a phase of its own after a game, in full or in five minutes. */
const Debrief = ({
  onClose,
  replayAt,
  branchAt,
  open,
  short = false,
  revealed,
  onReveal,
  listens = false,
  trials,
  kept,
}: DebriefProps): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const people = useScreen((screen) => screen.people);
  const seat = useScreen((screen) => screen.seat);
  const reflections = useScreen((screen) => screen.reflections) ?? EMPTY;
  // Where the host keeps no answers they last as long as this page.
  const [held, setHeld] = useState<readonly Reflection[]>(EMPTY);
  const { reflect: keep } = session;
  const room = useMemo<DebriefRoom>(() => open?.() ?? debriefHere(session), [open, session]);
  const [isShort, setShort] = useState(short);
  const [step, setStep] = useState<Step>(short ? 'short' : 'feelings');
  const { figures, making, fault, again } = useMade(room);
  const heading = useRef<HTMLHeadingElement>(null);
  const steps: readonly Step[] = isShort ? SHORT : FULL;
  const at = Math.max(0, steps.indexOf(step));
  const before = steps[at - 1];
  const next = steps[at + 1];
  const all = isShort ? SHORT_MINUTES : (kept?.minutes ?? minutesOf(scenario.minutes));

  const go = (to: Step): void => {
    setStep(to);
    // After the part has been shown.
    requestAnimationFrame(() => {
      heading.current?.focus();
      heading.current?.closest('.debrief')?.scrollTo({ top: 0 });
    });
  };
  const speakers = listens
    ? []
    : (people?.map((person) => person.seat) ?? (seat === undefined ? [] : [seat]));
  const debriefed: Debriefed = {
    scenario,
    names,
    view,
    room,
    people: speakers,
    mine: scenario.delegations.flatMap(({ id }) => (speakers.some((one) => one === id) ? [id] : [])),
    reflections: keep === undefined ? held : reflections,
    reflect: (reflection) => {
      if (keep === undefined)
        setHeld((now) => [...now.filter((one) => one.seat !== reflection.seat), reflection]);
      else void keep(reflection);
    },
    // Until what was covered has been gone through anew there is nothing to show behind the cards.
    revealed: revealed && figures?.covered !== true,
    reveal: onReveal,
    trials,
    replayAt,
    branchAt,
  };
  return (
    <DebriefProvider value={debriefed}>
      <FiguresProvider value={figures}>
        <div className="debrief" data-testid="debrief" data-step={step}>
          <header className="debrief-head">
            <div>
              <p className="debrief-game">{names.words(scenario.title)}</p>
              <h1>{d('title')}</h1>
            </div>
            <Switch
              legend={d('form')}
              hideLegend
              name="form"
              value={isShort ? 'short' : 'full'}
              choices={[
                { value: 'full', label: d('form_full') },
                { value: 'short', label: d('form_short') },
              ]}
              onChange={(value) => {
                setShort(value === 'short');
                setStep(value === 'short' ? 'short' : 'feelings');
              }}
            />
            {kept?.clock}
            <Button look="quiet" onPress={onClose} testId="leave-debrief">
              {d('back')}
            </Button>
          </header>
          <nav className="debrief-steps" aria-label={d('steps')}>
            <ol>
              {steps.map((one, place) => (
                <li key={one}>
                  <button
                    type="button"
                    className="debrief-step"
                    aria-current={one === step ? 'step' : undefined}
                    data-testid={`step-${one}`}
                    onClick={() => go(one)}
                  >
                    <span className="debrief-number" aria-hidden="true">
                      [{place + 1}]
                    </span>
                    <span className="debrief-name">{d(`step_${one}`)}</span>
                    <span className="debrief-minutes">{d('minutes', { count: minutesFor(one, all) })}</span>
                  </button>
                </li>
              ))}
            </ol>
            <p className="debrief-time">
              {isShort
                ? d('timeShort')
                : d(kept === undefined ? 'timeAll' : 'timeKept', { minutes: d('minutes', { count: all }) })}
            </p>
            {kept === undefined || listens ? null : <p className="debrief-time">{d('readBy')}</p>}
            <p className="debrief-forecast">
              <strong>{d('forecast')}</strong> {d('forecastWhy')}
            </p>
          </nav>
          <main className="debrief-paper">
            <p className="debrief-of">{d('stepOf', { n: at + 1, all: steps.length })}</p>
            <h2 ref={heading} tabIndex={-1}>
              {d(`step_${step}`)}
            </h2>
            <p className="lead">{d(`lead_${step}`)}</p>
            {NEEDS.includes(step) && figures === undefined ? (
              <Waiting making={making} fault={fault} onAgain={again} />
            ) : (
              stepOf(step)
            )}
            <footer className="debrief-foot">
              {before === undefined ? (
                <span />
              ) : (
                <Button look="quiet" onPress={() => go(before)}>
                  {d('before')}
                </Button>
              )}
              {next === undefined ? (
                kept === undefined ? (
                  <Button onPress={() => session.leave()}>{d('playAgain')}</Button>
                ) : (
                  <Button onPress={onClose}>{d('back')}</Button>
                )
              ) : (
                <Button look="main" onPress={() => go(next)} testId="next-step">
                  {d('next', { step: d(`step_${next}`) })}
                </Button>
              )}
            </footer>
          </main>
        </div>
      </FiguresProvider>
    </DebriefProvider>
  );
};

const stepOf = (step: Step): ReactNode => {
  switch (step) {
    case 'feelings':
      return <Feelings />;
    case 'facts':
      return <Facts />;
    case 'causes':
      return <Causes />;
    case 'transfer':
      return <Transfer />;
    case 'takeaway':
      return <TakeAway />;
    case 'keep':
      return <Keep />;
    case 'short':
      return <Short />;
  }
};

/** Figures begin to be made when the debrief is opened, while people say how it was. */
const useMade = (
  room: DebriefRoom,
): {
  readonly figures: Figures | undefined;
  readonly making: Making | undefined;
  readonly fault: FiguresFault | undefined;
  readonly again: () => void;
} => {
  const [making, setMaking] = useState<Making>();
  const [figures, setFigures] = useState<Figures>();
  const [fault, setFault] = useState<FiguresFault>();
  const make = useCallback((): (() => void) => {
    let gone = false;
    void room.figures(setMaking).then((made) => {
      if (gone) return;
      if ('fault' in made) setFault(made);
      else {
        setFault(undefined);
        setFigures(made);
      }
    });
    return () => {
      gone = true;
      room.close();
    };
  }, [room]);
  useEffect(() => make(), [make]);
  return {
    figures,
    making,
    fault,
    again: () => {
      setFault(undefined);
      make();
    },
  };
};

const Waiting = ({
  making,
  fault,
  onAgain,
}: {
  readonly making: Making | undefined;
  readonly fault: FiguresFault | undefined;
  readonly onAgain: () => void;
}): ReactNode =>
  fault === undefined ? (
    <div className="making" data-testid="making">
      <progress max={making?.of ?? 1} value={making?.place ?? 0} aria-label={t('computing')} />
      <output>{d('making', { step: d(`making_${making?.step ?? 'reading'}`) })}</output>
    </div>
  ) : (
    <div className="making" data-testid="no-figures">
      <p>{faultText(fault)}</p>
      <Button onPress={onAgain}>{d('tryAgain')}</Button>
    </div>
  );

export default Debrief;
