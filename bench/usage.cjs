/**
 * Loaded into a measured program by `node --require`: at its end it writes down what the process has used, all its threads
 * included. Node processes that the program starts inherit it by NODE_OPTIONS, and write a line of their own.
 */
const fs = require('node:fs');
const {isMainThread} = require('node:worker_threads');

const file = process.env.BENCH_USAGE;

if (isMainThread && file) {
  process.on('exit', () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
    const usage = {cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024};
    fs.appendFileSync(file, `${JSON.stringify(usage)}\n`);
  });
}
