import {type ReactNode, useState} from 'react';

export function Tabs({labels, children}: {labels: string[]; children?: ReactNode}) {
  const [label, setLabel] = useState(labels[0]);
  return (
    <div data-open={label}>
      {labels.map((each) => (
        <button type="button" key={each} onClick={() => setLabel(each)}>
          {each}
        </button>
      ))}
      {children}
    </div>
  );
}

export function Tab({label, children}: {label: string; children?: ReactNode}) {
  return <section aria-label={label}>{children}</section>;
}
