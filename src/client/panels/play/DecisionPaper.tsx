import { useMemo, useState, type ReactNode } from 'react';
import {
  appraise,
  breaches,
  contains,
  plainWorth,
  standingText,
  whyThisText,
  type Answer,
  type ArticleId,
} from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { whyText } from '../../i18n/sentences.ts';
import { Button, Confirmed, Tag } from '../bits.tsx';
import { useDesk, usePlaying, useScreen, useIdle } from '../context.tsx';
import { AfterAdoption } from './AfterAdoption.tsx';
import { Gauge } from './Gauge.tsx';
import { Verdict } from './Verdict.tsx';
import { waitingFor } from './waiting.ts';

/** The text before the room: whole, with its worth to oneself, and the answer one gives. */
export const DecisionPaper = (): ReactNode => {
  const { scenario, view, own } = usePlaying();
  const { decision } = view;
  const watching = useIdle();
  const tried = view.log.at(-1)?.events.filter((event) => event.kind === 'decided') ?? [];
  return (
    <>
      <h2>{t('textBefore')}</h2>
      {tried.map((event, place) => (
        <Verdict key={`decided-${String(place)}`} event={event} />
      ))}
      {decision === undefined ? <p className="quiet">{t(waitingFor(view))}</p> : null}
      <AfterAdoption />
      {decision === undefined ? null : (
        <>
          <AmendmentLine />
          <p>
            {t(
              decision.method === 'silence'
                ? 'bySilence'
                : decision.method === 'consensus'
                  ? 'byConsensus'
                  : `byVote_${scenario.procedure.threshold}`,
            )}
            .{' '}
            <span className="quiet">
              {t('answered', { n: decision.answered.length, all: scenario.delegations.length })}
            </span>
          </p>
          {decision.amendment === undefined ? (
            <>
              <WhyText />
              <WhichText />
            </>
          ) : null}
          {own === undefined ? null : <Worth text={decision.text} />}
          {decision.mine === undefined ? (
            watching ? null : (
              <AnswerForm />
            )
          ) : (
            <p className="news">{t('answeredSo', { answer: answerLabel(decision.mine.answer) })}</p>
          )}
          <TextInFull text={decision.text} />
        </>
      )}
    </>
  );
};

/** What the text answers and what it leaves open, by public positions alone: the same for everybody, whoever is in the chair. */
const WhyText = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const text = view.decision?.text;
  const why = useMemo(
    () => (text === undefined ? [] : whyThisText(scenario, view, text)),
    [scenario, view, text],
  );
  return <p data-testid="why-text">{t('whyText', { reasons: whyText(names, why) })}</p>;
};

/** How many texts can still come, and whether a vote can: whoever objects has to know what follows. */
const WhichText = (): ReactNode => {
  const { scenario, view } = usePlaying();
  const { textsPerDecision: most, methods } = scenario.procedure;
  const n = view.tried.length + 1;
  if (most < 2) return null;
  const vote = view.decision?.method !== 'vote' && methods.includes('vote');
  return (
    <p className="quiet">
      {n >= most ? t('textLast') : t(vote ? 'textNumberVote' : 'textNumber', { n, most })}
    </p>
  );
};

/** Where the vote is on one amendment: which. */
const AmendmentLine = (): ReactNode => {
  const { view, names } = usePlaying();
  const found = view.amendments.find(({ id }) => id === view.decision?.amendment);
  return found === undefined ? null : (
    <>
      <h3>{t('amendmentVote')}</h3>
      <p>{t('amendmentVoteAbout', { provision: names.provision(found) })}</p>
    </>
  );
};

const answerLabel = (answer: string): string => {
  switch (answer) {
    case 'join':
      return t('joinText');
    case 'object':
      return t('objectText');
    case 'yes':
      return t('voteYes');
    case 'no':
      return t('voteNo');
    default:
      return t('abstain');
  }
};

const Worth = ({ text }: { readonly text: readonly number[] }): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  if (own === undefined) return null;
  const crossed = breaches(scenario, own.mandate, text).map((line) => names.article(line.article));
  const due = view.pending.filter(
    (item) => item.when.on === 'adoption' && contains(scenario, text, item.when.containing),
  );
  const { onAdoption } = appraise(scenario, own.mandate, own.delegation, due);
  return (
    <>
      <Gauge
        worth={plainWorth(own.mandate, text) + onAdoption}
        reservation={own.mandate.reservation}
        crossed={crossed.length > 0}
        put
      />
      {crossed.length === 0 ? null : <p className="loss">{t('crosses', { articles: listed(crossed) })}</p>}
      {onAdoption === 0 ? null : <p>{t('dueOnAdoption', { points: points(onAdoption, true) })}</p>}
    </>
  );
};

/** A whole text, article by article, with what has changed since the draft. */
export const TextInFull = ({ text }: { readonly text: readonly number[] }): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  const standing = standingText(view.articles);
  return (
    <ol className="text-full">
      {scenario.articles.map((article, place) => {
        const index = text[place] ?? 0;
        const option = article.options[index];
        const red =
          own?.mandate.redLines.some((line) => line.article === article.id && line.option === index) ?? false;
        return (
          <li key={article.id}>
            <strong>{names.words(article.title)}.</strong>{' '}
            {option === undefined || index === 0 ? (
              <em>{t('noText')}</em>
            ) : (
              <span className="wording-inline">{names.words(option.wording)}</span>
            )}
            {red ? <Tag kind="red">{t('redLine')}</Tag> : null}
            {view.status === 'open' && standing[place] !== index ? (
              <Tag kind="plain">{t('changed')}</Tag>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
};

const AnswerForm = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const busy = useScreen((screen) => screen.busy);
  const [articles, setArticles] = useState<readonly ArticleId[]>([]);
  const { decision } = view;
  if (decision === undefined) return null;
  const { blockCost } = scenario.procedure;
  const send = (answer: Answer): void =>
    void session.send({
      kind: 'answer',
      answer,
      articles: answer === 'object' || answer === 'no' ? articles : [],
      because: [],
    });
  return (
    <div className="answer" id="answer" tabIndex={-1}>
      <fieldset>
        <legend>{t(decision.method === 'vote' ? 'voteWhy' : 'objectWhy')}</legend>
        <div className="chips">
          {scenario.articles.map(({ id }) => (
            <label key={id} className="chip">
              <input
                type="checkbox"
                checked={articles.includes(id)}
                onChange={(event) =>
                  setArticles(
                    event.target.checked ? [...articles, id] : articles.filter((item) => item !== id),
                  )
                }
              />
              <span>{names.article(id)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        {decision.method === 'vote' ? (
          <>
            <Button look="main" disabled={busy} testId="vote-yes" onPress={() => send('yes')}>
              {t('voteYes')}
            </Button>
            <Button disabled={busy} onPress={() => send('no')}>
              {t('voteNo')}
            </Button>
            <Button disabled={busy} onPress={() => send('abstain')}>
              {t('abstain')}
            </Button>
          </>
        ) : (
          <>
            <Button look="main" disabled={busy} testId="join" onPress={() => send('join')}>
              {t('joinText')}
            </Button>
            <Confirmed
              label={t('objectText')}
              about={
                decision.method === 'consensus'
                  ? t('objectAbout', {
                      cost: t('cost', { count: blockCost.amount, token: names.token(blockCost.token) }),
                    })
                  : t('objectFree')
              }
              disabled={busy}
              onConfirm={() => send('object')}
            />
          </>
        )}
      </div>
    </div>
  );
};
