import { delegate, type Agent } from '../../src/delegates/index.ts';
import {
  chapters,
  lay,
  STYLES,
  witnesses,
  type Chapter,
  type DelegationId,
  type Event,
  type Offer,
  type Scenario,
  type SeatId,
  type State,
  type Style,
} from '../../src/engine/index.ts';
import { playMachines } from '../../src/trial/machines.ts';

/** What a style looks like from the other side of the table: figures of one seat, made of what others witness of a whole game. */

export const inStyle = (scenario: Scenario, id: DelegationId, style: Style): Scenario => ({
  ...scenario,
  delegations: scenario.delegations.map((delegation) =>
    delegation.id === id ? { ...delegation, style } : delegation,
  ),
});

/** Takes back in public, on the first day, each word that it has sold to somebody; from then on it plays as usual. */
const breakingWords = (scenario: Scenario, id: DelegationId, to: DelegationId, usual: Agent): Agent => ({
  act: (view, throws) => {
    const sold = view.pledges.flatMap(({ state, undertaking }) =>
      state === 'open' && undertaking.kind === 'position' && undertaking.by === id && undertaking.to === to
        ? [{ ...undertaking.provision, stance: 'object' as const }]
        : [],
    );
    return view.session === 0 && view.phase === 'drafting' && sold.length > 0
      ? { command: { kind: 'position', positions: sold }, because: [{ code: 'routine' }] }
      : usual.act(view, throws);
  },
});

/** Company in which a style is looked at: as the scenario has it, or where all others break on the first day the words they have sold to it. */
export const COMPANIES = ['as it is', 'breaking its word'] as const;
export type Company = (typeof COMPANIES)[number];

/** A whole game with one seat in a style, and what is told of it from the start. */
export const playedIn = (
  scenario: Scenario,
  id: DelegationId,
  style: Style,
  seed: string,
  company: Company,
): State => {
  const styled = inStyle(scenario, id, style);
  return playMachines(
    lay(styled, seed),
    new Map<SeatId, Agent>(
      styled.delegations.map((delegation) => {
        const usual = delegate(styled, delegation.id);
        const breaks = company === 'breaking its word' && delegation.id !== id;
        return [delegation.id, breaks ? breakingWords(styled, delegation.id, id, usual) : usual];
      }),
    ),
  ).last;
};

/** Who looks: whoever deals with it, all that these see put together; or what everybody at the table sees. */
export const LOOKS = ['whoever deals with it', 'everybody'] as const;
export type Look = (typeof LOOKS)[number];

const seen = (scenario: Scenario, id: DelegationId, look: Look, event: Event): boolean => {
  switch (look) {
    case 'whoever deals with it':
      return scenario.delegations.some((other) => other.id !== id && witnesses(event, other.id));
    case 'everybody':
      return witnesses(event, 'chair');
  }
};

/** What is looked at. */
interface Sight {
  readonly scenario: Scenario;
  readonly id: DelegationId;
  readonly told: readonly Chapter[];
}

type Kind<K extends Event['kind']> = Extract<Event, { kind: K }>;

const all = <K extends Event['kind']>({ told }: Sight, kind: K): readonly Kind<K>[] =>
  told.flatMap(({ events }) => events.filter((event): event is Kind<K> => event.kind === kind));

/** Events of a kind that the seat did. */
const own = <K extends Extract<Event, { by: DelegationId }>['kind']>(sight: Sight, kind: K) =>
  all(sight, kind).filter((event) => 'by' in event && event.by === sight.id);

const share = (part: number, of: number): number | undefined => (of === 0 ? undefined : part / of);

/** What it has said of the options, in all, by the end of so many thirds of the conference. */
const onRecord = ({ scenario, id, told }: Sight, thirds: number): readonly string[] => {
  const said = new Map<string, string>();
  for (const { session, events } of told) {
    if (session * 3 >= scenario.sessions.length * thirds) break;
    for (const event of events) {
      if ((event.kind !== 'spoke' && event.kind !== 'position-taken') || event.by !== id) continue;
      for (const { article, option, stance } of event.kind === 'spoke' ? event.positions : [event.position])
        said.set(`${article}/${option}`, stance);
    }
  }
  return [...said.values()];
};

