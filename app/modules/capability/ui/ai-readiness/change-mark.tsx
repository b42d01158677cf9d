import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReadinessChange } from '../../domain/ai-readiness/readiness-change';
import { signed } from '../../domain/ai-readiness/signed';

/** A change in points with its split; an arrow and a tone only where it is more than chance would make it. */
export function ChangeMark({ change }: { readonly change: ReadinessChange | null }) {
  if (change === null) return <span className="small">no earlier figure</span>;
  const { plain, isClear } = change;
  const total = plain.after - plain.before;
  const tone = !isClear ? undefined : total > 0 ? 'good' : 'bad';
  return (
    <span className="change-mark">
      <span className="change-total" data-tone={tone}>
        {tone === undefined ? null : total > 0 ? (
          <ArrowUp aria-hidden="true" />
        ) : (
          <ArrowDown aria-hidden="true" />
        )}
        {signed(total)}
      </span>
      <span className="small">
        evidence {signed(plain.evidenceMoved)}, people {signed(plain.peopleMoved)}
      </span>
    </span>
  );
}
