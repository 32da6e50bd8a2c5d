import type {Spelling} from './formats/format.js';
import type {FormatName} from './formats/index.js';

export type {FormatName, Spelling};

/**
 * What a flow is after the build has compiled it, what a reader answers, and what comes out.
 *
 * Everything in {@link CompiledFlow} but its `formats`, which are code, survives `JSON.stringify`: it travels from the build to the page as data.
 */

/** A value that an answer can have, by the type of its field. */
export type Value = string | boolean | readonly string[];

/** What stands in a file: an answer, or a literal of the flow file. */
export type Scalar = string | number | boolean | null;

/**
 * A condition: every name must have the value, or one of the values.
 *
 * Names are choices and fields. For a field, `true` and `false` ask whether it has a value (a boolean's own value).
 */
export type When = {readonly [name: string]: string | boolean | readonly (string | boolean)[]};

/**
 * What an answer makes of a place in a file.
 *
 * A plain scalar is itself; `ref` is the answer to a choice or a field and keeps its type; `text` joins its parts;
 * `list` is a list of texts; `cases` is the first expression whose condition holds.
 */
export type Expression =
  | Scalar
  | {readonly ref: string}
  | {readonly text: readonly Expression[]}
  | {readonly list: readonly Expression[]}
  | {readonly cases: readonly (readonly [When, Expression])[]};

