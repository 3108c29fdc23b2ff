/** The value below which so many percent lie. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
};

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Does so many things at a time, in order of the list. */
export const inGroups = async <T>(
  list: readonly T[],
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < list.length; start += size)
    await Promise.all(list.slice(start, start + size).map(work));
};

/** One figure of a server's `/metrics`. A server that is busy with its garbage may miss a call. */
export const metric = async (port: number, name: string, tries = 5): Promise<number> => {
  try {
    const asked = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { connection: 'close' } });
    const line = (await asked.text()).split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1] ?? Number.NaN);
  } catch (error) {
    if (tries === 0) throw error;
    await wait(500);
    return metric(port, name, tries - 1);
  }
};

/** Bytes that a process has in memory. */
export const residentBytes = (port: number): Promise<number> => metric(port, 'process_resident_memory_bytes');

/** Flags with which a process can be told to collect its garbage before its memory is measured. */
export const COLLECTING = ['--expose-gc', '--require', `${process.cwd()}/test/bench/server/collect.cjs`];

/** Bytes that a process has in memory once its garbage is collected. */
export const cleanBytes = async (port: number, pid: number): Promise<number> => {
  for (let count = 0; count < 3; count += 1) {
    process.kill(pid, 'SIGUSR2');
    await wait(700);
  }
  return residentBytes(port);
};

/** Seconds of processor that a process has needed so far. */
export const cpuSeconds = (port: number): Promise<number> => metric(port, 'process_cpu_seconds_total');

/** Every fan-out: from a command until the last seat of its room has its view. */
export interface FanOut {
  readonly commands: number;
  readonly missing: number;
  readonly seat: readonly number[];
  readonly room: readonly number[];
  readonly bytesPerSeat: number;
  /** Seconds of processor that the server needed for it. */
  readonly cpu: number;
}

export const fanOutLine = (
  name: string,
  rooms: number,
  seats: number,
  found: FanOut,
  memory: number,
): string =>
  `${name.padEnd(26)} ${String(rooms).padStart(4)} rooms ${String(rooms * seats).padStart(5)} sockets  ${String(found.commands).padStart(5)} commands  ` +
  `each seat p50 ${ms(percentile(found.seat, 50))} p99 ${ms(percentile(found.seat, 99))}  every seat p99 ${ms(percentile(found.room, 99))}  ` +
  `missing ${found.missing}  ${kB(memory)}/seat  server ${ms((found.cpu * 1_000) / Math.max(1, found.commands))} of processor a command`;
