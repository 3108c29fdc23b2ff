/** Number of letters to insert, delete, exchange or swap with their neighbour to come from one word to the other. */
export const distance = (one: string, two: string): number => {
  let before: number[] = [];
  let last: number[] = Array.from({ length: two.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[two.length] ?? 0;
};

/** Longer words are not compared: a file may hold a key of a million letters. */
const LONGEST = 60;
const MOST = 3;
/** So few known words are all shown where none is near. */
const FEW = 8;

/** The known words that a wrong one may have been meant for, nearest first; capital letters do not count. */
export const near = (wrong: string, known: readonly string[]): readonly string[] => {
  if (wrong.length > LONGEST) return [];
  const small = wrong.toLowerCase();
  return known
    .filter((word) => Math.abs(word.length - wrong.length) <= reach(word))
    .map((word) => ({ word, far: distance(small, word.toLowerCase()) }))
    .filter(({ word, far }) => far <= reach(word))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ word }) => word);
};

/** How many slips still make it the same word: one in three letters, but not all of them. */
const reach = (word: string): number => Math.min(word.length - 1, Math.ceil(word.length / 3));

/** What to offer instead of a wrong word: the near ones; all of them where they are few and none is near. */
export const nearest = (wrong: string, known: readonly string[]): readonly string[] => {
  const found = near(wrong, known);
  return found.length === 0 && known.length <= FEW ? known : found;
};
