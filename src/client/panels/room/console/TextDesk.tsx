import { useState, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { Switch } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { Log } from '../../play/Log.tsx';
import { Mandate } from '../../play/Mandate.tsx';
import { Treaty } from '../../play/Treaty.tsx';

const PAPERS = ['text', 'mandate', 'log'] as const;
type Paper = (typeof PAPERS)[number];

/** What the room sees, or a seat through whose eyes one looks: the text, its instructions, what it has witnessed. */
export const TextDesk = (): ReactNode => {
  const { names, own } = usePlaying();
  const [chosen, choose] = useState<Paper>('text');
  const papers = PAPERS.filter((one) => one !== 'mandate' || own !== undefined);
  const paper = papers.includes(chosen) ? chosen : 'text';
  return (
    <>
      <output className={own === undefined ? 'quiet' : 'news'}>
        {own === undefined
          ? r('lookingPublic')
          : r('lookingThrough', { name: names.delegation(own.delegation) })}
      </output>
      <Switch
        legend={r('paper')}
        hideLegend
        name="paper"
        value={paper}
        choices={papers.map((value) => ({ value, label: r(`paper_${value}`) }))}
        onChange={(value) => choose(PAPERS.find((one) => one === value) ?? 'text')}
      />
      {paper === 'text' ? <Treaty /> : null}
      {paper === 'mandate' ? <Mandate /> : null}
      {paper === 'log' ? <Log /> : null}
    </>
  );
};
