import { useState, type ReactNode } from 'react';
import { TONES, VOWS, type Tone } from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import { Button, Select, Switch } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';

/** An interview: what one says of others, and what one rules out or insists on. */
export const Interview = (): ReactNode => {
  const { scenario, view, own } = usePlaying();
  if (own === undefined || !view.may.includes('interview')) return null;
  const { gain, vow } = scenario.press;
  return (
    <section aria-labelledby="interview">
      <h3 id="interview">{t('interview')}</h3>
      <p className="quiet">{t('interviewAbout', { gain, vow: points(vow) })}</p>
      {own.interviewsLeft === 0 ? <p>{t('interviewNone')}</p> : <Speak />}
      <Vows />
    </section>
  );
};

/** What has been said before the press, by anybody. */
const Vows = (): ReactNode => {
  const { view, names } = usePlaying();
  if (view.vows.length === 0) return null;
  return (
    <>
      <h4>{t('vows')}</h4>
      <ul className="ledger">
        {view.vows.map((vow) => (
          <li key={`${vow.by}-${vow.article}-${String(vow.option)}`}>
            {t(`vowLine_${vow.says}`, { name: names.delegation(vow.by), provision: names.provision(vow) })}
          </li>
        ))}
      </ul>
    </>
  );
};

const Speak = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, names, own } = usePlaying();
  const [says, setSays] = useState('');
  const [where, setWhere] = useState('');
  const [tone, setTone] = useState<Tone>('plain');
  const [about, setAbout] = useState('');
  const vow = VOWS.find((value) => value === says);
  const [id = '', option = ''] = where.split('/');
  const article = scenario.articles.find((item) => item.id === id)?.id;
  const named = scenario.delegations.find((item) => item.id === about)?.id;
  return (
    <>
      <div className="row">
        <Select
          label={t('vows')}
          hideLabel
          value={says}
          empty={t('vowNone')}
          choices={VOWS.map((value) => ({ value, label: t(`vow_${value}`) }))}
          onChange={setSays}
        />
        {vow === undefined ? null : (
          <Select
            label={t('option')}
            hideLabel
            value={where}
            empty={t('choose')}
            choices={scenario.articles.flatMap((item) =>
              item.options.map((choice, index) => ({
                value: `${item.id}/${String(index)}`,
                label: `${names.words(item.short)}: ${names.words(choice.label)}`,
              })),
            )}
            onChange={setWhere}
          />
        )}
      </div>
      <div className="row">
        <Select
          label={t('names')}
          value={about}
          empty={t('nobody')}
          choices={scenario.delegations
            .filter((item) => item.id !== own?.delegation)
            .map((item) => ({ value: item.id, label: names.delegation(item.id) }))}
          onChange={setAbout}
        />
        {named === undefined ? null : (
          <Switch
            legend={t('tone')}
            name="interview-tone"
            value={tone}
            choices={TONES.map((value) => ({ value, label: t(`tone_${value}`) }))}
            onChange={(value) => setTone(TONES.find((item) => item === value) ?? 'plain')}
          />
        )}
      </div>
      <Button
        disabled={vow !== undefined && article === undefined}
        onPress={() =>
          void session.send({
            kind: 'interview',
            tone,
            names: named === undefined ? [] : [named],
            ...(vow === undefined || article === undefined
              ? {}
              : { vow: { article, option: Number(option), says: vow } }),
          })
        }
      >
        {t('interviewSend')}
      </Button>
    </>
  );
};
