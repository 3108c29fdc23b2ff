import { stringify } from 'yaml';
import type { GeniusDomain } from './genius-domain.ts';
import type { GeniusProfile } from './genius-profile.ts';

/** One side of an imported negotiation. */
export interface GeniusParty {
  readonly name: string;
  readonly profile: GeniusProfile;
}

/** A scenario made of a domain, and what could not be kept. */
export interface GeniusScenario {
  readonly yaml: string;
  readonly notes: readonly string[];
}

/** Wordings an article can have beside "no text". */
export const MOST_WORDINGS = 7;
const MOST_RESERVATION = 95;

const idFrom = (name: string, usual: string, taken: Set<string>): string => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .replace(/^(?=[0-9])/u, usual)
    .slice(0, 32)
    .replace(/-+$/u, '');
  const base = plain === '' ? usual : plain;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
};

const span = (row: readonly number[]): number => Math.max(...row) - Math.min(...row);

/**
 * What the game's scale makes of a profile. Its articles have weights and values in whole numbers from 0 to 100 and its worst
 * text is worth 0, its best 100: `u' = 100 (u − least) / (most − least)`. The largest deviation of any outcome from that is in
 * points of the game.
 */
const fitted = (profile: GeniusProfile) => {
  const spans = profile.table.map(span);
  const total = spans.reduce((sum, one) => sum + one, 0);
  const widest = Math.max(...spans);
  const least = profile.table.reduce((sum, row) => sum + Math.min(...row), 0);
  const wants = profile.table.map((row, issue) => {
    const wide = spans[issue] ?? 0;
    return {
      weight: widest > 0 ? Math.round((100 * wide) / widest) : 0,
      values: row.map((worth) => (wide > 0 ? Math.round((100 * (worth - Math.min(...row))) / wide) : 0)),
    };
  });
  const weights = wants.reduce((sum, want) => sum + want.weight, 0);
  let [above, below] = [0, 0];
  wants.forEach((want, issue) => {
    const row = profile.table[issue] ?? [];
    const off = want.values.map(
      (value, place) =>
        (want.weight * value) / Math.max(1, weights) -
        (total > 0 ? (100 * ((row[place] ?? 0) - Math.min(...row))) / total : 0),
    );
    above += Math.max(0, ...off);
    below += Math.max(0, ...off.map((one) => -one));
  });
  return {
    wants,
    deviation: Math.max(above, below),
    reservation: total > 0 ? (100 * (profile.reservation - least)) / total : 0,
    flat: total === 0,
  };
};

/** The largest difference, upwards, that the game's rounding can make; two decimals, rounded up. */
const upTo = (points: number): string => (Math.ceil(points * 100 - 1e-9) / 100).toFixed(2);

/** Why a domain cannot be played; `undefined` if it can. */
export const unplayable = (domain: GeniusDomain, parties: readonly GeniusParty[]): string | undefined => {
  if (parties.length < 2) return 'A game needs at least two utility profiles';
  if (parties.length > 200) return `A game has at most 200 delegations, not ${parties.length}`;
  if (domain.issues.length > 30)
    return `A game has at most 30 articles; this domain has ${domain.issues.length} issues`;
  const wide = domain.issues.find((issue) => issue.values.length > MOST_WORDINGS);
  if (wide !== undefined)
    return `An article has at most ${MOST_WORDINGS} wordings; "${wide.name}" has ${wide.values.length} values (nia arena reads the domain as it is)`;
  const flat = parties.find(({ profile }) => fitted(profile).flat);
  return flat === undefined ? undefined : `To ${flat.name} every outcome is worth the same`;
};

/**
 * The scenario of a domain. Option 0 of an article is "no text", as the game wants it, and is worth to each party what the value
 * it likes least is: so no text is worth less than the worst outcome and every outcome keeps its place. Refused by `unplayable`
 * first.
 */
