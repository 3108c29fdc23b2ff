import { familiesPart } from './families/measure.ts';

/**
 * npm run bench -- families [COUNT [FIRST [FAMILY]]]: negotiations of the game's own size, COUNT instances of each family, or of one, from
 * number FIRST on.
 */
const [count = '40', first = '1', only] = process.argv.slice(2);
familiesPart(Number(count), Number(first), only);
