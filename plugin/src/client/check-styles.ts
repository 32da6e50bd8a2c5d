/**
 * The styles of the check, which it puts into the page itself: see those of the chooser. Where colours are forced, those of the lines are
 * the reader's.
 */
export const checkCss: string = `
.flow-check {display: grid; gap: 0.5rem; min-width: 0; padding: 1.5rem; border: 1px solid var(--ifm-color-emphasis-300); border-radius: var(--ifm-card-border-radius); background: var(--ifm-card-background-color); margin-bottom: var(--ifm-leading)}
@media (max-width: 26rem) {.flow-check {padding: 1rem}}
.flow-check > * {min-width: 0}
.flow-check p {margin: 0}
.flow-check--dragged {border-color: var(--ifm-color-primary); box-shadow: inset 0 0 0 1px var(--ifm-color-primary)}
.flow-check__label {font-weight: var(--ifm-font-weight-semibold)}
.flow-check__help, .flow-check__remedy, .flow-check__taken {color: var(--ifm-color-emphasis-700); font-size: 0.875rem}
.flow-check__text {width: 100%; padding: 0.625rem 0.75rem; border: 1px solid var(--ifm-color-emphasis-500); border-radius: var(--ifm-global-radius); background: var(--ifm-background-color); color: var(--ifm-font-color-base); font-family: var(--ifm-font-family-monospace); font-size: 0.8125rem; line-height: 1.5; resize: vertical}
.flow-check__text:focus-visible {outline: 2px solid var(--ifm-color-primary); outline-offset: 1px}
.flow-check__actions {display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem}
.flow-check__actions > button {font-family: inherit}
.flow-check__file {max-width: 100%; font-size: 0.8125rem}
.flow-check__failure {color: var(--ifm-color-danger-dark)}
.flow-check__failure:empty {position: absolute}
.flow-check__summary {padding: 0.625rem 0.875rem; border-inline-start: 3px solid var(--ifm-color-danger); border-radius: var(--ifm-global-radius); background: var(--ifm-color-emphasis-100); font-weight: var(--ifm-font-weight-semibold)}
.flow-check__summary--right {border-color: var(--ifm-color-success)}
.flow-check__findings {margin: 0; padding: 0; list-style: none}
.flow-check__findings > li {margin: 0.75rem 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid; overflow-wrap: anywhere}
.flow-check__findings > .flow-check__error {border-color: var(--ifm-color-danger)}
.flow-check__findings > .flow-check__warning {border-color: var(--ifm-color-warning)}
.flow-check__listing {max-height: 28rem; overflow: auto; border-radius: var(--ifm-pre-border-radius)}
.flow-check__listing:focus-visible {outline: 2px solid var(--ifm-color-primary)}
.flow-check__listing > pre {margin: 0; background: none; color: inherit; padding: 0.5rem 0; overflow: visible; font-size: 0.8125rem}
.flow-check__listing pre > span {display: block; width: max-content; min-width: 100%; padding: 0 0.75rem; scroll-margin: 6rem}
.flow-check__listing .flow-check__error {background: var(--ifm-color-danger-contrast-background); color: var(--ifm-color-danger-contrast-foreground)}
.flow-check__listing .flow-check__warning {background: var(--ifm-color-warning-contrast-background); color: var(--ifm-color-warning-contrast-foreground)}
.flow-check__listing pre > :target {outline: 2px solid var(--ifm-color-primary); outline-offset: -2px}
.flow-check__number {display: inline-block; min-width: 2.25rem; padding-inline-end: 0.75rem; text-align: end; -webkit-user-select: none; user-select: none}
@media (forced-colors: active) {.flow-check__listing :is(.flow-check__error, .flow-check__warning) {outline: 1px solid; outline-offset: -1px}}`;
