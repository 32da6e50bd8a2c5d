import {createRequire} from 'node:module';
import type {OptionValidationContext} from '@docusaurus/types';
import type * as Validation from '@docusaurus/utils-validation';
import {nearest} from './nearest.js';
import {rules} from './problems.js';

// Node cannot name the exports of this CommonJS module beforehand; required, it is the same everywhere.
const {Joi}: typeof Validation = createRequire(import.meta.url)('@docusaurus/utils-validation');

/** What happens to a page with a problem. */
export type Severity = 'throw' | 'warn' | 'log' | 'ignore';

/** The options of the plugin, all with their values. */
export interface PluginOptions {
  /** Docusaurus's name for this instance of the plugin. */
  id?: string;
  /** The folder for partials, relative to the site's folder. */
  partials: string;
  /** The folder for flows, relative to the site's folder. */
  flows: string;
  /**
   * A module that exports Markdoc's own `Config` (`tags`, `nodes`, `functions`, `variables`), or a folder with a module
   * for each, relative to the site's folder.
   */
  config?: string | undefined;
  /** A module that exports the React components which that config names, relative to the site's folder. */
  components?: string | undefined;
  /**
   * What a problem does: `'throw'` fails the build, `'warn'` and `'log'` print it, `'ignore'` does nothing. Under anything but
   * `'throw'` the faulty tag is shown as its source, in a box. Different rules can be given different answers by their
   * ids; `default` is for the others.
   *
   * @example {default: 'throw', 'image-not-found': 'warn'}
   */
  onProblem: Severity | {[rule: string]: Severity};
}

/** The options as a site owner writes them. */
export type Options = Partial<PluginOptions>;

/** What an option is where the site owner says nothing. */
export const defaultOptions: PluginOptions = {
  partials: 'partials',
  flows: 'flows',
  onProblem: 'throw',
};

const severity = Joi.string().valid('throw', 'warn', 'log', 'ignore');

function folder(name: 'flows' | 'partials'): Validation.Joi.StringSchema {
  return Joi.string()
    .default(defaultOptions[name])
    .messages({
      '*': `"${name}" must be the path of one folder, relative to the site's folder, such as "${name}" or "../content/${name}"`,
    });
}

function modulePath(name: 'components' | 'config'): Validation.Joi.StringSchema {
  return Joi.string().messages({
    '*': `"${name}" must be the path of a module, relative to the site's folder, such as "./markdoc/${name}"`,
  });
}

/** A site's own schemas report rules of their own; what is nearly the name of one of ours is a misspelling. */
const checkRuleNames: Validation.Joi.CustomValidator = (given: object, helpers) => {
  const known = ['default', ...Object.keys(rules)];
  for (const name of Object.keys(given)) {
    const near = known.includes(name) ? undefined : nearest(name, known);
    const message = `"onProblem.${name}" names no rule; did you mean "${near}"?`;
    if (near) return helpers.error('onProblem.rule', {message});
  }
  return given;
};

const schema = Joi.object<PluginOptions>({
  id: Joi.string(),
  partials: folder('partials'),
  flows: folder('flows'),
  config: modulePath('config'),
  components: modulePath('components'),
  onProblem: Joi.alternatives(
    severity,
    Joi.object().pattern(Joi.string(), severity).custom(checkRuleNames),
  )
    .default(defaultOptions.onProblem)
    .messages({
      'onProblem.rule': '{{#message}}',
      '*': '"onProblem" must be "throw", "warn", "log" or "ignore", or an object that gives one of these to ids of rules and to "default"',
    }),
}).messages({
  'object.unknown': `{{#label}} is no option of docusaurus-plugin-markdoc; the options are partials, flows, config, components and onProblem`,
});

/** Checks what a site owner wrote and fills in the rest; throws with a sentence that says what to do. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options);
}

/** The same check for the remark plugin, which Docusaurus does not validate. */
export function normalizeOptions(options: Options = {}): PluginOptions {
  return Joi.attempt(options, schema, 'docusaurus-plugin-markdoc:');
}

/** What a problem of this rule does. */
export function severityOf(rule: string, onProblem: PluginOptions['onProblem']): Severity {
  if (typeof onProblem === 'string') return onProblem;
  const answer = Object.hasOwn(onProblem, rule) ? onProblem[rule] : onProblem.default;
  return answer ?? 'throw';
}
