import { asDelegation, type DelegationId, type Scenario, type Text, type Words } from '../engine/seat.ts';
import { listed, LIMITS, readDocument, type Limits, type Located } from './document.ts';
import { examine } from './examine.ts';
import type { Fault, Path } from './fault.ts';
import { Findings, type NameSet } from './names.ts';
import { resolutionDraft, type ResolutionDraft } from './resolution-draft.ts';
import { shapeFindings } from './shape.ts';
import { StandIns } from './stand-ins.ts';

/** A resolution of the world in the terms of a scenario. */
export interface Resolution {
  readonly id: string;
  readonly symbol: string;
  readonly title: Words;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly sponsors: readonly DelegationId[];
  /** All others who put their names under it before the vote. Empty if they are not known. */
  readonly cosponsors: readonly DelegationId[];
  /** One option per article of the scenario; 0 where the resolution says nothing. */
  readonly text: Text;
  /** By delegation of the scenario; `undefined`: it did not vote. Empty if no roll call is given. */
  readonly recorded: readonly (Ballot | undefined)[];
  readonly tally: ResolutionDraft['tally'];
}

const BALLOTS = ['yes', 'no', 'abstain'] as const;
type Ballot = (typeof BALLOTS)[number];

/** A resolution, or everything that is wrong with the file. */
export type ResolutionReading =
  | { readonly resolution: Resolution; readonly faults?: undefined }
  | { readonly faults: readonly Fault[]; readonly resolution?: undefined };

/** Reads a resolution file in the terms of a scenario. Never throws, whatever the text is. All faults come in one run. */
export const readResolution = (
  text: string,
  scenario: Scenario,
  limits: Limits = LIMITS,
): ResolutionReading => {
  const located = readDocument(text, limits);
  if (!('place' in located)) return { faults: located };
  const shape = resolutionDraft.safeParse(located.data);
  if (!shape.success) return { faults: misshapen(located, scenario, limits) };
  const findings = new Findings();
  const resolution = checked(shape.data, scenario, findings);
  const faults = listed([located.faults, located.place(findings.faults)], limits);
  return faults.length > 0 ? { faults } : { resolution };
};

/** Faults of shape, and what can be said of the rest in the same run. */
const misshapen = (located: Located, scenario: Scenario, limits: Limits): readonly Fault[] => {
  const { issues, mended, standIns } = examine(resolutionDraft, located.data);
  const unread = new StandIns(located.holes);
  const findings = new Findings(new StandIns([...standIns, ...located.holes]));
  const draft = resolutionDraft.safeParse(mended);
  if (draft.success) checked(draft.data, scenario, findings);
  const shape = shapeFindings(issues.filter((issue) => !unread.above(issue.path)));
  return listed([located.faults, located.place([...shape, ...findings.faults])], limits);
};

const checked = (draft: ResolutionDraft, scenario: Scenario, findings: Findings): Resolution => {
  const delegations: NameSet = { names: new Set(scenario.delegations.map(({ id }) => id)), whole: true };
  const articles: NameSet = { names: new Set(scenario.articles.map(({ id }) => id)), whole: true };
  const seats = (path: Path, ids: readonly string[]): readonly DelegationId[] => {
    findings.once(path, ids);
    ids.forEach((id, place) => findings.known([...path, place], 'delegation', id, delegations));
    return ids.map(asDelegation);
  };
  for (const article of Object.keys(draft.provisions))
    findings.known(['provisions', article], 'article', article, articles, 'key');
  const text = scenario.articles.map(({ id, options }) => {
    const wanted = Object.hasOwn(draft.provisions, id) ? draft.provisions[id] : undefined;
    if (wanted === undefined) return 0;
    const names: NameSet = { names: new Set(options.map((option) => option.id)), whole: true };
    findings.known(['provisions', id], `option of ${id}`, wanted, names);
    return Math.max(
      0,
      options.findIndex((option) => option.id === wanted),
    );
  });
  const sponsors = seats(['sponsors'], draft.sponsors);
  const cosponsors = seats(['cosponsors'], draft.cosponsors ?? []);
  cosponsors.forEach((id, place) => {
    if (sponsors.includes(id))
      findings.fault(
        ['cosponsors', place],
        'duplicate-id',
        `"${id}" stands here and under "sponsors".`,
        ['it once'],
        id,
      );
  });
  const { recorded, tally, language } = draft;
  const voted = new Map<string, Ballot>();
  for (const ballot of BALLOTS) {
    const path: Path = ['recorded', ballot];
    const ids = (recorded?.[ballot] ?? '').split(/\s+/u).filter((id) => id !== '');
    for (const id of ids) {
      findings.known(path, 'delegation', id, delegations);
      const before = voted.get(id);
      if (before !== undefined)
        findings.fault(path, 'duplicate-id', `"${id}" stands here and under "${before}".`, ['it once'], id);
      voted.set(id, ballot);
    }
    if (tally !== undefined && recorded !== undefined && tally[ballot] !== ids.length)
      findings.fault(
        ['tally', ballot],
        'bad-sum',
        `The roll call has ${ids.length} of "${ballot}", not ${tally[ballot]}.`,
        [String(ids.length)],
        String(tally[ballot]),
      );
  }
  findings.words(['coding'], draft.coding, language);
  return {
    id: draft.id,
    symbol: draft.symbol,
    title: findings.words(['title'], draft.title, language),
    date: draft.date,
    sponsors,
    cosponsors,
    text,
    recorded: recorded === undefined ? [] : scenario.delegations.map(({ id }) => voted.get(id)),
    tally,
  };
};