/** The subset of JSON Schema that a field's `value` may use, as data that {@link checkValue} runs. */
export interface ValueSchema {
  readonly type: 'string' | 'boolean' | 'array';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Regular expressions of JSON Schema, by what says that a text does not match: `pattern`, or the name of a format. */
  readonly patterns?: {readonly [id in 'pattern' | 'hostname' | 'uri' | 'uuid' | 'email']?: string};
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly items?: ValueSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** One of the answers to a question; its `id` stands in files, conditions and links. */
export interface CompiledOption {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Why this option is the recommended one; absent on the others. */
  readonly recommended?: string;
  readonly when?: When;
}

/** A question to which a reader chooses the answer. */
export interface CompiledChoice {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly when?: When;
  readonly options: readonly CompiledOption[];
}

/** A value that a reader enters. */
export interface CompiledField {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Where the reader finds the value. */
  readonly find?: string;
  /** One sentence saying what is right, shown where `value`'s pattern does not match. */
  readonly expects?: string;
  readonly example?: Value;
  readonly default?: Value;
  readonly secret?: true;
  readonly optional?: true;
  readonly when?: When;
  /** What stands in the output as long as there is no answer, such as `<client-id>`. */
  readonly placeholder: string;
  readonly value: ValueSchema;
}

/** A demand on several answers at once; `field` is where its message stands. */
export interface CompiledRule {
  readonly field: string;
  readonly message: string;
  readonly when?: When;
  /** The two must not be the same. */
  readonly different?: readonly [Expression, Expression];
  /** `value` must match `pattern`. */
  readonly matches?: {readonly value: Expression; readonly pattern: string};
}

/** One line of a file: fixed text, then what an expression encodes to. */
export interface CompiledLine {
  readonly text: string;
  readonly value?: Expression;
  /** All of these must hold. */
  readonly when?: readonly When[];
  /** What stands behind it where another entry of its block follows, such as a comma. */
  readonly joint?: string;
  /** It closes a block. */
  readonly closes?: true;
}

/** A value of a list that stands on a line of its own. */
export interface ContentItem {
  /** The line, counted from 0 in {@link CompiledFile.lines}. */
  readonly line: number;
  readonly value: Expression;
  /** All of these must hold. */
  readonly when?: readonly When[];
  /** Why it is there, in the words of the flow's author. */
  readonly reason?: string;
}

/**
 * What one key of a file holds: what the lines of a {@link CompiledFile} were made of. The build and the check of existing files need it, a
 * page that writes files does not.
 */
export interface ContentEntry extends Omit<ContentItem, 'value'> {
  /** The keys that lead to it, its own last; an item of a list counts as a key, by its position in the flow file. */
  readonly path: readonly string[];
  /** What its value is made of. A key without one, and without {@link items}, holds other keys. */
  readonly value?: Expression;
  /** The values of a list that stand on lines of their own. */
  readonly items?: readonly ContentItem[];
  /** It is no key, but an item of a list, in which keys are. */
  readonly isItem?: true;
  /** By what such an item is known, where that is not its position. */
  readonly name?: Expression;
}

/** A file that the flow writes, with its conditions and with holes for answers. */
export interface CompiledFile {
  readonly id: string;
  readonly name: string;
  readonly help?: string;
  readonly format: FormatName;
  /** The language in which the target reads each value a second time, after the file itself was read. */
  readonly then?: FormatName;
  /** The name of its language for highlighting, as Prism knows it. */
  readonly language: string;
  readonly when?: When;
  readonly next?: Expression;
  readonly lines: readonly CompiledLine[];
}

/** A flow as the build hands it to the page: a few kilobytes of JSON. */
export interface CompiledFlow {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  /** For which versions of the product the files are. */
  readonly versions?: string;
  readonly choices: readonly CompiledChoice[];
  readonly fields: readonly CompiledField[];
  readonly rules: readonly CompiledRule[];
  /** Texts that no value may contain, with the reason. */
  readonly forbidden: readonly {readonly text: string; readonly message: string}[];
  readonly files: readonly CompiledFile[];
  /** How values are written, for each format that the files are in. */
  readonly formats: {readonly [format in FormatName]?: Spelling};
  /** What may have to be said about answers, by the ids of `flowMessages`. */
  readonly messages: {readonly [id: string]: string};
}

/** Answers that may be stored and put into an address. There is no place for a secret in them. */
export interface ShareableAnswers {
  readonly choices?: {readonly [choice: string]: string};
  readonly values?: {readonly [field: string]: Value};
}

/** Everything a reader entered. A secret field is read from `secrets` and from nowhere else. */
export interface Answers extends ShareableAnswers {
  readonly secrets?: {readonly [field: string]: string};
}

/** What is wrong with one answer, in words that its reader can act on. */
export interface AnswerProblem {
  /** The field, or the choice. */
  readonly field: string;
  readonly kind: 'missing' | 'invalid';
  /** Which message this is, for translations (see `flowMessages`). */
  readonly id: string;
  /** What the message's placeholders stand for. */
  readonly params: {readonly [name: string]: string};
  /** The message in English. */
  readonly message: string;
}

/** A choice as it stands. */
export interface Question {
  readonly choice: CompiledChoice;
  /** The options that can be chosen now. */
  readonly options: readonly CompiledOption[];
  /** The option that holds: the page's, the reader's, the recommended or else the first one. */
  readonly value: string;
  /** The page made this choice: do not ask. */
  readonly fixed: boolean;
  /** The reader or the page made this choice; otherwise it is the default. */
  readonly answered: boolean;
}

/** A field that applies, as it stands. */
export interface FieldState {
  readonly field: CompiledField;
  readonly value: Value | undefined;
  readonly problem: AnswerProblem | undefined;
}

/** A stretch of a line. Fixed text has no `fields`. */
export interface Piece {
  readonly text: string;
  /** The fields whose values are in it, as often as they are. */
  readonly fields?: readonly string[];
  /** What to show or to copy in place of `text` where secrets must not appear; present exactly where there is one. */
  readonly withoutSecrets?: string;
  /** A value is missing; its placeholder stands here. */
  readonly missing?: true;
}

/** A line of a file, as it is for certain answers. */
export interface OutputLine {
  /** The same line of the same file has the same key, whatever the answers are. */
  readonly key: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The fields whose values are in the line, as often as they are. */
  readonly fields: readonly string[];
}

/** A file that the answers ask for. It is to be offered as finished only where the evaluation is `complete`. */
export interface OutputFile {
  readonly id: string;
  readonly filename: string;
  readonly format: FormatName;
  /** The name of its language for highlighting, as Prism knows it. */
  readonly language: string;
  readonly help?: string;
  readonly lines: readonly OutputLine[];
  readonly text: string;
  /** `text` with a placeholder for each secret. */
  readonly withoutSecrets: string;
  /** The command to run next. */
  readonly next?: string;
}

/** What answers come to: what {@link evaluate} returns. */
export interface Evaluation {
  readonly questions: readonly Question[];
  readonly fields: readonly FieldState[];
  /** In the order of the questions and fields. */
  readonly problems: readonly AnswerProblem[];
  /** Nothing is missing and nothing is invalid. */
  readonly complete: boolean;
  readonly files: readonly OutputFile[];
}

/** What a page knows of a field whose value it shows outside of a chooser. */
export interface ReaderValue {
  readonly flow: string;
  readonly field: Pick<CompiledField, 'id' | 'label'>;
  /** It can be several values. */
  readonly list?: true;
  /** What stands there until the reader has entered something. */
  readonly example: string;
}

/** A text with fields of the reader's in it. */
export type ReaderText = readonly (string | ReaderValue)[];
