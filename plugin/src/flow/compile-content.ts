import {nearest} from '../nearest.js';
import type {Names, Report} from './compile-names.js';
import {encode} from './formats/index.js';
import type {Place} from './problems.js';
import {
  at,
  entries,
  entry,
  items,
  type SourceEntry,
  type SourceItem,
  type SourceMap,
  type SourceNode,
} from './source.js';
import type {CompiledLine, Expression, FormatName, When} from './types.js';

/** A line, and where it comes from. */
export interface PlacedLine {
  readonly line: CompiledLine;
  readonly place: Place;
}

interface Target {
  readonly name: string;
  readonly format: FormatName;
  readonly then?: FormatName | undefined;
}

/** Whether no answer can change what the expression comes to. */
function isConstant(expression: Expression): boolean {
  if (typeof expression !== 'object' || expression === null) return true;
  return 'list' in expression && expression.list.every(isConstant);
}

/** Writes the content of one file as lines. Its structure is fixed here: answers fill values, and conditions leave lines out. */
class ContentWriter {
  readonly lines: PlacedLine[] = [];
  readonly #target: Target;
  readonly #names: Names;
  readonly #report: Report;
  #conditions: readonly When[] = [];

  constructor(target: Target, names: Names, report: Report) {
    this.#target = target;
    this.#names = names;
    this.#report = report;
  }

  write(content: SourceNode): void {
    if (content.kind !== 'map') {
      this.#report('flow-content', content.place, 'The content of a file is a map');
    } else if (this.#target.format === 'json') {
      this.#push('{', content.place);
      this.#jsonBody(content, '  ');
      this.#push('}', content.place);
    } else if (this.#target.format === 'dotenv') {
      this.#dotenv(content);
    } else {
      this.#yamlMap(content, '');
    }
  }

