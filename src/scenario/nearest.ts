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

/** The known words nearest to a wrong one, nearest first; all of them where they are few and none is near. */
export const nearest = (wrong: string, known: readonly string[], most = 3): readonly string[] => {
  const short = wrong.slice(0, 60).toLowerCase();
  const near = known
    .map((word) => ({ word, far: distance(short, word.toLowerCase()) }))
    .filter(({ word, far }) => far <= Math.max(2, Math.ceil(word.length / 3)))
    .toSorted((a, b) => a.far - b.far)
    .map(({ word }) => word);
  if (near.length > 0) return near.slice(0, most);
  return known.length <= 8 ? known : [];
};
