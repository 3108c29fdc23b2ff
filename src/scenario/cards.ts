import {
  asConcession,
  asContext,
  asIncident,
  asTrack,
  ORIGINS,
  type Concession,
  type ContextCard,
  type Effect,
  type IncidentCard,
  type Linkage,
  type Scenario,
} from '../engine/seat.ts';
import { articleNamed, byDelegation, optionsOf, tokenNamed, type Names } from './refer.ts';
import type { EffectDraft, ScenarioDraft } from './draft.ts';
import type { Path } from './fault.ts';
import { named } from './trust.ts';

/** Linkages, concessions, incidents and context cards. */
export const cards = (
  draft: ScenarioDraft,
  names: Names,
): Pick<Scenario, 'linkages' | 'concessions' | 'incidents' | 'contexts'> => {
  names.findings.ids(['linkages'], 'linkages', draft.linkages);
  names.findings.ids(['concessions'], 'concessions', draft.concessions);
  names.findings.ids(['incidents'], 'incidents', draft.incidents);
  names.findings.ids(['contexts'], 'context cards', draft.contexts);
  return {
    linkages: draft.linkages.map((linkage, place) => linkageOf(linkage, ['linkages', place], names)),
    concessions: draft.concessions.map((item, place) => concessionOf(item, ['concessions', place], names)),
    incidents: draft.incidents.map((item, place) => incidentOf(item, ['incidents', place], names)),
    contexts: draft.contexts.map((item, place) =>
      contextOf(item, ['contexts', place], names, draft.sessions.length),
    ),
  };
};

export const sourcesOf = (
  names: Names,
  path: Path,
  sources: readonly string[] | undefined,
): readonly string[] => {
  names.findings.once([...path, 'sources'], sources ?? []);
  sources?.forEach((source, place) =>
    names.findings.known([...path, 'sources', place], 'source', source, names.sources),
  );
  return sources ?? [];
};

const linkageOf = (draft: ScenarioDraft['linkages'][number], path: Path, names: Names): Linkage => {
  const side = (place: 0 | 1): Linkage['first'] => {
    const { article, options } = draft.between[place];
    const at: Path = [...path, 'between', place];
    return {
      article: articleNamed(names, [...at, 'article'], article),
      options: optionsOf(names, [...at, 'options'], article, options),
    };
  };
  const between: Path = [...path, 'between'];
  if (draft.between[0].article === draft.between[1].article && !names.findings.standIns.around(between))
    names.findings.fault(
      [...between, 1, 'article'],
      'wrong-value',
      'A linkage joins two different articles.',
      ['another article'],
      draft.between[1].article,
    );
  return {
    id: draft.id,
    about: names.findings.words([...path, 'about'], draft.about, names.language),
    first: side(0),
    second: side(1),
    worth: byDelegation(names, [...path, 'worth'], draft.worth, (delegation, span, at) => ({
      delegation,
      points: names.findings.span(at, span, -60, 60),
    })),
  };
};

const concessionOf = (draft: ScenarioDraft['concessions'][number], path: Path, names: Names): Concession => ({
  id: asConcession(draft.id),
  title: names.findings.words([...path, 'title'], draft.title, names.language),
  about: names.findings.words([...path, 'about'], draft.about, names.language),
  givers: byDelegation(names, [...path, 'givers'], draft.givers, (delegation, span, at) => ({
    delegation,
    cost: names.findings.span(at, span, 0, 5_000),
  })),
  receivers: byDelegation(names, [...path, 'receivers'], draft.receivers, (delegation, span, at) => ({
    delegation,
    worth: names.findings.span(at, span, -5_000, 5_000),
  })),
  spends: Object.entries(draft.spends ?? {}).map(([token, amount]) => ({
    token: tokenNamed(names, [...path, 'spends', token], token, 'key'),
    amount,
  })),
  sources: sourcesOf(names, path, draft.sources),
});

