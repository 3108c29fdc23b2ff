import '../../styles/handover.css';
import { useMemo, type ReactNode } from 'react';
import { h } from '../../i18n/handover.ts';
import type { Handover } from '../../session/film/index.ts';
import { usePlaying } from '../context.tsx';
import { offersIn } from '../play/answers.ts';
import { handoverText } from './handover-text.ts';

type Groups = ReturnType<typeof handoverText>;

/** A summary in sentences, group by group. */
export const useHandoverGroups = (summary: Handover): Groups => {
  const { names, view } = usePlaying();
  return useMemo(() => handoverText(names, summary, offersIn(view.log)), [names, summary, view.log]);
};

export const HandoverGroups = ({ groups }: { readonly groups: Groups }): ReactNode => (
  <div className="handover-groups">
    {groups.map(({ group, lines }) => (
      <section key={group} data-group={group}>
        <h3>{h(`back_${group}`)}</h3>
        <ul>
          {lines.map((line, place) => (
            <li key={`${group}-${String(place)}`}>{line}</li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);