const yes = (sight: Sight, thirds: number): number =>
  onRecord(sight, thirds).filter((stance) => stance === 'accept' || stance === 'support').length;
const no = (sight: Sight, thirds: number): number =>
  onRecord(sight, thirds).filter((stance) => stance === 'object').length;

/** Packages of two that it made, and not in answer to another. */
const made = (sight: Sight) =>
  all(sight, 'offered').flatMap(({ offer }) =>
    offer.from === sight.id && offer.to.length === 1 && offer.answers === undefined ? [offer] : [],
  );

const countering = (sight: Sight) =>
  all(sight, 'offered').filter(({ offer }) => offer.from === sight.id && offer.answers !== undefined);

const received = (sight: Sight) => all(sight, 'offered').filter(({ offer }) => offer.to.includes(sight.id));

const promised = (sight: Sight) =>
  all(sight, 'promised').filter(({ pledge }) => pledge.undertaking.by === sight.id);

const responses = (sight: Sight) => own(sight, 'responded').map(({ response }) => response.kind);

const count = (sight: Sight, ...kinds: readonly ReturnType<typeof responses>[number][]): number =>
  responses(sight).filter((kind) => kinds.includes(kind)).length;

const spoken = (sight: Sight, tone: 'warm' | 'sharp'): number =>
  [...own(sight, 'spoke'), ...own(sight, 'replied'), ...own(sight, 'explained')].filter(
    (event) => event.tone === tone,
  ).length;

/** Packages to or from somebody that had broken its word to the seat in an earlier session, and in which session. */
const afterBreach = (sight: Sight) => {
  const broke = new Map<DelegationId, number>();
  return sight.told.flatMap(({ session, events }) =>
    events.flatMap((event) => {
      if (event.kind === 'promise-settled' && event.state === 'broken' && event.to === sight.id)
        broke.set(event.by, session);
      if (event.kind !== 'offered') return [];
      const { from, to } = event.offer;
      const mine = from === sight.id;
      const other = mine ? to[0] : from;
      const at = other === undefined || to.length !== 1 ? undefined : broke.get(other);
      return at === undefined || at >= session || (!mine && !to.includes(sight.id))
        ? []
        : [{ offer: event.offer, mine, later: session - at }];
    }),
  );
};

/** Something is asked for, and it answers nothing: no gift, and no payment for a text. */
const isTrade = ({ from, answers, undertakings }: Offer): boolean =>
  answers === undefined && undertakings.some(({ by }) => by !== from);

const taken = (sight: Sight, id: string): boolean =>
  own(sight, 'offer-accepted').some(({ offer }) => offer === id);

export interface Feature {
  readonly name: string;
  /** Nothing where there was no occasion. */
  readonly of: (sight: Sight) => number | undefined;
}

