import type {PartProps} from '@theme/FlowChooser';
import {act, type ComponentType, createElement, type ReactNode} from 'react';
import {createRoot} from 'react-dom/client';
import {renderToStaticMarkup} from 'react-dom/server';
import {onTestFinished, vi} from 'vitest';
import {
  type FlowAction,
  type FlowState,
  flowReducer,
  startFlow,
} from '../../src/client/flow-state.js';
import {statusText} from '../../src/client/messages/answers.js';
import {flowOf} from '../flow/support.js';

/** A flow with a field of each kind. */
export const flow = flowOf(`
title: Mail
summary: How mail is sent.
versions: version 2
choices:
  security:
    label: Security
    help: How the server is spoken to.
    options:
      tls: {label: TLS, help: Encrypted., recommended: It is safer.}
      none: {label: None}
fields:
  host: {label: Host, help: Its name., example: smtp.example.com, value: {type: string, format: hostname}}
  password: {label: Password, secret: true, example: xxx, value: {type: string, minLength: 2}}
  users: {label: Users, optional: true, example: [jane], value: {type: array, items: {type: string}}}
  level: {label: Level, example: low, find: In the manual., value: {type: string, enum: [low, high]}}
  strict: {label: Strict, default: false, value: {type: boolean}}
files:
  env:
    name: mail.env
    format: dotenv
    help: For the service.
    schema: none
    next: restart \${host}
    content:
      HOST: \${host}
      PASSWORD: \${password}
  yaml:
    name: mail.yaml
    format: yaml
    schema: none
    content:
      host: \${host}
      level: \${level}
      users: \${users}
      strict: \${strict}
      security: \${security}
`);

/** A chooser to which this has been done. */
export function after(...actions: FlowAction[]): FlowState {
  return actions.reduce(flowReducer, startFlow(flow));
}

/** The reader's input into a field. */
export function enter(id: string, input: string | boolean): FlowAction {
  const field = flow.fields.find((each) => each.id === id);
  if (!field) throw new Error(`There is no field ${id}`);
  return {type: 'enter', field, input};
}

/** What all parts of a chooser are given. */
export function partsOf(state: FlowState, focused?: string): PartProps {
  const status = statusText(state);
  return {id: 'c-', state, status, focused, dispatch: vi.fn(), say: vi.fn()};
}

/** The HTML that the server writes of a component. */
export function html<P extends object>(component: ComponentType<P>, props: P): string {
  return renderToStaticMarkup(createElement(component, props));
}

/** The text of HTML, without the style sheets in it. */
export function textOf(markup: string): string {
  return markup
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Shows something in the browser of a test with `@vitest-environment happy-dom`. */
export async function page(node: ReactNode) {
  Object.assign(globalThis, {IS_REACT_ACT_ENVIRONMENT: true});
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  const reactRoot = createRoot(root);
  onTestFinished(() => act(async () => reactRoot.unmount()));
  const show = (next: ReactNode) => act(async () => reactRoot.render(next));
  await show(node);
  return {
    root,
    show,
    /** Presses the button with this text. */
    async press(text: string) {
      const buttons = Array.from(document.querySelectorAll('button'));
      const button = buttons.find((each) => each.textContent === text);
      if (!button) throw new Error(`There is no button ${text}`);
      await act(async () => button.click());
    },
    async paste(element: Element | null, text: string) {
      const event = new Event('paste', {bubbles: true, cancelable: true});
      Object.assign(event, {clipboardData: {getData: () => text}});
      await act(async () => {
        element?.dispatchEvent(event);
      });
    },
  };
}
