import type { Delegation } from '../../../engine/seat.ts';

/** No state's flag: organisations and invented states come under the United Nations'. */
const NOBODYS = 'UN';

/** What fits on the smallest placard: the code of the flag where it is the delegation's own, else its identity. */
export const shortOf = ({ id, flag }: Pick<Delegation, 'id' | 'flag'>): string =>
  flag === NOBODYS ? id : flag;
