import type { ReactNode } from 'react';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Change } from '../../bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { CROWD } from './shown.tsx';

/** Groups of fewer members say nothing that the members do not; of more groups the largest are named. */
const LEAST = 3;
const MOST = 14;

/** In a crowd: what the groups came away with, before one looks for a state. */
export const GroupGains = (): ReactNode => {
  const { scenario } = useDebrief();
  const { left, delegations } = useFigures().debrief;
  if (delegations.length <= CROWD) return null;
  const members = new Map<string, number[]>();
  scenario.delegations.forEach(({ groups }, place) => {
    for (const group of groups) members.set(group, [...(members.get(group) ?? []), place]);
  });
  const rows = [...members]
    .filter(([, places]) => places.length >= LEAST)
    .toSorted((a, b) => b[1].length - a[1].length)
    .slice(0, MOST)
    .map(([group, places]) => {
      const gains = places.map((place) => left.gains[place] ?? 0);
      const more = places.map((place) => left.more?.[place] ?? 0);
      return {
        group,
        count: places.length,
        gain: mean(gains),
        more: mean(more),
        lost: gains.filter((gain) => gain < 0).length,
      };
    });
  if (rows.length === 0) return null;
  return (
    <div className="group-gains">
      <h4>{d('groupsTitle')}</h4>
      <p className="figure-lead">{d('groupsLead')}</p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{d('group')}</th>
            <th scope="col">{d('groupMembers')}</th>
            <th scope="col">{d('gained')}</th>
            <th scope="col">{d('groupLost')}</th>
            <th scope="col">{d('couldMore')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, count, gain, lost, more }) => (
            <tr key={group}>
              <th scope="row">{group}</th>
              <td>{count}</td>
              <td>
                <Change value={gain} />
              </td>
              <td>{lost}</td>
              <td>{points(more, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const mean = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
