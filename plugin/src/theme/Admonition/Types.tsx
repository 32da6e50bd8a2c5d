import type {Props} from '@theme/Admonition';
import AdmonitionTypeImportant from '@theme/Admonition/Type/Important';
import AdmonitionTypes from '@theme-init/Admonition/Types';
import type {ComponentType} from 'react';

/** The theme's admonitions, with one of its own for `important`: the theme shows it as an `info`. */
const types: Record<string, ComponentType<Props>> = {
  ...AdmonitionTypes,
  important: AdmonitionTypeImportant,
};

export default types;
