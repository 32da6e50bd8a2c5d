import type {LoadContext, Plugin} from '@docusaurus/types';
import type {PluginOptions} from '../options.js';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];

/** Adds `docusaurus markdoc:check` to the site's commands. */
export function addCheckCommand(cli: Cli, context: LoadContext, options: PluginOptions): void {
  cli
    .command('markdoc:check')
    .description('Check every page, partial and flow without building the site.')
    .option('--format <format>', 'how to report: pretty, json or github', 'pretty')
    .action(async ({format}: {format: string}) => {
      // Loaded here, for every other command of the site would pay for it; and the check, once it is going to run.
      const {formats} = await import('../site-check/report.js');
      if (!Object.hasOwn(formats, format)) {
        const known = Object.keys(formats).join(', ');
        console.error(`There is no format “${format}”. There are: ${known}.`);
        process.exitCode = 1;
        return;
      }
      const {checkSite} = await import('../site-check/check-site.js');
      const site = await checkSite(context, options);
      console.log(formats[format as keyof typeof formats](site));
      const hasMistakes = site.files.some(({problems}) =>
        problems.some(({level}) => level === 'error'),
      );
      if (hasMistakes) process.exitCode = 1;
    });
}
