import {toMessageRelativeFilePath} from '@docusaurus/utils';
import {formatProblems} from '../problems.js';
import type {CheckedProblem, CheckedSite} from './check-site.js';

/** The forms in which a check is reported. */
export const formats = {pretty, json, github};

/** For people: each problem with its lines, and a last line that counts. */
function pretty(site: CheckedSite): string {
  const parts = site.files.map(({file, source, problems}) =>
    formatProblems(problems, toMessageRelativeFilePath(file), source),
  );
  return [...parts, summary(site)].join('\n\n');
}

/** For programs: one list. */
function json({files}: CheckedSite): string {
  const items = files.flatMap(({file, problems}) =>
    problems.map(({rule, severity, message, help, position}) => ({
      file: toMessageRelativeFilePath(file),
      line: position?.start.line ?? 1,
      column: position?.start.column ?? 1,
      endLine: position?.end.line ?? 1,
      endColumn: position?.end.column ?? 1,
      rule,
      level: severity,
      message,
      help: help ?? null,
    })),
  );
  return JSON.stringify(items, null, 2);
}

/** For GitHub Actions, which show each problem at its line. */
function github(site: CheckedSite): string {
  const commands = site.files.flatMap(({file, problems}) =>
    problems.map((each) => command(file, each)),
  );
  return [...commands, summary(site)].join('\n');
}

const commandOf = {error: 'error', warning: 'warning', info: 'notice'};

function command(file: string, {rule, severity, message, help, position}: CheckedProblem): string {
  const properties = {
    file: toMessageRelativeFilePath(file),
    line: position?.start.line ?? 1,
    col: position?.start.column ?? 1,
    title: rule,
  };
  const written = Object.entries(properties).map(
    ([name, value]) =>
      `${name}=${escapeData(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  const text = [message, help].filter(Boolean).join('\n');
  return `::${commandOf[severity]} ${written.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** `2 problems in 1 file` */
function summary({count, files}: CheckedSite): string {
  const problems = files.reduce((sum, {problems}) => sum + problems.length, 0);
  return problems === 0
    ? `No problems in ${plural(count, 'file')}`
    : `${plural(problems, 'problem')} in ${plural(files.length, 'file')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
