import { readFileSync } from 'node:fs';
import { conduct, delegate, STRENGTHS, type Strength } from '../../../src/delegates/index.ts';
import { selfOf, type Self } from '../../../src/delegates/own.ts';
import {
  appraise,
  contains,
  decide,
  placeOf,
  plainWorth,
  standingText,
  view as viewOf,
  type Command,
  type DelegationId,
  type Pledge,
  type Provision,
  type Reason,
  type Scenario,
  type State,
  type Table,
  type Text,
  type Undertaking,
  type View,
} from '../../../src/engine/index.ts';
import type { Game } from '../../engine/given.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { play } from '../play.ts';

/** What a machine states as a reason, with all that it can be rebuilt from: its view, its mandate, the rules. */

export type Code = Reason['code'];
export type Because<C extends Code> = Extract<Reason, { code: C }>;

/** What a reason is stated with: a command, offers told from counter-offers, and votes on amendments from answers to whole texts. */
export type Act = Command['kind'] | 'counter' | 'amendment-vote';

/** A moment at which a delegation acts. */
export interface Moment {
  readonly table: Table;
  readonly scenario: Scenario;
  readonly before: State;
  readonly view: View;
  readonly self: Self;
  readonly me: DelegationId;
  readonly standing: Text;
  readonly strength: Strength;
  readonly command: Command;
  readonly act: Act;
  /** Reasons sent with the command, and those kept for the debrief. */
  readonly said: readonly Reason[];
  readonly kept: readonly Reason[];
}

/** One reason of a moment: sent or kept, and which of them it is. */
export interface Stated extends Moment {
  readonly aloud: boolean;
  readonly place: number;
}

/** Whether a reason is so. */
export type Check<C extends Code> = (reason: Because<C>, at: Stated) => boolean;
/** A check for each act with which a code is stated. */
export type Checks<C extends Code> = { readonly [A in Act]?: Check<C> };

const actOf = (command: Command, view: View): Act => {
  if (command.kind === 'offer' && command.answers !== undefined) return 'counter';
  if (command.kind === 'answer' && view.decision?.amendment !== undefined) return 'amendment-vote';
  return command.kind;
};

const momentOf = (
  table: Table,
  before: State,
  view: View,
  strength: Strength,
  command: Command,
  kept: readonly Reason[],
): readonly Moment[] => {
  const { scenario } = table;
  const self = selfOf(scenario, view);
  if (self === undefined) return [];
  const said = 'because' in command ? command.because : [];
  const standing = standingText(view.articles);
  const me = self.own.delegation;
  const act = actOf(command, view);
  return [{ table, scenario, before, view, self, me, standing, strength, command, act, said, kept }];
};

/** All that the delegations of a game did, up to some turn of it. */
export const momentsIn = (
  scenario: Scenario,
  seed: string,
  strength: Strength = 'seasoned',
  most = 20_000,
): readonly Moment[] => {
  const { table, turns } = play(scenario, seed, { strength, most });
  return turns.flatMap(({ before, view, command, because }) =>
    momentOf(table, before, view, strength, command, because),
  );
};

/** A scenario from its file. */
export const scenarioIn = (name: string): Scenario => {
  const { scenario } = readScenario(
    readFileSync(new URL(`../../../scenarios/${name}.yaml`, import.meta.url), 'utf8'),
  );
  if (scenario === undefined) throw new Error(`scenarios/${name}.yaml has faults`);
  return scenario;
};

/** The same in three games, by each of the strengths. */
export const momentsByAll = (scenario: Scenario, seed: string): readonly Moment[] =>
  STRENGTHS.flatMap((strength) => momentsIn(scenario, `${seed}/${strength}`, strength));

/** What a delegation does first in a situation set up by hand, with dice that always say yes. The rules must allow it. */
export const momentIn = (
  game: Game,
  seat: DelegationId,
  strength: Strength = 'seasoned',
): readonly Moment[] => {
  const { table, state } = game;
  const view = viewOf(table, state, seat);
  const act = delegate(table.scenario, seat, strength).act(view, () => 0);
  if (act === undefined) throw new Error('nothing is done');
  const { refusal } = decide(table, state, { seat, command: act.command });
  if (refusal !== undefined) throw new Error(`refused: ${refusal.refused}`);
  return momentOf(table, state, view, strength, act.command, act.because);
};

