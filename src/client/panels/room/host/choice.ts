import type {
  Deciding,
  FreeText,
  OpenRole,
  Plan,
  Preset,
  Settings,
  ShelfCard,
  Strength,
} from '../../../session/remote/index.ts';

/** All seats, as many as the class needs, or these. */
export const OPEN_SEATS = ['all', 'class', 'hand'] as const;
export type OpenSeats = (typeof OPEN_SEATS)[number];

/** What whoever hosts has chosen so far. */
export interface HostChoice {
  readonly scenario: string;
  /** A scenario of one's own instead, and what the server made of it. */
  readonly file?: { readonly name: string; readonly text: string; readonly card: ShelfCard };
  readonly preset: Preset;
  readonly name: string;
  readonly seed: string;
  readonly rooms: number;
  readonly password: string;
  readonly openSeats: OpenSeats;
  /** How many people come, where as many seats are opened as they need. */
  readonly people: number;
  /** Delegations opened by hand. */
  readonly byHand: readonly string[];
  readonly choosing: boolean;
  readonly teamSize: number;
  readonly deciding: Deciding;
  readonly freeText: FreeText;
  readonly strength: Strength;
  readonly advisers: boolean;
  readonly press: boolean;
  readonly secretariat: boolean;
  readonly observers: boolean;
  readonly chair: boolean;
}

export const firstChoice = (): HostChoice => ({
  scenario: '',
  preset: '45',
  name: '',
  seed: '',
  rooms: 1,
  password: '',
  openSeats: 'all',
  people: 25,
  byHand: [],
  choosing: true,
  teamSize: 4,
  deciding: 'majority',
  freeText: 'off',
  strength: 'seasoned',
  advisers: true,
  press: true,
  secretariat: false,
  observers: true,
  chair: false,
});

/** Another scenario: what was ticked by hand were the delegations of the one before. */
export const withScenario = (
  { file: _file, ...choice }: HostChoice,
  scenario: { readonly scenario: string } | { readonly file: NonNullable<HostChoice['file']> },
): HostChoice => ({
  ...choice,
  ...scenario,
  byHand: [],
  openSeats: choice.openSeats === 'hand' ? 'all' : choice.openSeats,
});

const openRoles = (choice: HostChoice): readonly OpenRole[] => [
  'member',
  ...(choice.chair ? (['chair'] as const) : []),
  ...(choice.advisers ? (['adviser'] as const) : []),
  ...(choice.press ? (['press'] as const) : []),
  ...(choice.secretariat ? (['secretariat'] as const) : []),
  ...(choice.observers ? (['observer'] as const) : []),
];

/** What is negotiated: the file of one's own, or what is chosen from the shelf. */
export const cardOf = (choice: HostChoice, shelf: readonly ShelfCard[] | undefined): ShelfCard | undefined =>
  choice.file?.card ?? shelf?.find(({ id }) => id === choice.scenario);

/** Delegations that people can sit in, in the author's order. */
export const openSeatsOf = (choice: HostChoice, card: ShelfCard): ShelfCard['delegations'] => {
  switch (choice.openSeats) {
    case 'all':
      return card.delegations;
    case 'class': {
      const count = Math.max(1, Math.ceil(choice.people / choice.teamSize));
      return card.delegations.filter(({ turn }) => turn < count);
    }
    case 'hand':
      return card.delegations.filter(({ id }) => choice.byHand.includes(id));
  }
};

export const wantedSettings = (choice: HostChoice, card: ShelfCard | undefined): Partial<Settings> => ({
  joining: true,
  open: [...openRoles(choice)],
  ...(choice.openSeats === 'all' || card === undefined
    ? {}
    : { seats: openSeatsOf(choice, card).map(({ id }) => id) }),
  choosing: choice.choosing,
  teamSize: choice.teamSize,
  deciding: choice.deciding,
  freeText: choice.freeText,
  strength: choice.strength,
});

/** Seats that a class fills, alone or in twos and threes. */
const CLASS_SEATS = 5;

/** The shortest scenario that fits the time and has seats for a class. */
export const suggested = (cards: readonly ShelfCard[], preset: Preset): ShelfCard | undefined => {
  const fitting = cards.filter(({ fits }) => fits.includes(preset));
  return fitting.find(({ delegations }) => delegations.length >= CLASS_SEATS) ?? fitting[0] ?? cards[0];
};

export const planOf = (card: ShelfCard | undefined, preset: Preset): Plan | undefined =>
  card?.plans.find((plan) => plan.preset === preset);

/** Percent of the whole session that belongs to the debrief. */
export const debriefShare = (plan: Plan): number => {
  const debrief = plan.stretches.reduce(
    (sum, { stretch, seconds }) => sum + (stretch.kind === 'debrief' ? seconds : 0),
    0,
  );
  return Math.round((100 * debrief) / Math.max(1, plan.seconds));
};

export const PREFLIGHT = ['scenario', 'fits', 'debrief', 'roles', 'talk', 'network'] as const;
export interface Preflighted {
  readonly check: (typeof PREFLIGHT)[number];
  readonly ok: boolean;
  readonly figure: number;
}

/** A quarter of the time at least is for talking about it. */
const LEAST_DEBRIEF = 25;

/** What is in order before the room is opened; the network is looked at by whoever shows this. */
export const preflight = (choice: HostChoice, card: ShelfCard | undefined): readonly Preflighted[] => {
  const plan = planOf(card, choice.preset);
  const seats = card === undefined ? [] : openSeatsOf(choice, card);
  return [
    { check: 'scenario', ok: card !== undefined, figure: card?.delegations.length ?? 0 },
    { check: 'fits', ok: card?.fits.includes(choice.preset) ?? false, figure: 0 },
    {
      check: 'debrief',
      ok: plan !== undefined && debriefShare(plan) >= LEAST_DEBRIEF,
      figure: plan === undefined ? 0 : debriefShare(plan),
    },
    {
      check: 'roles',
      ok:
        seats.length > 0 && (choice.openSeats !== 'class' || seats.length * choice.teamSize >= choice.people),
      figure: seats.length * choice.teamSize,
    },
    { check: 'talk', ok: choice.freeText !== 'on', figure: 0 },
  ];
};
