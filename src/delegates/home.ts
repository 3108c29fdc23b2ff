import { plainWorth, standingText, type Provision, type VulnerabilityId } from '../engine/seat.ts';
import type { Act } from './agent.ts';
import { CHARACTER } from './character.ts';
import { elapsed } from './calendar.ts';
import { isRed, type Self } from './own.ts';
import { affordable, worthOfCost } from './purse.ts';

/** What an AI delegation does at home: mends what is open, passes warnings on, speaks to the press, asks its capital. */

/** Mends a flaw when the damage it can be expected to do is worth more than mending it. */
export const mendNow = (self: Self): Act | undefined => {
  for (const flaw of self.scenario.vulnerabilities) {
    if (!self.own.unmended.includes(flaw.id)) continue;
    const expected = expectedHarm(self, flaw.id);
    if (expected > worthOfCost(self, flaw.cost) && affordable(self, flaw.cost, 1))
      return {
        command: { kind: 'mend', vulnerability: flaw.id },
        because: [{ code: 'mends-flaw', vulnerability: flaw.id }],
      };
  }
  return undefined;
};

/** Hundredths of a point that a flaw can be expected to cost in what is left of the conference, from the scenario alone. */
const expectedHarm = (self: Self, id: VulnerabilityId): number => {
  const { scenario, view, own, mandate } = self;
  const flaw = scenario.vulnerabilities.find((item) => item.id === id);
  if (flaw === undefined) return 0;
  const coming = scenario.sessions
    .filter((_, place) => place > view.session)
    .flatMap((session) => session.incidents)
    .reduce((sum, chance) => sum + chance / 100, 0);
  const left = scenario.incidents.filter((card) => !view.incidents.some((seen) => seen.id === card.id));
  const all = left.reduce((sum, card) => sum + card.weight, 0);
  if (all === 0) return 0;
  const harm = left.reduce((sum, card) => {
    if (!flaw.sectors.includes(card.sector)) return sum;
    const victims = card.victims.reduce((total, item) => total + item.weight, 0);
    const mine = card.victims.find((item) => item.delegation === own.delegation)?.weight ?? 0;
    const damage = (card.damage.min + card.damage.max) / 2;
    return sum + (card.weight / all) * (mine / Math.max(1, victims)) * damage * ((flaw.percent - 100) / 100);
  }, 0);
  return harm * coming * mandate.damageStake;
};

/** Tells whoever is in danger, unless one does not trust it at all. */
export const warnNow = (self: Self): Act | undefined => {
  const { view, own, scenario } = self;
  for (const warning of own.warnings) {
    if (warning.session < view.session || warning.victim === own.delegation) continue;
    const place = scenario.delegations.findIndex(({ id }) => id === warning.victim);
    const band = own.trust[place]?.mine;
    if (band === 'broken' || band === 'wary' || warning.told.includes(warning.victim)) continue;
    return {
      command: { kind: 'warn', warning: warning.id, to: warning.victim },
      because: [{ code: 'warns-in-time', of: warning.victim }],
    };
  }
  return undefined;
};

/** Opinion below which one speaks to the press. */
const UNEASY = 42;

/** An interview: to be liked at home, or early on to be believed when one says no. */
export const interviewNow = (self: Self): Act | undefined => {
  const { view, own, scenario } = self;
  if (own.interviewsLeft === 0) return undefined;
  const vow = view.session === 0 && CHARACTER[self.delegation.style].blunt ? ruledOut(self) : undefined;
  if (vow !== undefined)
    return {
      command: { kind: 'interview', vow: { ...vow, says: 'never' }, tone: 'plain', names: [] },
      because: [{ code: 'red-line', article: vow.article }],
    };
  if ((view.opinion[own.index] ?? 50) >= UNEASY || elapsed(scenario, view) > 0.9) return undefined;
  return {
    command: { kind: 'interview', tone: 'plain', names: [] },
    because: [{ code: 'speaks-home' }],
  };
};

/** A red line one has neither vowed on nor, in public or by promise, come near. */
const ruledOut = ({ mandate, view, own, scenario }: Self): Provision | undefined =>
  mandate.redLines.find(({ article, option }) => {
    const place = scenario.articles.findIndex(({ id }) => id === article);
    const said = view.stances[own.index]?.[place]?.[option] ?? 'silent';
    const vowed = view.vows.some((vow) => vow.by === own.delegation && vow.article === article);
    const promised = view.pledges.some(
      ({ undertaking }) =>
        undertaking.by === own.delegation &&
        ((undertaking.kind === 'position' && undertaking.provision.article === article) ||
          (undertaking.kind === 'join' &&
            undertaking.containing.some((provision) => provision.article === article))),
    );
    return option > 0 && (said === 'silent' || said === 'object') && !vowed && !promised;
  });

/** Hundredths of a point by which a text across a red line must beat no agreement before one asks the capital to give way. */
const TEMPTING = 400;

/** Asks the capital to give up a red line, when the draft as it stands would be good but for that. */
export const flexibilityNow = (self: Self): Act | undefined => {
  const { view, own, scenario, mandate } = self;
  const { cost, chance } = scenario.press.flexibility;
  if (chance === 0 || own.flexed || !affordable(self, cost, 1)) return undefined;
  const text = standingText(view.articles);
  const crossed = mandate.redLines.filter((line) => {
    const place = scenario.articles.findIndex(({ id }) => id === line.article);
    return text[place] === line.option;
  });
  const [only] = crossed;
  if (only === undefined || crossed.length > 1 || !isRed(self, only.article, only.option)) return undefined;
  // One's word before the press stands, whatever the capital would now allow.
  const vowed = view.vows.some(
    (vow) => vow.by === own.delegation && vow.article === only.article && vow.option === only.option,
  );
  if (vowed) return undefined;
  const gain = plainWorth(mandate, text) - mandate.reservation;
  if (gain < TEMPTING + worthOfCost(self, cost)) return undefined;
  return {
    command: { kind: 'flexibility', redLine: only },
    because: [{ code: 'asks-capital', redLine: only }],
  };
};
