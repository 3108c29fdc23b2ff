import { useState, type ReactNode } from 'react';
import {
  standingText,
  STANCES,
  TONES,
  type ArticleId,
  type Position,
  type Tone,
} from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { Button, Flag, Select, Switch } from '../bits.tsx';
import { useDesk, useIdle, usePlaying, useScreen } from '../context.tsx';
import { Cites } from './Cites.tsx';
import { changeBy } from './change.ts';

const MOST_PRIORITIES = 3;

/** The floor: one's own statement, replies, who has spoken. */
export const Floor = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const idle = useIdle();
  if (own === undefined) return null;
  const spoken = view.spoken.includes(own.delegation);
  return (
    <>
      <h2>{t('statement')}</h2>
      {spoken ? <p className="quiet">{t('spoken')}</p> : idle ? null : <Statement />}
      {view.replies
        .filter(({ named }) => !idle && named === own.delegation)
        .map(({ by }) => (
          <section key={by} className="row" aria-label={t('reply', { name: names.delegation(by) })}>
            <span>{t('reply', { name: names.delegation(by) })}</span>
            {TONES.map((tone) => (
              <Button key={tone} onPress={() => void session.send({ kind: 'reply', to: by, tone })}>
                {t(`tone_${tone}`)}
              </Button>
            ))}
          </section>
        ))}
      <section aria-labelledby="spoke">
        <h3 id="spoke">{t('spokeToday')}</h3>
        <p className="voices">
          {view.spoken.map((id) => {
            const delegation = scenario.delegations.find((item) => item.id === id);
            return delegation === undefined ? null : (
              <span key={id} className="voice-flag">
                <Flag code={delegation.flag} size={14} /> {names.words(delegation.placard)}
              </span>
            );
          })}
        </p>
      </section>
    </>
  );
};

const Statement = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const text = standingText(view.articles);
  const busy = useScreen((screen) => screen.busy);
  const [positions, setPositions] = useState<readonly Position[]>([]);
  const [priorities, setPriorities] = useState<readonly ArticleId[]>([]);
  const [tone, setTone] = useState<Tone>('plain');
  const [named, setNamed] = useState('');
  const [cites, setCites] = useState<readonly ArticleId[]>([]);
  const [where, setWhere] = useState('');
  const [stance, setStance] = useState<Position['stance']>('support');
  const most = scenario.procedure.positionsPerStatement;
  const [articleId = '', option = ''] = where.split('/');
  const article = scenario.articles.find((item) => item.id === articleId)?.id;
  const addressed = scenario.delegations.find(({ id }) => id === named)?.id;
  return (
    <div className="statement">
      <p className="quiet">{t('statementAbout', { most })}</p>
      <fieldset className="add">
        <legend>{t('positionsTaken')}</legend>
        <Switch
          legend={t('position')}
          hideLegend
          name="statement-stance"
          value={stance}
          choices={STANCES.filter((value) => value !== 'silent').map((value) => ({
            value,
            label: t(`stance_${value}`),
          }))}
          onChange={(value) => setStance(STANCES.find((item) => item === value) ?? 'support')}
        />
        <Select
          label={t('option')}
          hideLabel
          value={where}
          empty={t('choose')}
          choices={scenario.articles.flatMap((item) =>
            item.options.map((choice, index) => ({
              value: `${item.id}/${String(index)}`,
              label: t('optionForYou', {
                option: `${names.words(item.short)}: ${names.words(choice.label)}`,
                change: points(
                  own === undefined
                    ? 0
                    : changeBy(scenario, own.mandate, text, [{ article: item.id, option: index }]),
                  true,
                ),
              }),
            })),
          )}
          onChange={setWhere}
        />
        <Button
          disabled={article === undefined || positions.length >= most}
          onPress={() => {
            if (article === undefined) return;
            const rest = positions.filter(
              (item) => item.article !== article || item.option !== Number(option),
            );
            setPositions([...rest, { article, option: Number(option), stance }]);
            setWhere('');
          }}
        >
          {t('addPosition')}
        </Button>
      </fieldset>
      <ul className="mat">
        {positions.map((position) => (
          <li key={`${position.article}-${String(position.option)}`}>
            <span>
              <strong>{t(`stance_${position.stance}`)}</strong> {names.provision(position)}
            </span>
            <Button
              look="quiet"
              label={`${t('remove')}: ${names.provision(position)}`}
              onPress={() => setPositions(positions.filter((item) => item !== position))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <fieldset>
        <legend>{t('priorities')}</legend>
        <output className="quiet">
          {priorities.length === 0
            ? t('prioritiesHow')
            : t('prioritiesSo', { articles: listed(priorities.map(names.article)) })}
        </output>
        <div className="chips">
          {scenario.articles.map(({ id }) => (
            <label key={id} className="chip">
              <input
                type="checkbox"
                checked={priorities.includes(id)}
                disabled={!priorities.includes(id) && priorities.length >= MOST_PRIORITIES}
                onChange={(event) =>
                  setPriorities(
                    event.target.checked ? [...priorities, id] : priorities.filter((item) => item !== id),
                  )
                }
              />
              <span>{names.article(id)}</span>
              <span className="rank" aria-hidden="true">
                {priorities.includes(id) ? priorities.indexOf(id) + 1 : ''}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Switch
          legend={t('tone')}
          name="tone"
          value={tone}
          choices={TONES.map((value) => ({ value, label: t(`tone_${value}`) }))}
          onChange={(value) => setTone(TONES.find((item) => item === value) ?? 'plain')}
        />
        <Select
          label={t('names')}
          value={named}
          empty={t('nobody')}
          choices={scenario.delegations
            .filter(({ id }) => id !== own?.delegation)
            .map(({ id }) => ({ value: id, label: names.delegation(id) }))}
          onChange={setNamed}
        />
      </div>
      <p className="quiet">{t('toneAbout')}</p>
      <Cites cites={cites} onCite={setCites} />
      <Button
        look="main"
        disabled={busy}
        testId="speak"
        onPress={() =>
          void session.send({
            kind: 'speak',
            positions,
            priorities,
            tone,
            names: addressed === undefined ? [] : [addressed],
            cites,
          })
        }
      >
        {t('deliver')}
      </Button>
    </div>
  );
};
