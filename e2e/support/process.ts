/** Runs programs and keeps what they print. */
import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process';
import {stripVTControlCharacters} from 'node:util';

/** What a program left behind. */
export interface Finished {
  code: number | null;
  /** Standard output and error as they came, without colours. */
  output: string;
}

/** A program that is running. */
export interface Running {
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  finished: Promise<Finished>;
}

const isWindows = process.platform === 'win32';

/** Starts a program; `npm` and `npx` are found on every platform. */
export function start(command: string, args: string[], options: SpawnOptions = {}): Running {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows && /^np[mx]$/.test(command),
    ...options,
    env: {...process.env, FORCE_COLOR: '0', ...options.env},
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += stripVTControlCharacters(chunk.toString());
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({code, output}));
  });
  return {process: child, output: () => output, finished};
}

/** Runs a program to its end. */
export function run(command: string, args: string[], options?: SpawnOptions): Promise<Finished> {
  return start(command, args, options).finished;
}