export const FEATURES: readonly Feature[] = [
  { name: 'options it can live with, first third', of: (sight) => yes(sight, 1) },
  { name: 'options it can live with, two thirds', of: (sight) => yes(sight, 2) },
  { name: 'options it can live with, end', of: (sight) => yes(sight, 3) },
  {
    name: 'share of these said in the last two thirds',
    of: (sight) => share(yes(sight, 3) - yes(sight, 1), yes(sight, 3)),
  },
  { name: 'options it objects to, first third', of: (sight) => no(sight, 1) },
  { name: 'options it objects to, two thirds', of: (sight) => no(sight, 2) },
  { name: 'options it objects to, end', of: (sight) => no(sight, 3) },
  {
    name: 'positions taken',
    of: (sight) =>
      own(sight, 'position-taken').length + own(sight, 'spoke').flatMap(({ positions }) => positions).length,
  },
  {
    name: 'red lines drawn before the press',
    of: (sight) => own(sight, 'interviewed').filter(({ vow }) => vow !== undefined).length,
  },
  { name: 'interviews', of: (sight) => own(sight, 'interviewed').length },
  { name: 'warm words', of: (sight) => spoken(sight, 'warm') },
  { name: 'sharp words', of: (sight) => spoken(sight, 'sharp') },
  { name: 'amendments', of: (sight) => own(sight, 'amended').length },
  { name: 'points of order', of: (sight) => own(sight, 'point-of-order').length },
  { name: 'packages offered', of: (sight) => made(sight).length },
  {
    name: 'share of these in the open',
    of: (sight) => share(made(sight).filter(({ open }) => open).length, made(sight).length),
  },
  {
    name: 'undertakings in a package',
    of: (sight) => share(made(sight).flatMap(({ undertakings }) => undertakings).length, made(sight).length),
  },
  {
    name: 'own words offered',
    of: (sight) =>
      made(sight)
        .flatMap(({ undertakings }) => undertakings)
        .filter(({ by, kind }) => by === sight.id && kind === 'position').length,
  },
  {
    name: 'words asked for',
    of: (sight) =>
      made(sight)
        .flatMap(({ undertakings }) => undertakings)
        .filter(({ by, kind }) => by !== sight.id && kind === 'position').length,
  },
  {
    name: 'promises asked for',
    of: (sight) =>
      made(sight)
        .flatMap(({ undertakings }) => undertakings)
        .filter(
          ({ by, kind }) => by !== sight.id && (kind === 'join' || kind === 'restraint' || kind === 'later'),
        ).length,
  },
  {
    name: 'tokens and deeds asked for',
    of: (sight) =>
      made(sight)
        .flatMap(({ undertakings }) => undertakings)
        .filter(({ by, kind }) => by !== sight.id && (kind === 'tokens' || kind === 'deed')).length,
  },
  {
    name: 'tokens and deeds offered',
    of: (sight) =>
      made(sight)
        .flatMap(({ undertakings }) => undertakings)
        .filter(({ by, kind }) => by === sight.id && (kind === 'tokens' || kind === 'deed')).length,
  },
  { name: 'counter-offers', of: (sight) => countering(sight).length },
  {
    name: 'share of packages received that it takes',
    of: (sight) => share(own(sight, 'offer-accepted').length, received(sight).length),
  },
  {
    name: 'share of packages received that it declines',
    of: (sight) => share(own(sight, 'offer-declined').length, received(sight).length),
  },
  {
    name: 'deals',
    of: (sight) => all(sight, 'deal-struck').filter(({ deal }) => deal.parties.includes(sight.id)).length,
  },
  {
    name: 'deals in the open',
    of: (sight) =>
      all(sight, 'deal-struck').filter(({ deal }) => deal.open && deal.parties.includes(sight.id)).length,
  },
  {
    name: 'words sold',
    of: (sight) => promised(sight).filter(({ pledge }) => pledge.undertaking.kind === 'position').length,
  },
  {
    name: 'words sold on what it calls its priorities',
    of: (sight) => {
      const first = own(sight, 'spoke').flatMap(({ priorities }) => priorities);
      return promised(sight).filter(
        ({ pledge: { undertaking } }) =>
          undertaking.kind === 'position' && first.includes(undertaking.provision.article),
      ).length;
    },
  },
  {
    name: 'other promises made',
    of: (sight) => promised(sight).filter(({ pledge }) => pledge.undertaking.kind !== 'position').length,
  },
  {
    name: 'promises broken',
    of: (sight) => own(sight, 'promise-settled').filter(({ state }) => state === 'broken').length,
  },
  {
    name: 'trades offered to whoever broke its word, a session later',
    of: (sight) =>
      afterBreach(sight).filter(({ offer, mine, later }) => mine && later === 1 && isTrade(offer)).length,
  },
  {
    name: 'trades offered to whoever broke its word, later',
    of: (sight) =>
      afterBreach(sight).filter(({ offer, mine, later }) => mine && later > 1 && isTrade(offer)).length,
  },
  {
    name: 'counter-offers to whoever broke its word',
    of: (sight) => afterBreach(sight).filter(({ offer, mine }) => mine && offer.answers !== undefined).length,
  },
  {
    name: 'packages it takes from whoever broke its word',
    of: (sight) => {
      const from = afterBreach(sight).filter(({ mine }) => !mine);
      return share(from.filter(({ offer }) => taken(sight, offer.id)).length, from.length);
    },
  },
  {
    name: 'authors named in public',
    of: (sight) =>
      own(sight, 'responded').filter(
        ({ response }) =>
          response.kind === 'endorse' || (response.kind === 'attribute' && response.quiet !== true),
      ).length,
  },
  {
    name: 'authors named in private',
    of: (sight) =>
      own(sight, 'responded').filter(
        ({ response }) => response.kind === 'attribute' && response.quiet === true,
      ).length,
  },
  { name: 'condemned without a name', of: (sight) => count(sight, 'condemn') },
  { name: 'sanctions and countermeasures', of: (sight) => count(sight, 'sanction', 'countermeasure') },
  { name: 'inquiries opened or joined', of: (sight) => count(sight, 'inquiry') },
  { name: 'teams sent', of: (sight) => count(sight, 'assist') },
  { name: 'clues handed over', of: (sight) => count(sight, 'share') },
  { name: 'calls and requests', of: (sight) => count(sight, 'hotline', 'ask') },
  { name: 'steps down the ladder', of: (sight) => own(sight, 'calmed').length },
  {
    name: 'side rooms entered or resumed',
    of: (sight) =>
      all(sight, 'track-step').filter(
        ({ by, step }) => by === sight.id && (step === 'enter' || step === 'resume'),
      ).length,
  },
  {
    name: 'side rooms left or suspended',
    of: (sight) =>
      all(sight, 'track-step').filter(
        ({ by, step }) => by === sight.id && (step === 'leave' || step === 'suspend'),
      ).length,
  },
  {
    name: 'share of texts it stops',
    of: (sight) => {
      const answers = all(sight, 'decided').flatMap((event) =>
        event.answers.filter(({ by }) => by === sight.id),
      );
      return share(
        answers.filter(({ answer }) => answer === 'object' || answer === 'no').length,
        answers.length,
      );
    },
  },
  { name: 'explanations', of: (sight) => own(sight, 'explained').length },
];

