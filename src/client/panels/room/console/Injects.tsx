import { useState, type ReactNode } from 'react';
import type { Intervention } from '../../../../engine/seat.ts';
import { r } from '../../../i18n/room.ts';
import type { Condition } from '../../../session/remote/index.ts';
import { Button, Confirmed, Switch } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { useAsk, useDeskSight } from './act.ts';
import { ConditionForm, conditionText } from './ConditionForm.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { DeckForm } from './DeckForm.tsx';
import { interventionText } from './intervention-text.ts';
import { WrittenForm } from './WrittenForm.tsx';

const WAYS = ['suggested', 'deck', 'written', 'correct'] as const;
type Way = (typeof WAYS)[number];

/** What a facilitator can let happen: suggested by the state, from the deck, written on the spot; now, or when something is so. */
export const Injects = (): ReactNode => {
  const [way, setWay] = useState<Way>('suggested');
  const [ready, setReady] = useState<Intervention>();
  return (
    <>
      <h2>{r('injectsTitle')}</h2>
      <Switch
        legend={r('injectsTitle')}
        hideLegend
        name="inject-way"
        value={way}
        choices={WAYS.map((value) => ({ value, label: r(`way_${value}`) }))}
        onChange={(value) => {
          setWay(WAYS.find((one) => one === value) ?? 'suggested');
          setReady(undefined);
        }}
      />
      {way === 'suggested' ? <Suggestions /> : null}
      {way === 'deck' ? <DeckForm onReady={setReady} /> : null}
      {way === 'written' ? <WrittenForm onReady={setReady} /> : null}
      {way === 'correct' ? <CorrectionForm onReady={setReady} /> : null}
      {ready === undefined || way === 'suggested' ? null : (
        <Fire intervention={ready} onFired={() => setReady(undefined)} planned={way !== 'correct'} />
      )}
      <Planned />
    </>
  );
};

/** Now, or when a condition holds. */
const Fire = ({
  intervention,
  onFired,
  planned,
}: {
  readonly intervention: Intervention;
  readonly onFired: () => void;
  readonly planned: boolean;
}): ReactNode => {
  const ask = useAsk();
  const { names } = usePlaying();
  const [when, setWhen] = useState<Condition>();
  return (
    <section className="sheet fire" aria-label={r('injectReady')}>
      <p>
        <strong>{interventionText(names, intervention)}</strong>
      </p>
      <div className="row">
        <Button
          look="danger"
          testId="fire-now"
          onPress={() =>
            void ask<'intervene'>({ ask: 'intervene', intervention }).then((answer) => {
              if (answer.ok === true) onFired();
            })
          }
        >
          {r('fireNow')}
        </Button>
      </div>
      {planned ? (
        <details>
          <summary>{r('fireLater')}</summary>
          <ConditionForm onReady={setWhen} />
          <Button
            disabled={when === undefined}
            onPress={() => {
              if (when === undefined) return;
              void ask<'plan-inject'>({ ask: 'plan-inject', when, intervention }).then((answer) => {
                if (answer.ok === true) onFired();
              });
            }}
          >
            {r('planIt')}
          </Button>
        </details>
      ) : null}
    </section>
  );
};

const Suggestions = (): ReactNode => {
  const ask = useAsk();
  const { suggestions } = useDeskSight();
  const { names } = usePlaying();
  return (
    <ul className="suggestions" data-testid="suggestions">
      {suggestions.length === 0 ? <li className="quiet">{r('suggestionsNone')}</li> : null}
      {suggestions.slice(0, 6).map(({ intervention, because, score }) => (
        <li key={`${because}-${interventionText(names, intervention)}`} className="suggestion">
          <span>
            <strong>{interventionText(names, intervention)}</strong>
            <span className="quiet">{r(`because_${because}`)}</span>
            <span className="bar" aria-hidden="true">
              <span className="bar-fill bar-soft" style={{ inlineSize: `${String(score)}%` }} />
            </span>
          </span>
          <Confirmed
            look="plain"
            label={r('fire')}
            about={interventionText(names, intervention)}
            onConfirm={() => void ask<'intervene'>({ ask: 'intervene', intervention })}
          />
        </li>
      ))}
    </ul>
  );
};

const Planned = (): ReactNode => {
  const ask = useAsk();
  const { planned } = useDeskSight();
  const { names } = usePlaying();
  if (planned.length === 0) return null;
  return (
    <section aria-labelledby="planned">
      <h3 id="planned">{r('plannedTitle')}</h3>
      <ul className="suggestions">
        {planned.map(({ n, when, intervention, due }) => (
          <li key={n} className="suggestion">
            <span>
              <strong>{interventionText(names, intervention)}</strong>
              <span className="quiet">
                {conditionText(when, names)}
                {due ? ` · ${r('dueNow')}` : ''}
              </span>
            </span>
            <span className="row">
              <Button onPress={() => void ask<'fire-inject'>({ ask: 'fire-inject', inject: n })}>
                {r('fire')}
              </Button>
              <Button look="quiet" onPress={() => void ask<'drop-inject'>({ ask: 'drop-inject', inject: n })}>
                {r('dropIt')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
