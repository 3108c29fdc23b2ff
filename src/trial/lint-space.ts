import { ideals, outlookOn, problemOf, type Outlook, type Problem } from '../analysis/index.ts';
import { lay, open, placeOf, type Scenario } from '../engine/index.ts';
import type { Finding } from '../scenario/index.ts';
import { MANDATE_MARGIN } from './tally.ts';
import { counted } from './words.ts';

/** So many draws of the mandates are looked at, where texts and delegations are few enough. */
const DRAWS = 40;
/** Texts times delegations up to which the exact searches take a moment; past them fewer draws, or none. */
const EASY = 4e7;
const MOST = 1e10;
/** With more delegations than this fewer draws are looked at, and nobody is named who stands in the way. */
const CROWD = 40;
/** In fewer draws than this something can be agreed: too few. */
const FEASIBLE = 0.5;
/** In more draws than this one text suits everybody best: too many. */
const COMMON = 0.1;
/** Where counting ranks article by article reaches this share of the Nash text, on average, linkages hold nothing together. */
const BY_ARTICLE = 0.85;
/** With fewer draws than this nothing is said of their mean. */
const FEW = 5;
/** In more draws than this a seat has nothing to win, or an article only "no text". */
const MOSTLY = 0.5;

interface Drawn {
  readonly problem: Problem;
  readonly outlook: Outlook;
  readonly ideals: readonly number[] | undefined;
}

/** How many draws are looked at: all, or fewer of a large space; 0 for one that is too large. */
export const drawsOf = (scenario: Scenario): number => {
  const size = scenario.articles.reduce(
    (product, article) => product * article.options.length,
    scenario.delegations.length,
  );
  if (size > MOST) return 0;
  return size > EASY || scenario.delegations.length > CROWD ? 5 : DRAWS;
};

/** What the exact analysis of many draws says about play: nothing to agree on, nothing to quarrel about, seats without a stake. */
export const lintSpace = (scenario: Scenario): readonly Finding[] => {
  const drawn = Array.from({ length: drawsOf(scenario) }, (_, k): Drawn => {
    const problem = problemOf(scenario, open(lay(scenario, `lint/${k + 1}`)).mandates);
    return {
      problem,
      outlook: outlookOn(problem, scenario.delegations.length <= CROWD),
      ideals: ideals(problem),
    };
  });
  if (drawn.length === 0) return [];
  return [
    ...agreement(scenario, drawn),
    ...firstChoice(drawn),
    ...linkages(drawn),
    ...seats(scenario, drawn),
    ...articles(scenario, drawn),
  ];
};

const share = (part: readonly unknown[], whole: readonly unknown[]): number =>
  whole.length === 0 ? 0 : part.length / whole.length;
const agreeable = (drawn: readonly Drawn[]): readonly Drawn[] =>
  drawn.filter(({ outlook }) => outlook.agreeable);

const agreement = (scenario: Scenario, drawn: readonly Drawn[]): readonly Finding[] => {
  // Where a vote can decide, nobody needs a text that is acceptable to all.
  if (scenario.procedure.methods.includes('vote')) return [];
  const none = drawn.filter(({ outlook }) => !outlook.agreeable);
  if (1 - share(none, drawn) >= FEASIBLE) return [];
  const blocks = scenario.delegations.map(
    (_, place) => none.filter(({ outlook }) => outlook.blockers.includes(place)).length,
  );
  const most = Math.max(...blocks);
  const place = blocks.indexOf(most);
  const id = scenario.delegations[place]?.id ?? '';
  const found = `In ${none.length} of ${counted(drawn.length, 'draw')} no text is acceptable to all`;
  return [
    most > 0
      ? {
          path: ['delegations', place, 'reservation'],
          code: 'no-agreement',
          message: `${found}; in ${most} of them ${id} alone stands in the way.`,
          write: [`a lower reservation for ${id}`, 'lower chances of its red lines'],
        }
      : {
          path: ['delegations'],
          code: 'no-agreement',
          message: `${found}.`,
          write: ['lower reservations', 'lower chances of red lines'],
        },
  ];
};