export const geniusScenario = (
  title: string,
  domain: GeniusDomain,
  parties: readonly GeniusParty[],
): GeniusScenario => {
  const notes: string[] = [];
  const articleIds = new Set<string>();
  const articles = domain.issues.map((issue) => {
    const ids = new Set<string>(['none']);
    if (issue.coarse)
      notes.push(
        `"${issue.name}" (${issue.kind}) is cut into ${issue.values.length} values, ${Number(issue.step.toPrecision(6))} apart.`,
      );
    return {
      id: idFrom(issue.name, 'issue', articleIds),
      title: issue.name,
      short: issue.name.slice(0, 24),
      about: `Which ${issue.name} is agreed?`,
      draft: 'none',
      options: [
        { id: 'none', label: 'No text', wording: '' },
        ...issue.values.map((value) => ({
          id: idFrom(value, 'v', ids),
          label: value,
          wording: `${issue.name}: ${value}.`,
        })),
      ],
    };
  });
  const partyIds = new Set<string>(['chair', 'observer', 'all']);
  const delegations = parties.map(({ name, profile }, place) => {
    const { wants, reservation, deviation } = fitted(profile);
    const points = Math.max(0, Math.min(MOST_RESERVATION, Math.round(reservation)));
    if (profile.discount < 1)
      notes.push(`${name}: the discount factor ${profile.discount} is left out; the game has none.`);
    if (Math.abs(profile.weights - 1) >= 0.005)
      notes.push(
        `${name}: the weights sum to ${Number(profile.weights.toPrecision(6))} and were divided by that.`,
      );
    if (Math.abs(points - reservation) > 0.5)
      notes.push(
        `${name}: the reservation value, ${reservation.toFixed(1)} points of the game, is held at ${points}.`,
      );
    notes.push(
      `${name}: utilities lie up to ${upTo(deviation)} points of 100 beside the profile, by rounding.`,
    );
    return {
      id: idFrom(name, 'party', partyIds),
      name,
      placard: name.slice(0, 14),
      flag: 'UN',
      at: [Math.round((-150 + (300 * (place + 0.5)) / parties.length) * 10) / 10, 20],
      groups: [],
      about: `${name}, a party to an imported negotiation.`,
      briefing: `You are ${name}. Your figures are those of the imported profile; no text on a point is worth what you like least there.`,
      manner: 'To the point.',
      style: 'trader',
      wants: Object.fromEntries(
        articles.map((article, k) => {
          const { weight, values } = wants[k] ?? { weight: 0, values: [] };
          const opening = values.indexOf(Math.max(...values));
          return [
            article.id,
            {
              weight,
              values: [Math.min(...values), ...values],
              opening: article.options[opening + 1]?.id ?? 'none',
            },
          ];
        }),
      ),
      redLines: [],
      reservation: points,
      tokens: { standing: 3 },
      tokenWorth: { standing: 1 },
      stakes: { tension: 0, damage: 0, face: 0 },
      capacity: { offence: 0, defence: 5, dependence: 5 },
    };
  });
  const id =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 50)
      .replace(/-+$/u, '') || 'imported';
  const day = '2030-01-01';
  const document = {
    format: 2,
    id,
    version: '1.0.0',
    language: 'en',
    title,
    subtitle: `${parties.length} parties, ${domain.issues.length} issues`,
    summary: `A negotiation imported from a GENIUS domain. All ${parties.length} parties have to agree to one text.`,
    setting: { place: 'Imported', from: day, to: day },
    minutes: 20,
    sessions: ['First meeting', 'Second meeting', 'Third meeting'].map((name) => ({
      title: name,
      date: day,
      phases: ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'],
      incidents: [],
      contexts: 0,
    })),
    procedure: {
      methods: ['consensus'],
      threshold: 'two-thirds',
      quorum: 100,
      textsPerDecision: 3,
      positionsPerStatement: Math.min(40, domain.issues.length),
      offersPerCorridor: 10,
      blockCost: { token: 'standing', amount: 0 },
      reopenCost: { token: 'standing', amount: 0 },
      investigateCost: { token: 'standing', amount: 0 },
      assistCost: { token: 'standing', amount: 0 },
      revealAtEnd: true,
    },
    tokens: [{ id: 'standing', name: 'Standing', about: 'Goodwill; of next to no worth here.' }],
    chair: { name: 'The Chair', about: 'Who takes down what is agreed.', flag: 'UN' },
    delegations,
    articles,
    linkages: [],
    concessions: [],
    tension: {
      start: 0,
      steps: [{ from: 0, name: 'Calm', about: 'Nothing but the text is at stake.' }],
      collapse: 100,
      risePerSession: 0,
      calm: 1,
    },
    trust: { usual: 50, pairs: [] },
    incidents: [],
    contexts: [],
    goals: [
      {
        id: 'trade',
        goal: 'Find out what the others value and trade across issues.',
        decisions: 'Offers; the text put to a decision.',
      },
    ],
    debrief: [
      {
        goal: 'trade',
        question: 'Which issue did you give up for which other, and what was it worth to them?',
      },
    ],
    sources: [
      {
        id: 'import',
        title: `Imported: ${title}`,
        where: 'A GENIUS domain and its utility profiles',
        seen: true,
      },
    ],
  };
  const comment = [
    `Imported from a GENIUS domain: ${title}. Option "none" of each article is the game's "no text"; it is worth to each party`,
    'what the value it likes least is. Utilities are rescaled: worst outcome 0, best 100.',
    ...notes,
  ].map((line) => `# ${line.replaceAll(/\s+/gu, ' ')}`);
  return { yaml: `${comment.join('\n')}\n${stringify(document, { lineWidth: 120 })}`, notes };
};
