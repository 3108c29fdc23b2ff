import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/server/store/open.ts';
import { freePort, type Built } from '../../server/child.ts';
import { Loader } from '../../server/load.ts';
import { host } from '../../server/screen.ts';
import { wait } from './figures.ts';

/** Whether a disk can be made of a file here: root, and loop devices. */
const canMount = (folder: string): boolean => {
  const image = join(folder, 'probe.img');
  const place = join(folder, 'probe');
  mkdirSync(place);
  const made =
    spawnSync('dd', ['if=/dev/zero', `of=${image}`, 'bs=1M', 'count=16'], { stdio: 'ignore' }).status === 0 &&
    spawnSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' }).status === 0 &&
    spawnSync('mount', ['-o', 'loop', image, place], { stdio: 'ignore' }).status === 0;
  if (made) spawnSync('umount', [place]);
  return made;
};

/**
 * Power cuts: the server keeps its rooms on a disk made of a file. Under load it is stopped and the file copied: only what had reached
 * the disk is in the copy. The copy is mounted, as after the power is back, and read.
 */
export const powerCuts = async (built: Built, cuts: number): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'nia-power-'));
  try {
    if (!canMount(folder)) {
      console.log(
        'power cuts                not measured: no disk can be made of a file here (root and loop devices are needed)',
      );
      return true;
    }
    let acknowledged = 0;
    let lost = 0;
    for (let cut = 0; cut < cuts; cut += 1) {
      const found = await oneCut(built, join(folder, String(cut)));
      acknowledged += found.acknowledged;
      lost += found.lost;
    }
    console.log(
      `power cuts                ${cuts} cuts under load: ${lost} of ${acknowledged} acknowledged requests lost`,
    );
    return lost === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const oneCut = async (
  built: Built,
  folder: string,
): Promise<{ readonly acknowledged: number; readonly lost: number }> => {
  const image = join(folder, 'disk.img');
  const disk = join(folder, 'disk');
  const after = join(folder, 'after');
  for (const place of [folder, disk, after]) mkdirSync(place, { recursive: true });
  execFileSync('dd', ['if=/dev/zero', `of=${image}`, 'bs=1M', 'count=64'], { stdio: 'ignore' });
  execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
  execFileSync('mount', ['-o', 'loop', image, disk]);
  const child = await built.start(await freePort(), { DATA_DIR: join(disk, 'data') });
  const { screen, code, key } = await host(child.port, { shelf: 'first-steps' });
  const keys = [key];
  for (const name of ['One', 'Two', 'Three'])
    keys.push(String((await screen.does({ ask: 'invite', role: 'co-facilitator', name }))['key']));
  const loaders = keys.map((one) => new Loader(child.port, code, one));
  for (const { screen: one } of loaders) await one.connected();
  for (const loader of loaders) loader.start();
  await wait(3_000);
  // From here on nothing more is acknowledged: the server stands still, and the disk is what it is.
  process.kill(child.pid, 'SIGSTOP');
  await wait(200);
  const acknowledged = loaders.flatMap((loader) => loader.acknowledged);
  copyFileSync(image, `${image}.after`);
  for (const { screen: one } of loaders) one.close();
  screen.close();
  await Promise.all(loaders.map((loader) => loader.stop()));
  await child.kill();
  execFileSync('umount', ['-l', disk]);
  execFileSync('mount', ['-o', 'loop', `${image}.after`, after]);
  try {
    const store = await openStore({ kind: 'sqlite', folder: join(after, 'data') }, () => undefined);
    const kept = new Set((await store.read(code, 0)).map(({ cmd }) => cmd));
    await store.close();
    return { acknowledged: acknowledged.length, lost: acknowledged.filter((id) => !kept.has(id)).length };
  } finally {
    execFileSync('umount', ['-l', after]);
  }
};
