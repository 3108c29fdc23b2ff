import {
  asCalming,
  asIncident,
  asOperationCard,
  asPoint,
  asTrack,
  asVulnerability,
  USUAL_RULES,
  type OperationCard,
  type Scenario,
  type Spending,
  type Track,
  type TrackPoint,
} from '../engine/seat.ts';
import { effectOf, sourcesOf } from './cards.ts';
import type { ScenarioDraft } from './draft.ts';
import type { Path } from './fault.ts';
import {
  articleNamed,
  byDelegation,
  delegationNamed,
  optionNamed,
  optionsOf,
  spending,
  type Names,
} from './refer.ts';

type World = Pick<
  Scenario,
  | 'tracks'
  | 'payoffs'
  | 'vulnerabilities'
  | 'intelligence'
  | 'operations'
  | 'calming'
  | 'press'
  | 'rules'
  | 'clock'
>;

/** The optional sections, with what stands for those that are left out: nothing happens. */
export const worldOf = (draft: ScenarioDraft, names: Names, nothing: Spending): World => {
  names.findings.ids(['calming'], 'calming steps', draft.calming ?? []);
  names.findings.ids(['vulnerabilities'], 'vulnerabilities', draft.vulnerabilities ?? []);
  return {
    tracks: (draft.tracks ?? []).map((track, place) => trackOf(track, ['tracks', place], names, draft)),
    payoffs: (draft.payoffs ?? []).map((item, place) => {
      const path: Path = ['payoffs', place];
      return {
        article: articleNamed(names, [...path, 'article'], item.article),
        options: optionsOf(names, [...path, 'options'], item.article, item.options),
        gives: item.gives,
        percent: item.percent,
      };
    }),
    vulnerabilities: (draft.vulnerabilities ?? []).map((item, place) => {
      const path: Path = ['vulnerabilities', place];
      return {
        id: asVulnerability(item.id),
        title: names.findings.words([...path, 'title'], item.title, names.language),
        about: names.findings.words([...path, 'about'], item.about, names.language),
        sectors: item.sectors,
        percent: item.percent,
        holders: byDelegation(names, [...path, 'holders'], item.holders, (delegation, chance) => ({
          delegation,
          chance,
        })),
        cost: spending(names, [...path, 'cost'], item.cost),
        sources: sourcesOf(names, path, item.sources),
      };
    }),
    intelligence: intelligenceOf(draft, names),
    operations: {
      allowed: draft.operations?.allowed ?? false,
      cards: (draft.operations?.cards ?? []).map((card, place) =>
        operationOf(card, ['operations', 'cards', place], names, draft),
      ),
    },
    calming: (draft.calming ?? []).map((item, place) => {
      const path: Path = ['calming', place];
      const words = (key: 'title' | 'about' | 'precedent') =>
        names.findings.words([...path, key], item[key], names.language);
      return {
        id: asCalming(item.id),
        title: words('title'),
        about: words('about'),
        cost: spending(names, [...path, 'cost'], item.cost),
        tension: item.tension,
        trust: item.trust,
        precedent: words('precedent'),
        sources: sourcesOf(names, path, item.sources),
      };
    }),
    press: pressOf(draft, names, nothing),
    rules: rulesOf(draft),
    ...(draft.clock === undefined ? {} : { clock: draft.clock }),
  };
};

/** What the file says, and the usual for the rest. */
const rulesOf = ({ rules }: ScenarioDraft): Scenario['rules'] => ({
  truth: { ...USUAL_RULES.truth, ...rules?.truth },
  rumours: { ...USUAL_RULES.rumours, ...rules?.rumours },
  help: rules?.help ?? USUAL_RULES.help,
  tension: { ...USUAL_RULES.tension, ...rules?.tension },
  trust: { ...USUAL_RULES.trust, ...rules?.trust },
});

