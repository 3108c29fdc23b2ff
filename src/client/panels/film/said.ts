import type { Event } from '../../../engine/seat.ts';
import { eventText } from '../../i18n/events.ts';
import { f } from '../../i18n/film.ts';
import { respondedText } from '../../i18n/incident-events.ts';
import { code } from '../../i18n/index.ts';
import type { Names } from '../../i18n/names.ts';
import { originText, undertakingText } from '../../i18n/sentences.ts';
import { tellingOf, type Eye, type FilmAlternative } from '../../session/film/index.ts';

/** What happened with a move, in one sentence. */
export const momentText = (names: Names, at: number, happening: readonly Event[]): string => {
  if (at === 0) return f('begins');
  const telling = tellingOf(happening);
  return telling === undefined ? f('unseen') : eventText(names, telling);
};

export const eyeText = (names: Names, eye: Eye, own: Eye): string => {
  switch (eye) {
    case 'chair':
      return f('seeChair');
    case 'observer':
      return f('seeObserver');
    case 'facilitator':
      return f('seeFacilitator');
    case 'truth':
      return f('seeTruth');
    default:
      return eye === own ? f('seeOwn', { name: names.delegation(eye) }) : names.delegation(eye);
  }
};

/** What would be otherwise, as one reads it in a list. */
export const alternativeText = (
  names: Names,
  { change, by = 'chair', offer, pledge, was }: FilmAlternative,
): string => {
  if (change.kind === 'fate') {
    const { fate } = change;
    const incident = names.incident(fate.incident);
    return fate.kind === 'spared'
      ? f('changeSpared', { incident })
      : f('changeOrigin', { incident, origin: originText(names, fate.origin, fate.culprit) });
  }
  const who = names.delegation(by);
  const { command } = change;
  const from = offer === undefined ? '' : names.delegation(offer.from);
  if (command.kind === 'accept') return f('changeTake', { by: who, from });
  if (command.kind === 'decline') return f('changeDecline', { by: who, from });
  if (command.kind === 'answer')
    return f('changeAnswer', { by: who, answer: code(`answer.${command.answer}`) });
  if (command.kind === 'advance') return f('changeAdvance');
  if (command.kind === 'put') return f('changePut', { method: code(`method.${command.method}`) });
  if (command.kind === 'perform')
    return f('changeKeep', {
      by: who,
      what: pledge === undefined ? '' : undertakingText(names, pledge.undertaking),
    });
  if (command.kind === 'respond' && by !== 'chair' && by !== 'observer' && by !== 'facilitator')
    return respondedText(names, { by, incident: command.incident, response: command.response, cites: [] });
  return f(was === 'speak' || was === 'offer' || was === 'perform' ? `changePass_${was}` : 'changePass', {
    by: who,
  });
};
