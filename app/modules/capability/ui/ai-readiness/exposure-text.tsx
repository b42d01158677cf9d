import { exposureWords } from '~/modules/occupations/domain/ai-evidence/exposure-words';
import { ParentMark } from '~/modules/occupations/ui/parent-mark';
import type { ShownExposure } from '../../domain/ai-readiness/readiness-view';

/** Observed exposure of an occupation; a parent's value says whose it is, and a missing one is "no data". */
export function ExposureText({ exposure }: { readonly exposure: ShownExposure | null }) {
  if (exposure === null) return <span className="small">by occupation</span>;
  const words = exposureWords(exposure.exposure);
  return (
    <>
      {exposure.exposure === null || exposure.exposure === 0 ? <span className="small">{words}</span> : words}
      {exposure.inheritedFrom && exposure.exposure !== null ? (
        <ParentMark inheritedFrom={exposure.inheritedFrom} />
      ) : null}
    </>
  );
}