const firstChoice = (drawn: readonly Drawn[]): readonly Finding[] => {
  const common = drawn.filter(({ outlook }) => outlook.commonFirstChoice);
  if (share(common, drawn) <= COMMON) return [];
  return [
    {
      path: ['articles'],
      code: 'one-first-choice',
      message: `In ${common.length} of ${counted(drawn.length, 'draw')} one text is everybody's first choice: there is nothing to negotiate.`,
      write: ['values that pull apart', 'another best option for somebody in an article of weight'],
    },
  ];
};

const linkages = (drawn: readonly Drawn[]): readonly Finding[] => {
  const shares = agreeable(drawn).map(({ outlook }) => outlook.articleByArticle ?? 0);
  if (shares.length < FEW) return [];
  const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  if (mean < BY_ARTICLE) return [];
  return [
    {
      path: ['linkages'],
      code: 'weak-linkages',
      message: `Settling article by article already reaches ${Math.round(mean * 100)} % of the Nash text: a package brings nothing.`,
      write: ['linkages with larger worths', 'linkages that give to some what they take from others'],
    },
  ];
};

/** Seats to which no text on the table is worth the trouble, and seats to which every text is. */
const seats = (scenario: Scenario, drawn: readonly Drawn[]): readonly Finding[] =>
  scenario.delegations.flatMap(({ id }, place): Finding[] => {
    const path = ['delegations', place, 'reservation'];
    const could = agreeable(drawn);
    const poor = could.filter(
      (one) => (one.ideals?.[place] ?? 0) - (one.problem.parties[place]?.reservation ?? 0) < MANDATE_MARGIN,
    );
    if (share(poor, could) > MOSTLY)
      return [
        {
          path,
          code: 'cannot-win',
          message: `${id} cannot win: in ${poor.length} of ${counted(could.length, 'draw')} no text that all could accept gives it ${MANDATE_MARGIN / 100} points more than no agreement.`,
          write: [`a lower reservation for ${id}`, 'a linkage worth something to it'],
        },
      ];
    const safe = drawn.filter(({ problem }) => {
      const party = problem.parties[place];
      return party !== undefined && party.reservation <= 0 && party.forbidden.length === 0;
    });
    return share(safe, drawn) > MOSTLY
      ? [
          {
            path,
            code: 'cannot-lose',
            message: `${id} cannot lose: every text, even its worst, is worth as much to it as no agreement.`,
            write: [`a reservation above 0 for ${id}`, 'a red line'],
          },
        ]
      : [];
  });

/** Articles of which the red lines of all together leave only "no text", or nothing at all. */
const articles = (scenario: Scenario, drawn: readonly Drawn[]): readonly Finding[] =>
  scenario.articles.flatMap((article, place): Finding[] => {
    const dead = drawn.filter(({ problem }) =>
      article.options
        .slice(1)
        .every((_, index) =>
          problem.parties.some((party) =>
            party.forbidden.some((line) => line.article === place && line.option === index + 1),
          ),
        ),
    );
    if (share(dead, drawn) <= MOSTLY) return [];
    const lines = scenario.delegations.flatMap((delegation, seat) =>
      delegation.redLines.flatMap((line, index) =>
        placeOf(scenario, 'article', line.article) === place
          ? [{ path: ['delegations', seat, 'redLines', index], id: delegation.id, chance: line.chance }]
          : [],
      ),
    );
    const [strictest] = lines.toSorted((a, b) => b.chance - a.chance);
    if (strictest === undefined) return [];
    const who = [...new Set(lines.map((line) => line.id))].join(', ');
    return [
      {
        path: strictest.path,
        code: 'dead-article',
        message: `In ${dead.length} of ${counted(drawn.length, 'draw')} the red lines (${who}) together leave no wording of ${article.id}.`,
        write: ['a lower chance', 'fewer options'],
      },
    ];
  });
