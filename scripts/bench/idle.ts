import { readdir, readFile } from 'node:fs/promises';
import { setUpHours } from '../../tests/e2e/support/person.ts';
import type { Driver } from '../browsers/index.ts';
import { until } from '../browsers/wait.ts';
import type { PracticeServer } from '../practice/server.ts';
import { type Row, ratioRow } from './row.ts';

const WATCH_MS = 180_000;
/** A background that wakes up stays awake for half a minute at least, so that none is missed; looking costs the browser time. */
const LOOK_EVERY_MS = 5_000;
const MB = 1_000_000;

/**
 * Two browsers side by side for three minutes, just started, each with one work page open, doing nothing: one with the extension set up and
 * its background asleep already, one without. Linux only.
 */
export async function idle(driver: Driver, bare: Driver, practice: PracticeServer): Promise<Row[]> {
  const desk = await setUpHours(driver, { origins: [practice.origin], hours: 'off' });
  await desk.close();
  for (const one of [driver, bare]) {
    await one.saveProfile();
    await one.relaunch(); // As on any other day: none of our own pages was opened since the start.
    await one.openPage(`${practice.origin}/faithful/`);
  }
  await until('the background to sleep', async () => (await driver.backgroundState()) === 'stopped', 90_000);
  const before = await Promise.all([cpuTicks(driver.pid), cpuTicks(bare.pid)]);
  const { wakeUps, awakeShare } = await watch(driver, bare);
  const after = await Promise.all([cpuTicks(driver.pid), cpuTicks(bare.pid)]);
  const [oursMb, bareMb] = await Promise.all([memoryMb(driver.pid), memoryMb(bare.pid)]);
  const ticks = (value: number): string => `${(value * 10).toFixed(0)} ms`;
  const plain = (what: string, value: number, budget: number, unit: Row['unit']): Row => ({
    what,
    ours: value.toFixed(1),
    reference: '',
    value,
    budget,
    unit,
  });
  return [
    plain('idle 3 min: background wake-ups', wakeUps, 1, 'count'),
    plain('idle 3 min: background awake', awakeShare * 100, 20, '%'),
    ratioRow('idle 3 min: processor time', after[0] - before[0], after[1] - before[1], 1.1, ticks),
    {
      what: 'idle 3 min: memory added',
      ours: `${oursMb.toFixed(0)} MB`,
      reference: `${bareMb.toFixed(0)} MB`,
      value: oursMb - bareMb,
      budget: 5,
      unit: 'MB',
    },
  ];
}

/** Both are asked, so that the asking costs both the same. */
async function watch(driver: Driver, bare: Driver): Promise<{ wakeUps: number; awakeShare: number }> {
  const until = performance.now() + WATCH_MS;
  let wakeUps = 0;
  let looks = 0;
  let awake = 0;
  let was = await driver.backgroundState();
  while (performance.now() < until) {
    const [state] = await Promise.all([driver.backgroundState(), bare.backgroundState()]);
    looks += 1;
    if (state === 'running') awake += 1;
    if (state === 'running' && was === 'stopped') wakeUps += 1;
    was = state;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { wakeUps, awakeShare: awake / looks };
}

/** The browser and all its children: they share its process group. */
async function processesOf(group: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const groups = await Promise.all(all.map(async (pid) => [Number(pid), await groupOf(pid)] as const));
  return groups.filter(([, of]) => of === group).map(([pid]) => pid);
}

async function groupOf(pid: string): Promise<number> {
  try {
    return Number(fieldsOf(await readFile(`/proc/${pid}/stat`, 'utf8'))[2]);
  } catch {
    return -1; // It has ended since the folder was read.
  }
}

/** Fields of /proc/PID/stat after the command's name, which may hold spaces: state, parent, group, … (proc(5)). */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

async function cpuTicks(group: number): Promise<number> {
  const stats = await Promise.all(
    (await processesOf(group)).map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  return stats.reduce((sum, stat) => sum + Number(fieldsOf(stat)[11] ?? 0) + Number(fieldsOf(stat)[12] ?? 0), 0);
}

/** Proportional set size: shared pages count once. */
async function memoryMb(group: number): Promise<number> {
  const rollups = await Promise.all(
    (await processesOf(group)).map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')),
  );
  const kilobytes = rollups.map((text) => Number(/^Pss:\s+(\d+)/mu.exec(text)?.[1] ?? 0));
  return (kilobytes.reduce((sum, size) => sum + size, 0) * 1_024) / MB;
}
