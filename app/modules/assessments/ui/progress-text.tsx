import type { KindProgress } from '../domain/cycle-progress';

/** "12 of 40", with a bar that repeats it and how many are begun; nobody asked: a dash. */
export function ProgressText({ asked, rated, begun }: KindProgress) {
  if (asked === 0) return <span className="muted">–</span>;
  return (
    <span className="cycle-progress">
      <span>
        {rated.toLocaleString('en')} of {asked.toLocaleString('en')}
      </span>
      <progress max={asked} value={rated} aria-hidden="true" />
      {begun > 0 ? <span className="small">{begun.toLocaleString('en')} begun</span> : null}
    </span>
  );
}
