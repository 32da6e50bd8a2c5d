/**
 * The styles of the chooser, which it puts into the page itself, once for all of its parts: see `chooser-sheet.ts`.
 *
 * As a style sheet of the site they would be in every page: Docusaurus has one for all, and for a second one the bundler gives each page
 * the code that loads it. Written for a page, they are there before anything is painted.
 */
const chooser = `
.flow-chooser {container-type: inline-size; accent-color: var(--ifm-color-primary); padding: 1.5rem; border: 1px solid var(--ifm-color-emphasis-300); border-radius: var(--ifm-card-border-radius); background: var(--ifm-card-background-color); margin-bottom: var(--ifm-leading)}
.flow-chooser__title {font-size: 1.25rem; font-weight: var(--ifm-heading-font-weight); line-height: var(--ifm-heading-line-height)}
.flow-chooser__form {display: grid; gap: 1.5rem}
.flow-chooser__form > * {min-width: 0}
.flow-chooser__summary, .flow-chooser__versions {margin: 0; color: var(--ifm-color-emphasis-700)}
.flow-chooser__versions {font-size: 0.8125rem}
.flow-chooser__versions > button {color: var(--ifm-link-color); text-decoration: underline}
.flow-chooser__spoken {position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)}`;

/** The options of a question are side by side where there is room. */
const questions = `
.flow-chooser__question {min-width: 0; margin: 0; padding: 0; border: 0}
.flow-chooser__question > legend {margin-bottom: 0.5rem; padding: 0; font-weight: var(--ifm-font-weight-bold)}
.flow-chooser__question > div {display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 0.75rem}
.flow-chooser__question label {padding: 0.75rem; border: 1px solid var(--ifm-color-emphasis-300); border-radius: var(--ifm-global-radius); cursor: pointer}
.flow-chooser__question label:hover {border-color: var(--ifm-color-emphasis-600)}
.flow-chooser__question label:has(:checked) {border-color: var(--ifm-color-primary); box-shadow: inset 0 0 0 1px var(--ifm-color-primary)}
.flow-chooser__question label:has(:focus-visible) {outline: 2px solid var(--ifm-color-primary); outline-offset: 2px}
.flow-chooser__question input {width: 1rem; height: 1rem; margin: 0 0.625rem 0 0; vertical-align: -0.125em; outline: none}
.flow-chooser__question small, .flow-chooser__question small > span {display: block}
.flow-chooser__question > small {margin: -0.25rem 0 0.5rem}
.flow-chooser__question small {color: var(--ifm-color-emphasis-700); font-size: 0.8125rem; line-height: 1.45; overflow-wrap: anywhere}
.flow-chooser__question small > span {margin-top: 0.25rem}`;

/** Label, input, notes and disclosure of neighbours share their rows, so that inputs stand side by side. */
const fields = `
.flow-chooser__fields {display: grid; gap: 1rem 1.25rem}
@container (min-width: 26rem) {.flow-chooser__fields {grid-template-columns: 1fr 1fr}}
.flow-chooser__field {display: grid; grid-row: span 4; grid-template-rows: subgrid; align-content: start; gap: 0.25rem; min-width: 0; font-size: 0.875rem}
.flow-chooser__field > * {min-width: 0}
.flow-chooser__field > label {font-weight: var(--ifm-font-weight-bold)}
.flow-chooser__field > label > span {color: var(--ifm-color-emphasis-700); font-weight: normal}
.flow-chooser__field > details {color: var(--ifm-color-emphasis-700); font-size: 0.8125rem}
.flow-chooser__field > details > summary {cursor: pointer}
.flow-chooser__input {box-sizing: border-box; width: 100%; min-height: 2.375rem; padding: 0.4375rem 0.625rem; border: 1px solid var(--ifm-color-emphasis-500); border-radius: var(--ifm-global-radius); background: var(--ifm-background-color); color: var(--ifm-font-color-base); font: inherit; line-height: 1.4}
textarea.flow-chooser__input {padding-block: 0.5rem; field-sizing: content; resize: vertical}
.flow-chooser__input::placeholder {color: var(--ifm-color-emphasis-600); opacity: 1}
.flow-chooser__input:focus-visible {outline: 2px solid var(--ifm-color-primary); outline-offset: -1px}
.flow-chooser__input[aria-invalid=true] {border-color: var(--ifm-color-danger-dark)}
.flow-chooser__check {grid-row: span 2; display: flex; gap: 0.625rem; align-items: center; align-self: end; min-height: 2.375rem}
.flow-chooser__check > input {flex: none; width: 1rem; height: 1rem; margin: 0}`;

/** A secret has a switch within its input. */
const secrets = `
.flow-chooser__field > span {position: relative; display: block}
.flow-chooser__field > span > input {padding-inline-end: 4rem}
.flow-chooser__field > span > button {position: absolute; inset-block: 1px; inset-inline-end: 1px; padding: 0 0.75rem; color: var(--ifm-color-emphasis-700); font-size: 0.8125rem}
.flow-chooser__field > span > [aria-checked=true] {color: var(--ifm-color-primary); font-weight: var(--ifm-font-weight-bold)}`;

/** Help and message take turns in one place, which is as high as the longest message, so that nothing moves when it comes. */
const notes = `
.flow-chooser__notes {display: grid; min-height: 1.45em; color: var(--ifm-color-emphasis-700); font-size: 0.8125rem; line-height: 1.45}
.flow-chooser__notes > *, .flow-chooser__notes::before {grid-area: 1 / 1}
.flow-chooser__notes::before {content: attr(data-longest); visibility: hidden}
.flow-chooser__message {color: var(--ifm-color-danger-darker)}
[data-theme=dark] .flow-chooser__message {color: var(--ifm-color-danger-light)}
.flow-chooser__notes > :has(+ .flow-chooser__message:not(:empty)) {visibility: hidden}`;

/** Forced colours keep the border of a marked line, and would give tabs that are not selected one. */
const files = `
.flow-chooser__tabs {gap: 0.25rem; overflow-x: auto}
.flow-chooser__tabs > button {padding: 0.5rem 0.75rem; white-space: nowrap; font-family: var(--ifm-font-family-monospace); font-size: 0.8125rem}
@media (forced-colors: active) {.flow-chooser__tabs > [aria-selected=false] {border-color: Canvas}}
.flow-chooser__note {margin: 0.75rem 0 0.5rem; color: var(--ifm-color-emphasis-700); font-size: 0.875rem}
.flow-chooser__marked {margin: 0 calc(-1 * var(--ifm-pre-padding)); padding: 0 calc(var(--ifm-pre-padding) - 3px); background: var(--docusaurus-highlighted-code-line-bg); border-left: 3px solid var(--ifm-color-primary)}`;

/** The links, which are about the settings, have a line of their own. */
const actions = `
.flow-chooser__actions {display: flex; flex-wrap: wrap; gap: 0.5rem}
.flow-chooser__actions > button {font-family: inherit; font-size: 0.8125rem}
.flow-chooser__actions > .button--link {margin-top: 0.25rem; padding-inline: 0.25rem}
.flow-chooser__notice {min-height: 1.5em; margin: 0.5rem 0 0; color: var(--ifm-color-emphasis-700); font-size: 0.875rem; line-height: 1.5}`;

export const css = chooser + questions + fields + secrets + notes + files + actions;
