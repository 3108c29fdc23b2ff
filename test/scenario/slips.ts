import fc from 'fast-check';

/** What an editor's hand does to the lines of a file. */
export type Slip = (lines: readonly string[]) => readonly string[];

/** A slip somewhere in a file: a line lost, doubled or exchanged, a tab, another value, another indentation, a piece lost. */
export const slipOf = (file: readonly string[]): fc.Arbitrary<Slip> => {
  const line = fc.nat(file.length - 1);
  return fc.oneof(
    line.map((at) => (lines: readonly string[]) => lines.toSpliced(at, 1)),
    line.map((at) => (lines: readonly string[]) => lines.toSpliced(at, 0, lines[at] ?? '')),
    fc.tuple(line, line).map(([one, two]) => (lines: readonly string[]) => {
      const [a = '', b = ''] = [lines[one], lines[two]];
      return lines.with(Math.min(one, lines.length - 1), b).with(Math.min(two, lines.length - 1), a);
    }),
    fc.tuple(line, fc.nat(80)).map(([at, column]) => (lines: readonly string[]) => {
      const was = lines[at] ?? '';
      return lines.toSpliced(at, 1, `${was.slice(0, column)}\t${was.slice(column)}`);
    }),
    fc
      .tuple(
        line,
        fc.oneof(
          fc.constantFrom(
            '',
            'null',
            '~',
            '-1',
            '1e9',
            '.nan',
            '.inf',
            '[]',
            '{}',
            'yes',
            '*a',
            '&a',
            '!x',
            '|',
            '>',
            '"',
          ),
          fc.constantFrom(
            '__proto__',
            'constructor',
            "'",
            '2030-02-30',
            '[[[[',
            '}}',
            '? x',
            '---',
            '...',
            '%YAML 1.1',
          ),
          fc.string({ maxLength: 12 }),
        ),
      )
      .map(
        ([at, value]) =>
          (lines: readonly string[]) =>
            lines.toSpliced(
              at,
              1,
              (lines[at] ?? '').replace(/(?<=: |- )\S.*$/u, () => value),
            ),
      ),
    fc.tuple(line, fc.nat(60), fc.nat(12)).map(([at, column, length]) => (lines: readonly string[]) => {
      const was = lines[at] ?? '';
      return lines.toSpliced(at, 1, was.slice(0, column) + was.slice(column + length));
    }),
    fc.tuple(line, fc.nat(8)).map(
      ([at, spaces]) =>
        (lines: readonly string[]) =>
          lines.toSpliced(at, 1, `${' '.repeat(spaces)}${(lines[at] ?? '').trimStart()}`),
    ),
  );
};
