import { useEffect, useRef, useState, type ReactNode } from 'react';
import { eventText } from '../i18n/events.ts';
import { namesOf } from '../i18n/names.ts';
import { useScreen } from './context.tsx';
import { offersIn } from './play/answers.ts';

/** Phases, decisions, offers made to oneself and answers to one's own, read out politely. */
const Herald = (): ReactNode => {
  const news = useScreen((screen) => screen.news);
  const scenario = useScreen((screen) => screen.scenario);
  const log = useScreen((screen) => screen.view?.log);
  const seat = useScreen((screen) => screen.seat);
  const [said, setSaid] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const fresh = news.filter(({ n }) => n > last.current);
    last.current = news.at(-1)?.n ?? last.current;
    if (scenario === undefined) return;
    const names = namesOf(scenario);
    const loud = fresh.filter(
      ({ event }) =>
        event.kind === 'phase-opened' ||
        event.kind === 'decided' ||
        event.kind === 'text-put' ||
        event.kind === 'incident-struck' ||
        event.kind === 'closed' ||
        (event.kind === 'offered' && event.offer.to.some((to) => to === seat)) ||
        ((event.kind === 'offer-accepted' || event.kind === 'offer-declined') &&
          event.by !== seat &&
          event.parties[0] === seat),
    );
    if (loud.length === 0) return;
    const offers = offersIn(log ?? []);
    setSaid(loud.map(({ event }) => eventText(names, event, offers)).join(' '));
  }, [news, scenario, seat, log]);
  return (
    <output className="hidden" aria-live="polite">
      {said}
    </output>
  );
};

export default Herald;