const trackOf = (
  draft: NonNullable<ScenarioDraft['tracks']>[number],
  path: Path,
  names: Names,
  { sessions }: ScenarioDraft,
): Track => {
  const { findings } = names;
  const last = sessions.length;
  findings.once([...path, 'members'], draft.members);
  findings.ids([...path, 'points'], 'points', draft.points);
  if (!findings.standIns.around(['sessions']) && draft.from > last)
    findings.fault(
      [...path, 'from'],
      'out-of-range',
      `This room never meets: the last session is ${last}.`,
      [last === 1 ? '1' : `1 to ${last}`],
      String(draft.from),
    );
  if (draft.from > draft.to)
    findings.fault(
      [...path, 'to'],
      'out-of-range',
      'This room never meets: its last session is before its first.',
      [`${draft.from} or more`],
      String(draft.to),
    );
  return {
    id: asTrack(draft.id),
    title: findings.words([...path, 'title'], draft.title, names.language),
    about: findings.words([...path, 'about'], draft.about, names.language),
    kind: draft.kind,
    members: draft.members.map((id, place) => delegationNamed(names, [...path, 'members', place], id)),
    from: draft.from - 1,
    to: draft.to - 1,
    open: draft.open ?? true,
    cost: spending(names, [...path, 'cost'], draft.cost),
    points: draft.points.map((point, place) =>
      pointOf(point, [...path, 'points', place], names, draft.members.length),
    ),
    advance: draft.advance ?? { chance: 0, each: 0 },
    rupture: draft.rupture ?? { reservation: 0, tension: 0 },
    sources: sourcesOf(names, path, draft.sources),
  };
};

const pointOf = (
  draft: NonNullable<ScenarioDraft['tracks']>[number]['points'][number],
  path: Path,
  names: Names,
  members: number,
): TrackPoint => {
  const { findings } = names;
  const { writes } = draft;
  if ((draft.needs ?? 2) > members && members > 1)
    findings.fault(
      [...path, 'needs'],
      'out-of-range',
      `This needs ${draft.needs ?? 2} parties, and the room has ${members} members.`,
      [`2 to ${members}`],
      String(draft.needs),
    );
  return {
    id: asPoint(draft.id),
    title: findings.words([...path, 'title'], draft.title, names.language),
    about: findings.words([...path, 'about'], draft.about, names.language),
    needs: draft.needs ?? 2,
    worth: byDelegation(names, [...path, 'worth'], draft.worth, (delegation, worth, at) => ({
      delegation,
      worth: findings.span(at, worth, -3_000, 3_000),
    })),
    effects: (draft.effects ?? []).map((effect, place) =>
      effectOf(effect, [...path, 'effects', place], names),
    ),
    writes:
      writes === undefined
        ? null
        : {
            article: articleNamed(names, [...path, 'writes', 'article'], writes.article),
            option: optionNamed(names, [...path, 'writes', 'option'], writes.article, writes.option),
          },
    softens: draft.softens ?? { damage: 100, tension: 100 },
  };
};

const intelligenceOf = (draft: ScenarioDraft, names: Names): Scenario['intelligence'] => ({
  warnings: byDelegation(
    names,
    ['intelligence', 'warnings'],
    draft.intelligence?.warnings ?? {},
    (delegation, { chance, reliability }) => ({ delegation, chance, reliability }),
  ),
  briefings: byDelegation(
    names,
    ['intelligence', 'briefings'],
    draft.intelligence?.briefings ?? {},
    (delegation, chance) => ({ delegation, chance }),
  ),
  heeded: draft.intelligence?.heeded ?? 100,
});

const operationOf = (
  draft: NonNullable<ScenarioDraft['operations']>['cards'][number],
  path: Path,
  names: Names,
  { incidents }: ScenarioDraft,
): OperationCard => {
  if (draft.incident !== undefined)
    names.findings.known([...path, 'incident'], 'incident', draft.incident, {
      names: new Set(incidents.map((card) => card.id)),
      whole: !names.findings.standIns.around(['incidents']),
    });
  return {
    id: asOperationCard(draft.id),
    kind: draft.kind,
    title: names.findings.words([...path, 'title'], draft.title, names.language),
    about: names.findings.words([...path, 'about'], draft.about, names.language),
    cost: spending(names, [...path, 'cost'], draft.cost),
    proxyCost: spending(names, [...path, 'proxyCost'], draft.proxyCost),
    success: draft.success,
    mishap: draft.mishap,
    exposure: draft.exposure,
    gain: draft.gain,
    incident: draft.incident === undefined ? null : asIncident(draft.incident),
    sources: sourcesOf(names, path, draft.sources),
  };
};

const pressOf = ({ press }: ScenarioDraft, names: Names, nothing: Spending): Scenario['press'] =>
  press === undefined
    ? {
        interviews: 0,
        opinion: { min: 50, max: 50 },
        gain: 0,
        vow: 0,
        leak: 0,
        traced: 0,
        flexibility: { cost: nothing, chance: 0 },
        swing: 0,
      }
    : {
        ...press,
        opinion: names.findings.span(['press', 'opinion'], press.opinion, 0, 100),
        flexibility: {
          chance: press.flexibility.chance,
          cost: spending(names, ['press', 'flexibility', 'cost'], press.flexibility.cost),
        },
      };
