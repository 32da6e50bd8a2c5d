import type {PoolOptions, PoolWorker, WorkerRequest} from 'vitest/node';
import {ThreadsPoolWorker} from 'vitest/node';

let kept: ThreadsPoolWorker | undefined;

/**
 * The thread that tests run in, kept from one mutant to the next. Vitest takes a new one for each run, and loading what tests use takes longer
 * than the tests. Our own modules are loaded anew in each run, for a mutant can be in what is done when a module is loaded.
 */
export class KeptWorker implements PoolWorker {
  readonly name = 'kept';
  readonly #project: PoolOptions['project'];
  readonly #thread: ThreadsPoolWorker;
  readonly #isNew: boolean;
  readonly #listeners: [event: string, listener: (data: unknown) => void][] = [];

  constructor(options: PoolOptions) {
    this.#project = options.project;
    this.#isNew = !kept;
    this.#thread = kept ??= new ThreadsPoolWorker(options);
  }

  async start(): Promise<void> {
    if (this.#isNew) await this.#thread.start();
  }

  /** It ends with the process. */
  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.#thread.off(event, listener);
  }

  on(event: string, listener: (data: unknown) => void): void {
    this.#listeners.push([event, listener]);
    this.#thread.on(event, listener);
  }

  off(event: string, listener: (data: unknown) => void): void {
    this.#thread.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start') {
      // It is configured once: the names of the tests that Stryker wants change with each run, and are left out.
      const config = {...message.context.config, testNamePattern: undefined};
      if (this.#isNew) this.#thread.send({...message, context: {...message.context, config}});
      else this.#answer('started');
    } else if (message.type === 'stop') {
      this.#answer('stopped');
    } else {
      this.#thread.send(message.type === 'run' ? this.#withAllAnew(message) : message);
    }
  }

  deserialize(data: unknown): unknown {
    return this.#thread.deserialize(data);
  }

  #answer(type: 'started' | 'stopped'): void {
    const answer = {type, __vitest_worker_response__: true};
    for (const [event, listener] of this.#listeners) if (event === 'message') listener(answer);
  }

  #withAllAnew(message: WorkerRequest & {type: 'run'}): WorkerRequest {
    const files = [...this.#project.vite.moduleGraph.fileToModulesMap.keys()];
    const invalidates = files.filter((file) => !file.includes('/node_modules/'));
    return {...message, context: {...message.context, invalidates}};
  }
}
