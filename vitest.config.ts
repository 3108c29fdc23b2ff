import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes. Begun last, each would leave all cores but one idle. */
const LONG = ['test/cli/pairs.test.ts', 'test/delegates/collapse.test.ts', 'test/cli/report.test.ts'];

const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => moduleId.endsWith(name));

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await BaseSequencer.prototype.sort.call(this, files);
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    // No test is about time: on a busy machine a whole game takes its while.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A room without tests yet is no failure.
    passWithNoTests: true,
    // Test files of one worker share the modules they load: loading them again for each took a fifth of the run. No test may change one.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // All cores: whole games keep one busy for a minute, and vitest would leave one idle.
    maxWorkers: availableParallelism(),
  },
});
