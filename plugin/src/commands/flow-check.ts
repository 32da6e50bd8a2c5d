import {readFileSync} from 'node:fs';
import type {FlowFile} from '../disk/flow-files.js';
import {checkFile} from '../flow/existing/index.js';
import {readersOf} from '../flow/formats/index.js';

/**
 * `docusaurus markdoc:flow ID --check FILE`: prints what is wrong with an existing file, a line for each finding. Nothing secret is printed.
 *
 * @param path the file, or `-` for standard input
 * @returns the exit code: 1 where there is an error, or no file of this flow
 */
export async function checkConfiguration({flow, checks}: FlowFile, path: string): Promise<number> {
  const name = path === '-' ? '<stdin>' : path;
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    console.error(`Cannot read “${path}” (${(error as NodeJS.ErrnoException).code}).`);
    return 1;
  }
  const {recognised, findings} = checkFile(flow, checks, text, await readersOf(flow));
  if (recognised) {
    const choices = Object.values(recognised.choices).join(', ');
    console.error(`${name} is read as ${recognised.filename} (${choices}).`);
  }
  for (const {level, line, column, message, remedy} of findings) {
    const mark = level === 'warning' ? 'Warning: ' : '';
    console.log(`${name}:${line}:${column} ${mark}${message} — ${remedy}`);
  }
  if (findings.length === 0) console.error('Nothing is wrong with it.');
  return findings.some(({level}) => level === 'error') ? 1 : 0;
}
