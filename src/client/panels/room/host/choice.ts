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

/** What whoever hosts has chosen so far. */
export interface HostChoice {
  readonly scenario: string;
  /** A scenario of one's own instead. */
  readonly file?: { readonly name: string; readonly text: string };
  readonly preset: Preset;
  readonly name: string;
  readonly seed: string;
  readonly rooms: number;
  readonly password: string;
  readonly choosing: boolean;
  readonly teamSize: number;
  readonly deciding: Deciding;
  readonly freeText: FreeText;
  readonly strength: Strength;
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
  choosing: true,
  teamSize: 4,
  deciding: 'majority',
  freeText: 'off',
  strength: 'seasoned',
  press: true,
  secretariat: false,
  observers: true,
  chair: false,
});

/** Advisers are always welcome: whoever comes when all seats are taken sits beside somebody. */
const openRoles = (choice: HostChoice): readonly OpenRole[] => [
  'member',
  ...(choice.chair ? (['chair'] as const) : []),
  'adviser',
  ...(choice.press ? (['press'] as const) : []),
  ...(choice.secretariat ? (['secretariat'] as const) : []),
  ...(choice.observers ? (['observer'] as const) : []),
];

export const wantedSettings = (choice: HostChoice): Partial<Settings> => ({
  joining: true,
  open: [...openRoles(choice)],
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
  return fitting.find(({ delegations }) => delegations >= CLASS_SEATS) ?? fitting[0] ?? cards[0];
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
  const own = choice.file !== undefined;
  return [
    { check: 'scenario', ok: card !== undefined || own, figure: card?.delegations ?? 0 },
    { check: 'fits', ok: own || (card?.fits.includes(choice.preset) ?? false), figure: 0 },
    {
      check: 'debrief',
      ok: own || (plan !== undefined && debriefShare(plan) >= LEAST_DEBRIEF),
      figure: plan === undefined ? 0 : debriefShare(plan),
    },
    {
      check: 'roles',
      ok: true,
      figure: (card?.delegations ?? 0) * choice.teamSize,
    },
    { check: 'talk', ok: choice.freeText !== 'on', figure: 0 },
  ];
};
