import { standingText, type Provision, type Reason, type Stance, type Undertaking } from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { guessedPackage, takes } from './guessed-package.ts';
import { modelsOf, guessedWorth, type Model } from './models.ts';
import { offeredToday } from './offered.ts';
import { changes, isRed, type Self } from './own.ts';
import { promisedOnArticle } from './promised-words.ts';
import { PLAY } from './strength.ts';
import { weigh } from './weigh.ts';

/** Partners one asks at a time: three delegations that say the same are heard on the floor and by the Chair. */
const PARTNERS = 2;
/** A coalition is asked for an option worth at least so much more than what stands, hundredths of a point. */
const WORTHWHILE = 200;
/** Every partner must be this likely to come in. */
const LIKELY = 0.5;

/**
 * Brings delegations together that are believed to gain from the same change, before the floor hears them: each promises the next
 * to support it in public. Nothing is paid; whoever falls away has broken its word.
 */
export const gather = (self: Self, strength: Strength): Act | undefined => {
  const [best] = self.scenario.articles
    .flatMap((article, place) =>
      article.options.map((_, option) => ({
        provision: { article: article.id, option },
        place,
        help: changes(self)[place]?.[option] ?? 0,
      })),
    )
    .filter(({ provision, help }) => help >= WORTHWHILE && !isRed(self, provision.article, provision.option))
    .toSorted((a, b) => b.help - a.help);
  if (self.view.offersLeft <= 0 || best === undefined || bound(self, best.provision)) return undefined;
  const partners = allies(self, best.place, best.provision.option);
  if (partners.length < PARTNERS) return undefined;
  const undertakings = ring(self, partners, best.provision);
  const likely = partners.every(
    (model) => takes(guessedPackage(self.scenario, self.view, model, undertakings)) >= LIKELY,
  );
  const { worth, forbidden } = weigh(self, undertakings, PLAY[strength].words);
  if (!likely || forbidden !== undefined || worth <= 0) return undefined;
  const to = partners.map((model) => model.delegation);
  const because: Reason[] = [{ code: 'builds-coalition', with: to, provision: best.provision }];
  return {
    command: { kind: 'offer', to, undertakings, open: true, expires: self.view.session, because },
    because: [...because, { code: 'gains', gain: worth }],
  };
};

const rank: { readonly [S in Stance]: number } = { object: 0, silent: 1, accept: 2, support: 3 };

/** Those believed to gain most from the option who do not support it yet. */
const allies = (self: Self, place: number, option: number): readonly Model[] => {
  const standing = standingText(self.view.articles);
  return modelsOf(self.scenario, self.view)
    .map((model, seat) => ({
      model,
      seat,
      help: guessedWorth(model, standing.with(place, option)) - guessedWorth(model, standing),
      stance: self.view.stances[seat]?.[place]?.[option] ?? 'silent',
    }))
    .filter(
      ({ seat, help, stance, model }) =>
        seat !== self.own.index &&
        help > 0 &&
        rank[stance] >= 1 &&
        rank[stance] < 3 &&
        (model.red[place]?.[option] ?? 0) < 0.2,
    )
    .toSorted((a, b) => b.help - a.help)
    .slice(0, PARTNERS)
    .map(({ model }) => model);
};

/** Each promises the next, and the last the first, to support the option. */
const ring = (self: Self, partners: readonly Model[], provision: Provision): readonly Undertaking[] => {
  const all = [self.own.delegation, ...partners.map((model) => model.delegation)];
  return all.flatMap((by, place): readonly Undertaking[] => {
    const to = all[(place + 1) % all.length];
    return to === undefined ? [] : [{ kind: 'position', by, to, provision, stance: 'support' }];
  });
};

/** Whether one has promised that support, or asked for it in this corridor, already. */
const bound = (self: Self, { article, option }: Provision): boolean =>
  promisedOnArticle(self.view, self.own.delegation, article).some(
    ({ stance, provision }) => stance === 'support' && provision.option === option,
  ) || offeredToday(self).some(({ to }) => to.length >= PARTNERS);