const incidentOf = (draft: ScenarioDraft['incidents'][number], path: Path, names: Names): IncidentCard => {
  const words = (key: 'title' | 'story' | 'precedent') =>
    names.findings.words([...path, key], draft[key], names.language);
  const weighed = (key: 'victims' | 'culprits') =>
    byDelegation(names, [...path, key], draft[key] ?? {}, (delegation, weight) => ({ delegation, weight }));
  return {
    id: asIncident(draft.id),
    title: words('title'),
    story: words('story'),
    sector: draft.sector,
    severity: draft.severity,
    weight: draft.weight,
    victims: weighed('victims'),
    origins: ORIGINS.map((origin) => ({ origin, percent: draft.origins[origin] ?? 0 })),
    culprits: weighed('culprits'),
    clues: draft.clues.map((clue, place) => ({
      about: names.findings.words([...path, 'clues', place, 'about'], clue.about, names.language),
      reliability: clue.reliability,
    })),
    touches: Object.entries(draft.touches ?? {}).map(([article, percent]) => ({
      article: articleNamed(names, [...path, 'touches', article], article, 'key'),
      percent,
    })),
    tension: names.findings.span([...path, 'tension'], draft.tension, -50, 50),
    damage: names.findings.span([...path, 'damage'], draft.damage, 0, 100),
    reservation: draft.reservation,
    damped: (draft.damped ?? []).map((damper, place) => {
      const at: Path = [...path, 'damped', place];
      return {
        article: articleNamed(names, [...at, 'article'], damper.article),
        options: optionsOf(names, [...at, 'options'], damper.article, damper.options),
        damage: damper.damage,
        tension: damper.tension,
      };
    }),
    precedent: words('precedent'),
    sources: sourcesOf(names, path, draft.sources),
  };
};

const contextOf = (
  draft: ScenarioDraft['contexts'][number],
  path: Path,
  names: Names,
  sessions: number,
): ContextCard => {
  const { findings } = names;
  const sure = !findings.standIns.around(['sessions']);
  if (sure && draft.from > sessions)
    findings.fault(
      [...path, 'from'],
      'out-of-range',
      `This card is never drawn: the last session is ${sessions}.`,
      [sessions === 1 ? '1' : `1 to ${sessions}`],
      String(draft.from),
    );
  else if (draft.from > draft.to && !findings.standIns.above([...path, 'from']))
    findings.fault(
      [...path, 'to'],
      'out-of-range',
      'This card is never drawn: its last session is before its first.',
      [`${draft.from}${draft.from < sessions ? ` to ${sessions}` : ''}`],
      String(draft.to),
    );
  return {
    id: asContext(draft.id),
    title: names.findings.words([...path, 'title'], draft.title, names.language),
    story: names.findings.words([...path, 'story'], draft.story, names.language),
    weight: draft.weight,
    from: draft.from - 1,
    to: draft.to - 1,
    effects: draft.effects.map((effect, place) => effectOf(effect, [...path, 'effects', place], names)),
    sources: sourcesOf(names, path, draft.sources),
  };
};

export const effectOf = (draft: EffectDraft, path: Path, names: Names): Effect => {
  switch (draft.kind) {
    case 'tension':
      return draft;
    case 'trust':
      return {
        kind: 'trust',
        from: named(names, [...path, 'from'], draft.from),
        to: named(names, [...path, 'to'], draft.to),
        by: draft.by,
      };
    case 'weight':
      return {
        kind: 'weight',
        article: articleNamed(names, [...path, 'article'], draft.article),
        of: named(names, [...path, 'of'], draft.of),
        percent: draft.percent,
      };
    case 'reservation':
      return { kind: 'reservation', of: named(names, [...path, 'of'], draft.of), by: draft.by };
    case 'tokens':
      return {
        kind: 'tokens',
        of: named(names, [...path, 'of'], draft.of),
        token: tokenNamed(names, [...path, 'token'], draft.token),
        by: draft.by,
      };
    case 'track':
      names.findings.known([...path, 'track'], 'side track', draft.track, names.tracks);
      return { kind: 'track', track: asTrack(draft.track), open: draft.open };
  }
};
