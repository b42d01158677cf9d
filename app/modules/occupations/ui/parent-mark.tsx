/** Says that a figure or a list is that of the parent code, given as code and title. */
export function ParentMark({ inheritedFrom }: { readonly inheritedFrom: string }) {
  const [code = '', ...title] = inheritedFrom.split(' ');
  return (
    <span className="mark-parent">
      from the parent occupation <span className="code">{code}</span> {title.join(' ')}
    </span>
  );
}
