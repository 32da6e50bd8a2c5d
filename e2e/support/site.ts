/** Sites that tests make, change, build and serve. */
import fs from 'node:fs';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import path from 'node:path';
import {type StaticServer, serve} from '../../scripts/static-server.mjs';
import {repository, sites, work} from './paths.js';
import {type Finished, run, start} from './process.js';

const docusaurus = path.join(repository, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');

/** Environment variables for a site's configuration. */
export type Environment = Record<string, string>;

export interface DevServer {
  url: string;
  /** What it printed so far. */
  output(): string;
  close(): Promise<void>;
}

/** A copy of a site in e2e/sites, for one file of tests to work on. */
export class Site {
  readonly folder: string;

  /**
   * @param name The copy's name, no other test's.
   * @param parts Folders in e2e/sites: a configuration, and content for it.
   */
  constructor(name: string, ...parts: string[]) {
    this.folder = path.join(work, 'sites', name);
    fs.rmSync(this.folder, {recursive: true, force: true});
    for (const part of parts) {
      fs.cpSync(path.join(sites, part), this.folder, {recursive: true});
    }
    this.write('package.json', '{"private": true}\n');
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  read(file: string): string {
    return fs.readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(file)), {recursive: true});
    fs.writeFileSync(this.path(file), text);
  }

  /** Replaces a text that must be in the file. */
  edit(file: string, before: string, after: string): void {
    const text = this.read(file);
    if (!text.includes(before)) throw new Error(`${file} has no "${before}"`);
    this.write(file, text.replace(before, after));
  }

  /** Runs a command of Docusaurus, whatever comes of it. */
  run(args: string[], env: Environment = {}): Promise<Finished> {
    return run(process.execPath, [docusaurus, ...args], {cwd: this.folder, env});
  }

  /** Runs `docusaurus build`, whatever comes of it. */
  tryBuild(env?: Environment): Promise<Finished> {
    return this.run(['build'], env);
  }

  /** Runs `docusaurus build` and throws what it printed where it fails. */
  async build(env?: Environment): Promise<Finished> {
    const finished = await this.tryBuild(env);
    if (finished.code !== 0) throw new Error(`The build failed:\n${finished.output}`);
    return finished;
  }

  /** Serves what was built. */
  serve(): Promise<StaticServer> {
    return serve(this.path('build'));
  }

  /** Runs `docusaurus start` and waits until it serves. */
  async start(env: Environment = {}): Promise<DevServer> {
    const port = await freePort();
    const args = [docusaurus, 'start', '--no-open', '--port', String(port)];
    const {
      process: server,
      output,
      finished,
    } = start(process.execPath, args, {
      cwd: this.folder,
      env,
    });
    const url = `http://localhost:${port}`;
    const isReady = async () => (await fetch(url).catch(() => undefined)) !== undefined;
    while (!(await isReady())) {
      if (server.exitCode !== null) throw new Error(`docusaurus start ended:\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return {
      url,
      output,
      async close() {
        server.kill();
        await finished;
      },
    };
  }
}

/** A port that nobody uses now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
