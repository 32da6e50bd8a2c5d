/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme/Admonition/Type/Important' {
  import type {Props as AdmonitionProps} from '@theme/Admonition';
  import type {ReactNode} from 'react';

  export interface Props extends AdmonitionProps {}

  export default function AdmonitionTypeImportant(props: Props): ReactNode;
}

declare module '@theme/Cards' {
  import type {ReactNode} from 'react';

  export interface Props {
    readonly id?: string;
    readonly className?: string;
    /** One `Card` after another. */
    readonly children?: ReactNode;
  }

  export default function Cards(props: Props): ReactNode;
}

declare module '@theme/Cards/Card' {
  import type {ReactNode} from 'react';

  export interface Props {
    readonly id?: string;
    readonly className?: string;
    readonly icon?: string;
    /** The box with the link, and that with the text. */
    readonly children?: ReactNode;
  }

  export default function Card(props: Props): ReactNode;
}

declare module '@theme/Steps' {
  import type {ReactNode} from 'react';

  export interface Props {
    readonly id?: string;
    readonly className?: string;
    /** Items of a list; each begins with a heading. */
    readonly children?: ReactNode;
  }

  export default function Steps(props: Props): ReactNode;
}

declare module '@theme/FlowChooser' {
  import type {CompiledFlow} from 'docusaurus-plugin-markdoc/flow';
  import type {FlowAction, FlowState, LoadFlow} from 'docusaurus-plugin-markdoc/theme';
  import type {Dispatch, ReactNode} from 'react';

  export interface Props {
    readonly flow: CompiledFlow;
    /** Choices that the page has made: they are not asked for. */
    readonly fixed?: {readonly [choice: string]: string};
    /** Loads what the check of an existing file needs; without it, there is no such check. */
    readonly check?: LoadFlow;
  }

  /** What the chooser's parts know. */
  export interface PartProps {
    /** The start of every id in this chooser. */
    readonly id: string;
    readonly state: FlowState;
    /** Takes what the reader does. It stays the same from one rendering to the next. */
    readonly dispatch: Dispatch<FlowAction>;
    /** Whether the files can be used, and else what is missing. */
    readonly status: string;
    /** The field in which the reader is. */
    readonly focused: string | undefined;
    /** Has a text read out. */
    say(text: string): void;
  }

  export default function FlowChooser(props: Props): ReactNode;
}

declare module '@theme/FlowValue' {
  import type {ReaderValue} from 'docusaurus-plugin-markdoc/flow';
  import type {ReactNode} from 'react';

  export interface Props {
    readonly value: ReaderValue;
  }

  export default function FlowValue(props: Props): ReactNode;
}

declare module '@theme/FlowFence' {
  import type {ReaderText} from 'docusaurus-plugin-markdoc/flow';
  import type {ReactNode} from 'react';

  export interface Props {
    /** What stands in the fence. */
    readonly text: ReaderText;
    /** The fence, with the examples. */
    readonly children: ReactNode;
  }

  export default function FlowFence(props: Props): ReactNode;
}

declare module '@theme/FlowBranch' {
  import type {ReactNode} from 'react';

  export interface Props {
    /** The same for all branches that are shown for the same choices. */
    readonly branch: string;
    /** Selectors: where the document matches one of them, the reader has chosen something else. */
    readonly hidden: readonly string[];
    /** For which choices it is. */
    readonly label: string;
    /** It is a part of a paragraph. */
    readonly inline?: boolean;
    readonly children?: ReactNode;
  }

  export default function FlowBranch(props: Props): ReactNode;
}

declare module '@theme/FlowNotice' {
  import type {ReactNode} from 'react';

  export interface Props {
    /** The component to which the notice belongs shows a value of the reader's. */
    readonly isShowing: boolean;
  }

  export default function FlowNotice(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Questions' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {}

  export default function Questions(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Fields' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {
    onFocus(field: string | undefined): void;
  }

  export default function Fields(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Field' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {CompiledField} from 'docusaurus-plugin-markdoc/flow';
  import type {ReactNode} from 'react';

  export interface Props {
    readonly id: string;
    readonly field: CompiledField;
    /** What stands in the input. */
    readonly input: string | boolean;
    /** What is wrong, where it is to be said. */
    readonly message: string;
    /** The longest message that may come. */
    readonly longest: string;
    readonly shown: boolean;
    readonly dispatch: PartProps['dispatch'];
  }

  export default function Field(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Status' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {}

  export default function Status(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Files' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {}

  export default function Files(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Code' {
  import type {OutputFile} from 'docusaurus-plugin-markdoc/flow';
  import type {ReactNode} from 'react';

  export interface Props {
    readonly file: OutputFile;
    /** Those of its lines that are marked. */
    readonly marked: OutputFile['lines'];
    /** Secrets are shown. */
    readonly shown: boolean;
  }

  export default function Code(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Actions' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {OutputFile} from 'docusaurus-plugin-markdoc/flow';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {
    readonly file: OutputFile;
  }

  export default function Actions(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Static' {
  import type {Props as ChooserProps} from '@theme/FlowChooser';
  import type {ReactNode} from 'react';

  export interface Props extends ChooserProps {}

  export default function Static(props: Props): ReactNode;
}

declare module '@theme/FlowChooser/Check' {
  import type {PartProps} from '@theme/FlowChooser';
  import type {LoadFlow} from 'docusaurus-plugin-markdoc/theme';
  import type {ReactNode} from 'react';

  export interface Props extends PartProps {
    readonly check: LoadFlow;
  }

  export default function Check(props: Props): ReactNode;
}

declare module '@theme/FlowCheck' {
  import type {LoadFlow} from 'docusaurus-plugin-markdoc/theme';
  import type {ReactNode} from 'react';

  export interface Props {
    /** The id of the flow: a chooser with the same one on the page takes values over. */
    readonly flow: string;
    /** Loads what the check needs, the flow included. */
    readonly check: LoadFlow;
  }

  export default function FlowCheck(props: Props): ReactNode;
}

declare module '@theme/FlowCheck/Result' {
  import type {ReactNode, RefCallback} from 'react';

  export interface Props {
    /** The start of every id in this check. */
    readonly id: string;
    readonly flow: string;
    readonly result: import('docusaurus-plugin-markdoc/theme').CheckResult;
    /** The sentence that says how it went: it gets the focus. */
    readonly summary: RefCallback<HTMLElement>;
    /** The reader wants to change the text. */
    onEdit(): void;
    onClear(): void;
  }

  export default function Result(props: Props): ReactNode;
}

declare module 'react-dom' {
  import type {ReactNode, ReactPortal} from 'react';

  /** Without a dependency on React DOM's types, for the one function that we use. */
  export function createPortal(children: ReactNode, container: Element): ReactPortal;
}

declare module '*.module.css' {
  const classes: {readonly [name: string]: string};
  export default classes;
}