  #push(text: string, place: Place, extra: Partial<CompiledLine> = {}): void {
    const when = this.#conditions.length > 0 && {when: this.#conditions};
    this.lines.push({line: {text, ...extra, ...when}, place});
  }

  #comments(comments: readonly string[] | undefined, indent: string, place: Place): void {
    for (const comment of comments ?? []) {
      if (comment !== '' && this.#target.format === 'json') {
        this.#report('flow-content', place, 'JSON has no comments');
      }
      this.#push(comment === '' ? '' : `${indent}#${comment}`, place);
    }
  }

  /**
   * Runs `write` for what remains of an entry when its `$when` and `$value` are taken off, under its condition.
   */
  #under(value: SourceNode, write: (value: SourceNode) => void): void {
    if (value.kind !== 'map' || !(entry(value, '$when') ?? entry(value, '$value'))) {
      write(value);
      return;
    }
    const condition = entry(value, '$when');
    if (condition && entries(condition.value).length === 0) {
      this.#report('flow-content', condition.keyPlace, '$when is a map of names and their values');
    }
    const when = this.#names.fold(condition?.value);
    if (when === false) return;
    const outer = this.#conditions;
    if (when !== true) this.#conditions = [...outer, when];
    const rest = value.entries.filter(({key}) => key !== '$when' && key !== '$value');
    const inner = at(value, '$value');
    if (inner && rest[0]) {
      this.#report('flow-content', rest[0].keyPlace, 'Beside $value only $when can stand');
    }
    write(inner ?? {...value, entries: rest});
    this.#conditions = outer;
  }

  /** The key as it is written. What starts with `$` is ours; `$$` is a `$` that is not. */
  #key({key, keyPlace}: SourceEntry): string {
    if (key.startsWith('$$')) return key.slice(1);
    if (key.startsWith('$')) {
      const near = nearest(key, ['$when', '$value', '$cases']);
      const hint =
        near && near !== key ? `did you mean “${near}”?` : `a key of the file is “$${key}”`;
      this.#report('flow-content', keyPlace, `“${key}” has no meaning here; ${hint}`);
    }
    return key;
  }

  /** Whether the value fits behind its key on one line. */
  #isInline(value: SourceNode): boolean {
    if (value.kind === 'map') return entry(value, '$cases') !== undefined;
    return value.kind === 'scalar' || value.flow || value.items.length === 0;
  }

  #value(prefix: string, value: SourceNode, extra: Partial<CompiledLine> = {}): void {
    if (value.kind === 'list') {
      const nested = value.items.find((item) => item.value.kind !== 'scalar');
      if (nested) {
        this.#report(
          'flow-content',
          nested.value.place,
          'A list in brackets holds single values only',
        );
        this.#names.excuse(value);
        return;
      }
    }
    const expression = this.#names.expression(value);
    if (!isConstant(expression)) {
      this.#push(prefix, value.place, {value: expression, ...extra});
      return;
    }
    const constant =
      typeof expression === 'object' && expression !== null && 'list' in expression
        ? (expression.list as readonly string[])
        : (expression as string);
    const text = encode(this.#target.format, constant, this.#target.then);
    if (text === undefined) {
      this.#report('flow-content', value.place, `${this.#target.format} cannot write this value`);
    }
    this.#push(`${prefix}${text ?? ''}`, value.place, extra);
  }

  #dotenv(content: SourceMap): void {
    for (const item of content.entries) {
      if (!/^[A-Za-z_]\w*$/.test(item.key)) {
        this.#report('flow-content', item.keyPlace, `“${item.key}” is no name of a variable`);
      }
      this.#under(item.value, (value) => {
        this.#comments(item.comments, '', item.keyPlace);
        if (!this.#isInline(value)) {
          this.#report(
            'flow-content',
            value.place,
            'A variable holds one value, or a list in brackets',
          );
          this.#names.excuse(value);
          return;
        }
        this.#value(`${item.key}=`, value);
      });
    }
    this.#comments(content.after, '', content.place);
  }

  #yamlMap(map: SourceMap, indent: string): void {
    for (const item of map.entries) {
      this.#under(item.value, (value) => {
        this.#comments(item.comments, indent, item.keyPlace);
        this.#yamlValue(`${indent}${encode('yaml', this.#key(item))}:`, value, indent);
      });
    }
    this.#comments(map.after, indent, map.place);
  }

  #yamlValue(prefix: string, value: SourceNode, indent: string): void {
    if (this.#isInline(value)) {
      this.#value(`${prefix} `, value);
    } else if (value.kind === 'map') {
      this.#push(value.entries.length > 0 ? prefix : `${prefix} {}`, value.place);
      this.#yamlMap(value, `${indent}  `);
    } else if (value.kind === 'list') {
      this.#push(prefix, value.place);
      for (const item of value.items) this.#yamlItem(item, `${indent}  `);
      this.#comments(value.after, `${indent}  `, value.place);
    }
  }

  #yamlItem(item: SourceItem, indent: string): void {
    this.#under(item.value, (value) => {
      this.#comments(item.comments, indent, value.place);
      if (value.kind !== 'map' || value.entries.length === 0 || this.#isInline(value)) {
        this.#yamlValue(`${indent}-`, value, indent);
        return;
      }
      // The first key of a map shares the line with the dash; its comments go before that.
      const start = this.lines.length;
      const depth = this.#conditions.length;
      this.#yamlMap(value, `${indent}  `);
      const first = this.lines.findIndex(
        ({line}, index) =>
          index >= start && line.text !== '' && !line.text.trimStart().startsWith('#'),
      );
      const opening = this.lines[first];
      if (!opening) return;
      if ((opening.line.when?.length ?? 0) > depth) {
        this.#report(
          'flow-content',
          opening.place,
          'The first key of a list item cannot have a condition',
        );
      }
      const text = `${indent}- ${opening.line.text.slice(indent.length + 2)}`;
      this.lines[first] = {...opening, line: {...opening.line, text}};
    });
  }

  #jsonBody(node: SourceNode, indent: string): void {
    const children: readonly (SourceItem | SourceEntry)[] =
      node.kind === 'map' ? node.entries : items(node);
    for (const item of children) {
      this.#under(item.value, (value) => {
        this.#comments(item.comments, indent, value.place);
        const key = 'key' in item ? `${JSON.stringify(this.#key(item))}: ` : '';
        if (this.#isInline(value)) {
          this.#value(`${indent}${key}`, value, {comma: true});
          return;
        }
        const [open, close] = value.kind === 'map' ? '{}' : '[]';
        this.#push(`${indent}${key}${open}`, value.place);
        this.#jsonBody(value, `${indent}  `);
        this.#push(`${indent}${close}`, value.place, {comma: true});
      });
    }
    if (node.kind !== 'scalar') this.#comments(node.after, indent, node.place);
  }
}

/**
 * Compiles the content of a file.
 *
 * @param content what stands under `content:`
 * @param target the file's name and format, and in what the target reads each value again
 */
export function compileContent(
  content: SourceNode,
  target: Target,
  names: Names,
  report: Report,
): readonly PlacedLine[] {
  const writer = new ContentWriter(target, names, report);
  writer.write(content);
  return writer.lines;
}
