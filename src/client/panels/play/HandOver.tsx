import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { eventText } from '../../i18n/events.ts';
import { Button, Flag } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';

/** Headlines that everybody may read while the screen changes hands. */
const PUBLIC = ['context-drawn', 'incident-struck', 'decided', 'truth-out', 'draft-issued'];

/** Between two people at one screen: what the whole room knows, and who is to sit down. Nothing else is on the page. */
const HandOver = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const people = useScreen((screen) => screen.people) ?? [];
  const next = useScreen((screen) => screen.next);
  const thinking = useScreen((screen) => screen.thinking);
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (next !== undefined) button.current?.querySelector('button')?.focus();
  }, [next]);
  const headlines = (view.log.at(-1)?.events ?? []).filter((event) => PUBLIC.includes(event.kind));
  const step = scenario.tension.steps.findLast(({ from }) => from <= view.tension);
  const person = people.find(({ seat }) => seat === next);
  const delegation = scenario.delegations.find(({ id }) => id === next);
  const others = people.filter(({ seat }) => seat !== next);
  return (
    <main className="hand-over" data-testid="hand-over">
      <p className="hand-over-phase">
        {names.session(view.session)} · {names.phase(view.phase)} ·{' '}
        {t('tension', { points: view.tension, step: step === undefined ? '' : names.words(step.name) })}
      </p>
      {delegation === undefined || person === undefined ? (
        <h1>{t('handOverWait')}</h1>
      ) : (
        <>
          <h1>
            {person.name === ''
              ? t('handOverTo', { delegation: names.delegation(delegation.id) })
              : t('handOverToName', { name: person.name, delegation: names.delegation(delegation.id) })}
          </h1>
          <Flag code={delegation.flag} size={72} />
          <p>{t('handOverAbout')}</p>
          <div ref={button}>
            <Button look="main" testId="sit" onPress={() => void session.sit(delegation.id)}>
              {t('handOverSit', { delegation: names.delegation(delegation.id) })}
            </Button>
          </div>
        </>
      )}
      {thinking.length === 0 ? null : (
        <p className="hand-over-quiet">{t('thinking', { name: names.delegation(thinking[0] ?? '') })}</p>
      )}
      {headlines.length === 0 ? null : (
        <section aria-labelledby="headlines">
          <h2 id="headlines">{t('handOverNews')}</h2>
          <ul>
            {headlines.map((event, place) => (
              <li key={`${event.kind}-${String(place)}`}>{eventText(names, event)}</li>
            ))}
          </ul>
        </section>
      )}
      {others.length === 0 || next === undefined ? null : (
        <details>
          <summary>{t('handOverOther')}</summary>
          <div className="row">
            {others.map(({ seat }) => (
              <Button key={seat} onPress={() => void session.sit(seat)}>
                {names.delegation(seat)}
              </Button>
            ))}
          </div>
        </details>
      )}
      <Button look="quiet" onPress={() => session.leave()}>
        {t('leave')}
      </Button>
    </main>
  );
};

export default HandOver;
