export function Badge({children, count}) {
  return (
    <b className="badge">
      {children} {count}
    </b>
  );
}

export function Rule() {
  return <hr className="rule" />;
}
