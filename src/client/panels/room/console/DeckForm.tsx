import { useState, type ReactNode } from 'react';
import { ORIGINS, type Intervention, type Origin } from '../../../../engine/seat.ts';
import { originText } from '../../../i18n/sentences.ts';
import { r } from '../../../i18n/room.ts';
import { Select } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';

/** The scenario's own cards: incidents, context, and what is known to few and could come out. */
export const DeckForm = ({
  onReady,
}: {
  readonly onReady: (what: Intervention | undefined) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const [card, setCard] = useState('');
  const [victim, setVictim] = useState('');
  const [origin, setOrigin] = useState('');
  const kind = card.slice(0, card.indexOf('/'));
  const id = card.slice(card.indexOf('/') + 1);
  const incident = kind === 'incident' ? scenario.incidents.find((one) => one.id === id) : undefined;
  const tell = (nextCard: string, nextVictim: string, nextOrigin: string): void => {
    setCard(nextCard);
    setVictim(nextVictim);
    setOrigin(nextOrigin);
    onReady(made(nextCard, nextVictim, nextOrigin));
  };
  const made = (chosen: string, whom: string, who: string): Intervention | undefined => {
    const what = chosen.slice(chosen.indexOf('/') + 1);
    switch (chosen.slice(0, chosen.indexOf('/'))) {
      case 'incident': {
        const found = scenario.incidents.find((one) => one.id === what);
        const hit = scenario.delegations.find((one) => one.id === whom)?.id;
        const by: Origin | undefined = ORIGINS.find((one) => one === who);
        return found === undefined
          ? undefined
          : {
              kind: 'incident',
              incident: found.id,
              ...(hit === undefined ? {} : { victim: hit }),
              ...(by === undefined ? {} : { origin: by }),
            };
      }
      case 'context': {
        const found = scenario.contexts.find((one) => one.id === what);
        return found === undefined ? undefined : { kind: 'context', card: found.id };
      }
      case 'truth':
      case 'leak-clues': {
        const found = view.incidents.find((one) => one.id === what);
        const act = chosen.startsWith('truth') ? ('truth' as const) : ('leak-clues' as const);
        return found === undefined ? undefined : { kind: act, incident: found.id };
      }
      case 'close':
        return { kind: 'close' };
      default:
        return undefined;
    }
  };
  const struck = view.incidents.map((one) => one.id);
  const open = view.incidents.filter((one) => one.truth === undefined);
  return (
    <div className="deck">
      <Select
        label={r('deckCard')}
        value={card}
        empty={r('deckChoose')}
        choices={[
          ...scenario.incidents
            .filter((one) => !struck.includes(one.id))
            .map((one) => ({
              value: `incident/${one.id}`,
              label: `${r('deck_incident')}: ${names.words(one.title)}`,
            })),
          ...scenario.contexts
            .filter((one) => !view.contexts.includes(one.id))
            .map((one) => ({
              value: `context/${one.id}`,
              label: `${r('deck_context')}: ${names.words(one.title)}`,
            })),
          ...open.map((one) => ({
            value: `truth/${one.id}`,
            label: `${r('deck_truth')}: ${names.incident(one.id)}`,
          })),
          ...open.map((one) => ({
            value: `leak-clues/${one.id}`,
            label: `${r('deck_leak')}: ${names.incident(one.id)}`,
          })),
        ]}
        onChange={(value) => tell(value, '', '')}
      />
      {incident === undefined ? null : (
        <>
          <p className="quiet">{names.words(incident.story).replaceAll('{victim}', '…')}</p>
          <div className="row">
            <Select
              label={r('deckVictim')}
              value={victim}
              empty={r('deckDrawn')}
              choices={incident.victims.map((one) => ({
                value: one.delegation,
                label: names.delegation(one.delegation),
              }))}
              onChange={(value) => tell(card, value, origin)}
            />
            <Select
              label={r('deckOrigin')}
              value={origin}
              empty={r('deckDrawn')}
              choices={incident.origins.map((one) => ({
                value: one.origin,
                label: originText(names, one.origin),
              }))}
              onChange={(value) => tell(card, victim, value)}
            />
          </div>
          <p className="quiet">{r('deckOriginAbout')}</p>
        </>
      )}
    </div>
  );
};
