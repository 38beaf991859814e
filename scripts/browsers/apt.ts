import { spawn } from 'node:child_process';

/** Installs Debian packages and shows how it goes, one line a step: hundreds of megabytes must not look like a hang. */
export async function installWithApt(packages: readonly string[]): Promise<void> {
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0'];
  console.error(`Installing ${packages.join(', ')} with apt-get …`);
  await run('apt-get', ['update', '-q']);
  await run('apt-get', ['install', ...options, ...packages]);
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // What is printed belongs to the error output: the normal output may be somebody's data.
    const child = spawn(command, args, { env, stdio: ['ignore', process.stderr, process.stderr] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}.`)),
    );
  });
}
