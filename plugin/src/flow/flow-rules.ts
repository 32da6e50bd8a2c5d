/**
 * Everything that can be wrong with a flow file. The keys are the rule ids of its problems; the texts explain the rule.
 */
export const flowRules = {
  'flow-syntax': 'A flow file must be valid YAML, without duplicate keys.',
  'flow-extends': 'What `extends` names must be a file in the folder `shared` beside the flow.',
  'flow-structure': 'A flow file has the keys and types that `flow.schema.json` describes.',
  'flow-duplicate-name':
    'Choices, fields and values share one set of names; each name is used once.',
  'flow-recommended': 'At most one option of a choice is recommended.',
  'flow-value-schema':
    'The schema of a field uses only what the browser can check: see `value` in `flow.schema.json`.',
  'flow-missing-example':
    'A field needs an example, which the build tries out; a boolean with a default needs none.',
  'flow-invalid-example': 'Examples and defaults must satisfy the schema of their own field.',
  'flow-unknown-reference': 'A reference names a choice, a field or a value of the flow.',
  'flow-circular-value': 'A value must not refer to itself, nor through others.',
  'flow-list-in-text': 'A list can stand alone, but not inside text.',
  'flow-unknown-condition':
    'A condition names choices, fields, and values that do not depend on answers.',
  'flow-unknown-option': 'A condition on a choice names options of that choice.',
  'flow-condition-order':
    'A question or field can depend only on questions, and on fields that come before it.',
  'flow-unused': 'A field or value that nothing uses is left over or misspelt.',
  'flow-secret-in-command':
    'A secret must not stand in a command: commands are kept in the history of the shell and shown to other users.',
  'flow-content': 'The content of a file must be something that its format can write.',
  'flow-file-schema': 'The schema of a file must exist and be a JSON Schema.',
  'flow-too-many-combinations':
    'The choices of a flow make at most 1,000 combinations: each build tries out all of them. Ask a question only where it matters, with `when`, or make several flows.',
  'flow-no-output': 'Every combination of choices makes at least one file.',
  'flow-hidden-reference':
    'A file must not refer to a field that does not apply where the file does.',
  'flow-unreadable-output':
    'Every file that a flow makes must be readable, without duplicate keys.',
  'flow-changed-value': 'Every value must be read back from the file as it was entered.',
  'flow-invalid-output': 'Every file that a flow makes must satisfy its schema.',
} as const;

export type FlowRule = keyof typeof flowRules;

/** Where something stands. Lines and columns count from 1; the end is behind the last character. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A mistake in a flow file. */
export interface FlowProblem extends Place {
  readonly rule: FlowRule;
  readonly message: string;
}
