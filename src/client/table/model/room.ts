import type {
  Answer,
  DelegationId,
  GivenAnswer,
  Procedure,
  Scenario,
  Stance,
  View,
} from '../../../engine/seat.ts';
import { ANSWERS_TO, METHODS, placeOf } from '../../../engine/seat.ts';
import type { Focus } from '../../session/contract.ts';
import type { Verdict } from '../paint/placard.ts';
import { rims } from './sentence.ts';

/** How one delegation stands in the chamber. */
export interface Posture {
  readonly present: boolean;
  readonly done: boolean;
  readonly rim: Stance | undefined;
  /** Its turn among those who have spoken in this session, from 1. */
  readonly spoke: number | undefined;
  readonly answered: boolean;
  readonly answer: Answer | undefined;
  readonly looked: boolean;
  readonly thinking: boolean;
}

/** The sign of an answer; its word is its own: whoever votes does not join. */
export const signOf = (answer: Answer): Verdict => {
  switch (answer) {
    case 'join':
    case 'yes':
      return 'join';
    case 'object':
    case 'no':
      return 'object';
    case 'abstain':
      return 'abstain';
  }
};

/** What can be answered under a procedure: other faces of a placard are never turned up. */
export const answersUnder = ({ methods, amendmentVotes }: Procedure): readonly Answer[] => {
  const used = METHODS.filter((method) => methods.includes(method) || (method === 'vote' && amendmentVotes));
  return [...new Set(used.flatMap((method) => ANSWERS_TO[method]))];
};

/** Answers of the last decision in the phase that is on; none while a new text is before the room. */
export const lastAnswers = (view: View): readonly GivenAnswer[] => {
  if (view.phase !== 'decision' && view.phase !== 'capital') return [];
  const chapters = view.log.filter(
    ({ session, phase }) => session === view.session && (phase === 'decision' || phase === 'capital'),
  );
  const events = chapters.flatMap((chapter) => chapter.events);
  const last = events.findLast((event) => event.kind === 'decided' || event.kind === 'text-put');
  return last?.kind === 'decided' ? last.answers : [];
};

/** Postures of all delegations, in the scenario's order. */
export const posturesOf = (
  scenario: Scenario,
  view: View,
  focus: Focus | undefined,
  thinking: readonly string[],
): readonly Posture[] => {
  const article = focus?.kind === 'article' ? scenario.articles.findIndex(({ id }) => id === focus.id) : -1;
  const rim = rims(view, article < 0 ? undefined : article);
  const answers = lastAnswers(view);
  const order = (id: DelegationId): number | undefined => {
    const place = view.spoken.indexOf(id);
    return place < 0 || (view.phase !== 'floor' && view.phase !== 'briefing') ? undefined : place + 1;
  };
  return scenario.delegations.map(({ id }, place) => {
    const given = answers.find(({ by }) => by === id);
    return {
      present: view.phase !== 'corridor' || view.status === 'closed',
      done: view.done.includes(id),
      rim: rim[place],
      spoke: order(id),
      answered: view.decision?.answered.includes(id) ?? false,
      answer: given?.answer,
      looked: focus?.kind === 'delegation' && focus.id === id,
      thinking: thinking.includes(id),
    };
  });
};

export const seatOf = (scenario: Scenario, id: DelegationId): number => placeOf(scenario, 'delegation', id);
