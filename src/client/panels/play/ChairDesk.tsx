import { useState, type ReactNode } from 'react';
import { standingText, type ArticleId, type DraftArticle, type Text } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { Button, Confirmed, Flag, Select } from '../bits.tsx';
import { useDesk, useHands, usePlaying } from '../context.tsx';

/** What the Chair can do in this phase: agenda, contact groups, text, decision. No mandate, and no vote. */
export const ChairDesk = (): ReactNode => {
  const { view } = usePlaying();
  const hands = useHands();
  if (view.seat !== 'chair' || view.status === 'closed') return null;
  // The secretariat sees whom the Chair waits for.
  if (!hands) return <Waiting />;
  return (
    <section className="news" aria-labelledby="chair-desk">
      <h2 id="chair-desk">{t('chairDesk')}</h2>
      <Waiting />
      {view.may.includes('agenda') ? <Agenda /> : null}
      {view.may.includes('group') ? <Group /> : null}
      {view.may.includes('draft') ? <Draft key={`${String(view.session)}-${String(view.drafts)}`} /> : null}
      {view.may.includes('put') ? <Put key={`${String(view.session)}-${String(view.tried.length)}`} /> : null}
    </section>
  );
};

/** Who has not closed its folder, or not answered. */
const Waiting = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const busy = scenario.delegations.filter(
    ({ id }) => !view.done.includes(id) && !(view.decision?.answered.includes(id) ?? false),
  );
  return busy.length === 0 ? (
    <p>{t('chairAllDone')}</p>
  ) : (
    <p className="quiet">
      {t('waitingFor', { names: busy.map(({ id }) => names.delegation(id)).join(', '), count: busy.length })}
    </p>
  );
};

const Agenda = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const [chosen, choose] = useState<readonly ArticleId[]>(view.agenda);
  return (
    <fieldset>
      <legend>{t('chairAgenda')}</legend>
      <p className="quiet">{t('chairAgendaAbout')}</p>
      <div className="chips">
        {scenario.articles.map(({ id }) => (
          <label key={id} className="chip">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.target.checked ? [...chosen, id] : chosen.filter((item) => item !== id))
              }
            />
            <span>{names.article(id)}</span>
          </label>
        ))}
      </div>
      <Button
        disabled={chosen.length === 0}
        onPress={() => void session.send({ kind: 'agenda', articles: chosen })}
      >
        {t('chairAgendaSet')}
      </Button>
    </fieldset>
  );
};

const Group = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const [article, setArticle] = useState('');
  const [leader, setLeader] = useState('');
  const [members, setMembers] = useState<readonly string[]>([]);
  const found = scenario.articles.find(({ id }) => id === article);
  const facilitator = scenario.delegations.find(({ id }) => id === leader);
  if (view.groups.length >= scenario.procedure.groups) return null;
  return (
    <fieldset>
      <legend>{t('chairGroup')}</legend>
      <p className="quiet">{t('chairGroupAbout')}</p>
      <div className="row">
        <Select
          label={t('article')}
          value={article}
          empty={t('choose')}
          choices={scenario.articles.map(({ id }) => ({ value: id, label: names.article(id) }))}
          onChange={setArticle}
        />
        <Select
          label={t('chairFacilitator')}
          value={leader}
          empty={t('choose')}
          choices={scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) }))}
          onChange={setLeader}
        />
      </div>
      <div className="chips">
        {scenario.delegations
          .filter(({ id }) => id !== leader)
          .map(({ id, flag }) => (
            <label key={id} className="chip">
              <input
                type="checkbox"
                checked={members.includes(id)}
                onChange={(event) =>
                  setMembers(event.target.checked ? [...members, id] : members.filter((item) => item !== id))
                }
              />
              <span>
                <Flag code={flag} size={12} /> {names.delegation(id)}
              </span>
            </label>
          ))}
      </div>
      <Button
        disabled={found === undefined || facilitator === undefined || members.length === 0}
        onPress={() => {
          if (found !== undefined && facilitator !== undefined)
            void session.send({
              kind: 'group',
              article: found.id,
              facilitator: facilitator.id,
              members: scenario.delegations.map(({ id }) => id).filter((id) => members.includes(id)),
            });
        }}
      >
        {t('chairGroupForm')}
      </Button>
    </fieldset>
  );
};

