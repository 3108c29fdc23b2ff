import { interventionText } from './console/intervention-text.ts';
import type { Command, Offer, Position, Response } from '../../../engine/seat.ts';
import { termsText } from '../../i18n/deal-events.ts';
import { listed, listedNames } from '../../i18n/index.ts';
import type { Names } from '../../i18n/names.ts';
import { positionClauses } from '../../i18n/positions.ts';
import { r } from '../../i18n/room.ts';
import { originText } from '../../i18n/sentences.ts';

/** What a command would do, as it is proposed to one's delegation: a clause without a subject. */
export const commandText = (names: Names, command: Command, offers: readonly Offer[] = []): string => {
  const who = (id: string): string => (id === 'all' ? r('do_everybody') : names.delegation(id));
  const offerOf = (id: string): Offer | undefined => offers.find((offer) => offer.id === id);
  switch (command.kind) {
    case 'done':
    case 'sponsor':
    case 'withdraw':
    case 'perform':
    case 'leak':
    case 'sign':
    case 'explain':
    case 'agenda':
    case 'draft':
    case 'put':
    case 'gavel':
    case 'advance':
      return r(`do_${command.kind}`);
    case 'respond':
      return r('do_respond', {
        incident: names.incident(command.incident),
        how: responseText(names, command.response, who),
      });
    case 'warn':
      return r('do_warn', { to: who(command.to) });
    case 'mend':
      return r('do_mend', { flaw: names.flaw(command.vulnerability) });
    case 'track':
      return r(`do_track_${command.step}`, { track: names.track(command.track) });
    case 'calm':
      return r('do_calm', { move: names.calming(command.move) });
    case 'interview':
      return command.vow === undefined
        ? r('do_interview')
        : r(`do_interview_${command.vow.says}`, { provision: names.provision(command.vow) });
    case 'flexibility':
      return r('do_flexibility', { provision: names.provision(command.redLine) });
    case 'operate':
      return r('do_operate', {
        against: who(command.against),
        operation: names.operation(command.operation),
      });
    case 'speak':
      return command.positions.length === 0
        ? r('do_speak-plain')
        : r('do_speak', { positions: positionsText(names, command.positions) });
    case 'reply':
      return r('do_reply', { to: who(command.to) });
    case 'position':
      return command.positions.length === 1
        ? positionsText(names, command.positions)
        : r('do_positions', { positions: positionsText(names, command.positions) });
    case 'amend':
    case 'report':
      return r(`do_${command.kind}`, { provision: names.provision(command) });
    case 'point-of-order':
    case 'group':
      return r(`do_${command.kind}`, { article: names.article(command.article) });
    case 'offer':
      return r('do_offer', {
        to: listedNames(command.to.map(who)),
        terms: termsText(names, command.undertakings),
      });
    case 'accept': {
      const offer = offerOf(command.offer);
      return offer === undefined
        ? r('do_accept-plain')
        : r('do_accept', { by: who(offer.from), terms: termsText(names, offer.undertakings) });
    }
    case 'decline': {
      const offer = offerOf(command.offer);
      return offer === undefined ? r('do_decline-plain') : r('do_decline', { by: who(offer.from) });
    }
    case 'intervene':
      return interventionText(names, command.intervention);
    case 'answer':
      return r(`do_answer_${command.answer}`);
  }
};

const positionsText = (names: Names, positions: readonly Position[]): string =>
  listed(positionClauses(names, positions, 'say'));

const responseText = (names: Names, response: Response, who: (id: string) => string): string => {
  switch (response.kind) {
    case 'investigate':
    case 'inquiry':
    case 'assess':
    case 'leak':
    case 'assist':
    case 'condemn':
      return r(`do_respond_${response.kind}`);
    case 'share':
      return r('do_respond_share', { with: who(response.with) });
    case 'ask':
      return r('do_respond_ask', { from: who(response.from) });
    case 'hotline':
      return r('do_respond_hotline', { to: who(response.to) });
    case 'attribute':
      return r('do_respond_attribute', { who: originText(names, response.origin, response.culprit) });
    case 'endorse':
      return r('do_respond_endorse', { by: who(response.whose) });
    case 'sanction':
    case 'countermeasure':
      return r(`do_respond_${response.kind}`, { on: who(response.on) });
  }
};
