import {existsSync, readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {Globby} from '@docusaurus/utils';
import type {Schema} from '@markdoc/markdoc';
import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {type ContentFolders, contentFolders, realPath} from '../disk/content-folders.js';
import {flowPaths} from '../disk/flow-files.js';
import {siteConfig} from '../disk/markdoc-config.js';
import {getSite, resolveInSite, setSite} from '../disk/site.js';
import {asProblem, siteFlow} from '../disk/site-flows.js';
import {type PluginOptions, severityOf} from '../options.js';
import {type Inclusion, lowerPage} from '../page.js';
import {byPlace, distinct, type Problem, problem, startOf} from '../problems.js';
import {variantOf} from '../variant.js';
import {fenceProblems, fencesOf, mayHaveFences} from './fences.js';
import {outlineOf} from './outline.js';
import {PageParser, type PageText} from './parse-page.js';
import {findPages} from './site-pages.js';

/** A file with problems. */
export interface CheckedFile {
  /** Its absolute path. */
  readonly file: string;
  readonly source: string;
  /** In the order of the file. */
  readonly problems: readonly CheckedProblem[];
}

/** A problem as the site owner sees it: `onProblem` decides how much it matters. */
export type CheckedProblem = Problem & Required<Pick<Problem, 'severity'>>;

/** What came of a check. */
export interface CheckedSite {
  /** How many files were looked at. */
  readonly count: number;
  /** Those with problems. */
  readonly files: readonly CheckedFile[];
}

/** Checks every page, partial and flow of a site, without building it. */
export async function checkSite(
  context: LoadContext,
  options: PluginOptions,
): Promise<CheckedSite> {
  const pages = await findPages(context);
  // What a build knows of its pages.
  setSite({...getSite(), locale: context.i18n.currentLocale, versions: pages});
  return new SiteCheck(context, options).run([...pages.keys()]);
}

/** What was found in a page, or in its outline. */
interface Look {
  readonly problems: readonly Problem[];
  /** The partials that it names, and those that become a part of it. */
  readonly named: Iterable<string>;
  readonly included: readonly Inclusion[];
}

class SiteCheck {
  readonly #options: PluginOptions;
  readonly #siteDir: string;
  readonly #folders: ContentFolders;
  readonly #parser: PageParser;
  /** The problems of each file that was looked at. */
  readonly #found = new Map<string, {source: string; problems: Problem[]}>();
  /** The pages and partials as they were read. */
  readonly #texts = new Map<string, PageText>();
  readonly #named = new Set<string>();
  readonly #included = new Map<string, Inclusion>();

  constructor({siteDir, siteConfig}: LoadContext, options: PluginOptions) {
    this.#siteDir = siteDir;
    this.#folders = contentFolders(siteDir, options);
    this.#options = options;
    this.#parser = new PageParser(siteConfig.markdown);
  }

  async run(pages: readonly string[]): Promise<CheckedSite> {
    for (const page of pages) this.#add(page, await this.#check(page));
    await this.#partials();
    for (const file of flowPaths(this.#folders.flows).values()) {
      this.#add(file, []);
      for (const each of siteFlow(file).problems) this.#add(each.file, [asProblem(each)]);
    }
    const files = [...this.#found]
      .map(([file, {source, problems}]) => ({
        file,
        source,
        // A partial is looked at for each set of its values.
        problems: this.#report(file, distinct(problems)),
      }))
      .filter(({problems}) => problems.length > 0);
    return {count: this.#found.size, files};
  }

  /**
   * The partials, each with every set of values that it is compiled for, as in a build. What a partial brings along in turn is
   * known once it was looked at.
   */
  async #partials(): Promise<void> {
    // A map goes on to what is added while it is walked through.
    for (const {path: file, given} of this.#included.values()) {
      this.#add(file, await this.#check(file, given));
    }
    const all = await Globby('**/*.{md,mdx}', {cwd: this.#folders.partials, absolute: true});
    const rest = all
      .map(path.normalize)
      .filter((file) => !this.#found.has(file))
      .sort();
    for (const file of rest) this.#add(file, withoutUnknown(await this.#check(file, {})));
    const unused = rest.filter((file) => !this.#named.has(file));
    const inCode = unused.length > 0 ? await importsInCode(this.#siteDir) : new Set();
    for (const file of unused) {
      if (inCode.has(file)) continue;
      const start = {line: 1, column: 1};
      const position = {start, end: start};
      const found = problem('partial-unused', 'No page includes this partial', position);
      this.#add(file, [{...found, level: 'warning'}]);
    }
  }

  async #text(file: string): Promise<PageText> {
    const known = this.#texts.get(file);
    if (known) return known;
    const text = await this.#parser.read(file, await readFile(file, 'utf8'));
    this.#texts.set(file, text);
    this.#add(file, text.problems);
    return text;
  }

  /**
   * The problems of a page. Its outline is looked at first: it is parsed in a fraction of the time, and most pages are right.
   *
   * @param given For a partial: the values that it is compiled for.
   */
  async #check(file: string, given?: Inclusion['given']): Promise<readonly Problem[]> {
    const text = await this.#text(file);
    const {source, format} = text;
    if (format === 'md' && !mayHaveFences.test(source) && !this.#hasTags(source)) return [];
    const outline = this.#readsProse() ? undefined : outlineOf(text);
    const glance = outline === undefined ? undefined : this.#look(file, outline, given);
    const look = glance?.problems.length === 0 ? glance : this.#look(file, text, given);
    for (const each of look.named) this.#named.add(each);
    for (const each of look.included) {
      const isPartial = each.path.startsWith(this.#folders.partials + path.sep);
      if (isPartial && existsSync(each.path)) {
        this.#included.set(variantOf(each.path, each.given), each);
      }
    }
    return look.problems;
  }

  #look(file: string, text: PageText, given: Inclusion['given'] | undefined): Look {
    const {source, frontMatter} = text;
    const tree = this.#parser.parse(text);
    if (!('children' in tree)) return {problems: [tree], named: [], included: []};

    const imported = importsOf(tree, file, this.#siteDir).map((each) => ({path: each, given: {}}));
    const fences = mayHaveFences.test(source) ? fencesOf(tree, source) : [];
    const page = {path: file, source, frontMatter, ...(given && {given})};
    const lowered = lowerPage(tree, page, this.#options);
    return {
      problems: [...(lowered?.problems ?? []), ...fenceProblems(fences, source)],
      named: lowered?.named ?? [],
      included: [...imported, ...(lowered?.included ?? [])],
    };
  }

  #hasTags(source: string): boolean {
    const {nodes} = siteConfig(this.#options, this.#siteDir);
    return source.includes('{%') || Object.keys(nodes).length > 0;
  }

  /** Whether the site has nodes or tags of its own that ask for more of what is in them than an outline has. */
  #readsProse(): boolean {
    const {nodes, tags} = siteConfig(this.#options, this.#siteDir);
    const asks = ({children, transform, validate}: Schema) => children ?? transform ?? validate;
    return Object.keys(nodes).length > 0 || Object.values(tags).some(asks);
  }

  #add(file: string, problems: readonly Problem[]): void {
    const source = () => this.#texts.get(file)?.source ?? readFileSync(file, 'utf8');
    const entry = this.#found.get(file) ?? {source: source(), problems: []};
    this.#found.set(file, entry);
    for (const each of problems) entry.problems.push(each);
  }

  /** The problems that the site owner wants to hear of, in the order of the file. */
  #report(file: string, problems: readonly Problem[]): CheckedProblem[] {
    return problems
      .flatMap((each): CheckedProblem[] => {
        // What is no page and no partial belongs to a flow.
        const isFatal = alwaysFatal.has(each.rule) || !this.#texts.has(file);
        const effect = isFatal ? 'throw' : severityOf(each.rule, this.#options.onProblem);
        if (effect === 'ignore') return [];
        const severities = {throw: each.level, warn: 'warning', log: 'info'} as const;
        return [{...each, severity: severities[effect]}];
      })
      .sort(byPlace);
  }
}

/** What fails the build whatever `onProblem` says, as everything that is wrong with a flow does. */
const alwaysFatal: ReadonlySet<string> = new Set(['mdx-syntax', 'front-matter-syntax']);

/** What can be said of a partial for which no values are known: nothing of a line with a variable that nobody has given a value. */
function withoutUnknown(problems: readonly Problem[]): Problem[] {
  const unknown = new Set(
    problems.filter(({rule}) => rule === 'variable-undefined').map((each) => startOf(each).line),
  );
  return problems.filter((each) => !unknown.has(startOf(each).line));
}

/** The Markdown files that a page of MDX imports by itself. */
function importsOf(tree: Root, page: string, siteDir: string): string[] {
  const found: string[] = [];
  visit(tree, 'mdxjsEsm', ({value}) => void found.push(...importsIn(value, page, siteDir)));
  return found;
}

/** The Markdown files that the site's own components and pages import. */
async function importsInCode(siteDir: string): Promise<Set<string>> {
  const files = await Globby('src/**/*.{js,jsx,ts,tsx}', {cwd: siteDir, absolute: true});
  const texts = files.map(async (file) => importsIn(await readFile(file, 'utf8'), file, siteDir));
  return new Set((await Promise.all(texts)).flat());
}

function importsIn(code: string, file: string, siteDir: string): string[] {
  return [...code.matchAll(/['"]([^'"\n]+\.mdx?)['"]/g)].map(([, name = '']) =>
    realPath(resolveInSite(name, file, siteDir)),
  );
}