/** One line for each article: what is to stand, with what has been said of it. */
const Lines = ({
  text,
  onText,
  settled,
  onSettled,
}: {
  readonly text: Text;
  readonly onText: (text: Text) => void;
  readonly settled?: readonly boolean[];
  readonly onSettled?: (settled: readonly boolean[]) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const count = (place: number, option: number, stance: string): number =>
    view.stances.filter((rows) => rows[place]?.[option] === stance).length;
  return (
    <ol className="ledger">
      {scenario.articles.map((article, place) => (
        <li key={article.id} className="row">
          <Select
            label={names.words(article.title)}
            value={String(text[place] ?? 0)}
            choices={article.options.map((option, index) => ({
              value: String(index),
              label: t('chairOption', {
                option: names.words(option.label),
                support: count(place, index, 'support') + count(place, index, 'accept'),
                object: count(place, index, 'object'),
              }),
            }))}
            onChange={(value) => onText(text.with(place, Number(value)))}
          />
          {settled === undefined || onSettled === undefined ? null : (
            <label className="chip">
              <input
                type="checkbox"
                checked={settled[place] ?? false}
                onChange={(event) => onSettled(settled.with(place, event.target.checked))}
              />
              <span>{t('settled')}</span>
            </label>
          )}
        </li>
      ))}
    </ol>
  );
};

const Draft = (): ReactNode => {
  const { session } = useDesk();
  const { view } = usePlaying();
  const [text, setText] = useState<Text>(standingText(view.articles));
  const [settled, setSettled] = useState<readonly boolean[]>(view.articles.map((article) => article.settled));
  const articles = view.articles.map((article, place): DraftArticle => {
    const option = text[place] ?? article.option;
    const agreed = settled[place] ?? false;
    const brackets = agreed
      ? []
      : [...new Set([...article.brackets, article.option])].filter((other) => other !== option);
    return { option, brackets, settled: agreed };
  });
  return (
    <fieldset>
      <legend>{t('chairDraft')}</legend>
      <p className="quiet">{t('chairDraftAbout')}</p>
      <Lines text={text} onText={setText} settled={settled} onSettled={setSettled} />
      <Button testId="issue-draft" onPress={() => void session.send({ kind: 'draft', articles })}>
        {t('chairDraftIssue')}
      </Button>
    </fieldset>
  );
};

const Put = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names } = usePlaying();
  const [text, setText] = useState<Text>(standingText(view.articles));
  const { methods } = scenario.procedure;
  const last = Math.max(-1, ...view.tried.map((item) => methods.indexOf(item.method)));
  const open = methods.filter((_, place) => place === last || place === last + 1);
  const [chosen, choose] = useState('');
  const method = open.find((item) => item === chosen) ?? open[0];
  if (view.adopted !== undefined) return null;
  if (view.decision !== undefined)
    return (
      <Confirmed
        look="main"
        label={t('chairGavel')}
        about={t('chairGavelAbout')}
        onConfirm={() => void session.send({ kind: 'gavel' })}
      />
    );
  const votable = scenario.procedure.amendmentVotes
    ? view.amendments.filter((item) => item.state === 'open' && !view.voted.includes(item.id))
    : [];
  return (
    <fieldset>
      <legend>{t('chairPut')}</legend>
      {votable.map((amendment) => (
        <Button
          key={amendment.id}
          onPress={() =>
            void session.send({ kind: 'put', text: [], method: 'vote', amendment: amendment.id })
          }
        >
          {t('chairPutAmendment', { provision: names.provision(amendment) })}
        </Button>
      ))}
      <Lines text={text} onText={setText} />
      <div className="row">
        <Select
          label={t('chairMethod')}
          value={method ?? ''}
          choices={open.map((item) => ({ value: item, label: t(`method_${item}`) }))}
          onChange={choose}
        />
        <Button
          look="main"
          testId="put-text"
          disabled={method === undefined}
          onPress={() => {
            if (method !== undefined) void session.send({ kind: 'put', text, method });
          }}
        >
          {t('chairPutNow')}
        </Button>
      </div>
    </fieldset>
  );
};
