import {Children, createElement, isValidElement, type ReactElement, type ReactNode} from 'react';

/** What `{% slot "name" %}` encloses, on its way to the component. */
export function MarkdocSlot({children}: {name: string; children?: ReactNode}): ReactNode {
  return children;
}

/** Renders a component with its slots as props, as Markdoc does. */
export function MarkdocSlots({
  element,
  attributes,
  children,
}: {
  /** Of the component, without props. */
  element: ReactElement;
  attributes: object;
  children?: ReactNode;
}): ReactNode {
  const slots: {[name: string]: ReactNode} = {};
  const rest: ReactNode[] = [];
  for (const child of Children.toArray(children)) {
    if (isValidElement<{name: string; children?: ReactNode}>(child) && child.type === MarkdocSlot) {
      slots[child.props.name] = child.props.children;
    } else rest.push(child);
  }
  return createElement(element.type, {...attributes, ...slots}, ...rest);
}