/** What is done in the place of an acceptance that the rules refuse, for what the other side alone knew. */
export const momentInstead = (game: Game, seat: DelegationId): readonly Moment[] => {
  const { table, state } = game;
  const { scenario } = table;
  const conductor = conduct({
    scenario,
    seats: new Map([[seat, delegate(scenario, seat)]]),
    people: [],
    viewOf: (whose) => viewOf(table, state, whose),
    diceOf: () => () => 0,
  });
  const first = conductor.next();
  if (first === undefined || decide(table, state, first).refusal === undefined)
    throw new Error('nothing is refused');
  conductor.refused(first);
  const next = conductor.next();
  return next === undefined
    ? []
    : momentOf(table, state, viewOf(table, state, seat), 'seasoned', next.command, next.because);
};

/** Every reason of these moments. */
export const statedIn = (
  moments: readonly Moment[],
): readonly { readonly reason: Reason; readonly at: Stated }[] =>
  moments.flatMap((moment) =>
    [true, false].flatMap((aloud) =>
      (aloud ? moment.said : moment.kept).map((reason, place) => ({
        reason,
        at: { ...moment, aloud, place },
      })),
    ),
  );

/** One's own number stays with oneself: it is this in what is kept, and in nothing that is sent. */
export const isOwn = ({ aloud }: Stated, stated: number | undefined, number: number): boolean =>
  stated === (aloud ? undefined : number);

/** What putting an option into a text changes for a delegation, hundredths of a point. */
export const changeIn = ({ scenario, self }: Moment, text: Text, { article, option }: Provision): number =>
  plainWorth(self.mandate, text.with(placeOf(scenario, 'article', article), option)) -
  plainWorth(self.mandate, text);

export const isRedLine = ({ self }: Moment, { article, option }: Provision): boolean =>
  self.mandate.redLines.some((line) => line.article === article && line.option === option);

/** Articles on which a text crosses a red line. */
export const crossedBy = (at: Moment, text: Text): readonly string[] =>
  at.scenario.articles.flatMap(({ id }, place) =>
    isRedLine(at, { article: id, option: text[place] ?? 0 }) ? [id] : [],
  );

/** What the options of an article that cross no red line change at best in a text: below nothing where it has the best. */
export const bestChange = (at: Moment, text: Text, article: string): number => {
  const found = at.scenario.articles.find(({ id }) => id === article);
  if (found === undefined) throw new RangeError(`no article ${article}`);
  return Math.max(
    ...found.options.flatMap((_, option) =>
      isRedLine(at, { article: found.id, option }) ? [] : [changeIn(at, text, { article: found.id, option })],
    ),
  );
};

/** What has been agreed for the adoption of a text, as far as these undertakings go. */
export const dueBy = (
  { scenario, self, me }: Moment,
  text: Text,
  undertakings: readonly Undertaking[],
): number =>
  appraise(
    scenario,
    self.mandate,
    me,
    undertakings.filter(
      (item) =>
        (item.kind === 'tokens' || item.kind === 'deed') &&
        item.when.on === 'adoption' &&
        contains(scenario, text, item.when.containing),
    ),
  ).onAdoption;

/** What a text brings over no agreement, with what is due on its adoption. */
export const gainBy = (at: Moment, text: Text): number =>
  plainWorth(at.self.mandate, text) + dueBy(at, text, at.view.pending) - at.self.mandate.reservation;

/** Its own open promises of a kind. */
export const pledgedBy = <K extends Undertaking['kind']>(
  { view, me }: Moment,
  kind: K,
): readonly (Pledge & { readonly undertaking: Extract<Undertaking, { kind: K }> })[] =>
  view.pledges.filter(
    (pledge): pledge is Pledge & { readonly undertaking: Extract<Undertaking, { kind: K }> } =>
      pledge.state === 'open' && pledge.undertaking.kind === kind && pledge.undertaking.by === me,
  );