/** The figures of one seat in one game, in the order of {@link FEATURES}. */
export type Figures = readonly (number | undefined)[];

export const figuresOf = (scenario: Scenario, id: DelegationId, game: State, look: Look): Figures => {
  const told = chapters(game).map((chapter) => ({
    ...chapter,
    events: chapter.events.filter((event) => seen(scenario, id, look, event)),
  }));
  return FEATURES.map(({ of }) => of({ scenario, id, told }));
};

/** Figures of a seat by style, in the order of {@link STYLES}, and by seed. */
export type Gallery = readonly (readonly Figures[])[];

/** One gallery for each look, of the same games: seasoned delegates. Of styles not asked for it has no games. */
export const galleries = (
  scenario: Scenario,
  id: DelegationId,
  seeds: readonly string[],
  company: Company,
  styles: readonly Style[] = STYLES,
): { readonly [L in Look]: Gallery } => {
  // A game is large, and let go once it has been looked at.
  const looks = STYLES.map((style) =>
    (styles.includes(style) ? seeds : []).map((seed) => {
      const game = playedIn(scenario, id, style, seed, company);
      return {
        near: figuresOf(scenario, id, game, 'whoever deals with it'),
        far: figuresOf(scenario, id, game, 'everybody'),
      };
    }),
  );
  return {
    'whoever deals with it': looks.map((games) => games.map(({ near }) => near)),
    everybody: looks.map((games) => games.map(({ far }) => far)),
  };
};
