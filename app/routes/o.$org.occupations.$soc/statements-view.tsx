import { SegmentedLinks } from '~/components/segmented-links';
import type { Citation } from '~/modules/frameworks/domain/document';
import type { FrameworkResource } from '~/modules/frameworks/queries/framework-schemas';
import { CitationAddress } from '~/modules/frameworks/ui/citation-address';
import { FrameworkCard } from '~/modules/frameworks/ui/framework-card';
import type { CitedSource } from '~/modules/occupations/domain/cited-source';
import { CitedPanel } from '~/modules/occupations/ui/cited-panel';
import { NoFramework } from './no-framework';
import { addressOf, type OccupationState } from './occupation-state';

interface StatementsViewProps {
  readonly occupation: { readonly title: string };
  readonly framework: FrameworkResource | null;
  /** The versions of this instrument, the one that counts first. */
  readonly versions: readonly string[];
  readonly cited: CitedSource | null;
  readonly state: OccupationState;
  /** Address of the occupation, and that of the standards. */
  readonly place: string;
  readonly standards: string;
}

/** The statements of one instrument by level, and beside them the source that a chip opened. */
export function StatementsView({
  occupation,
  framework,
  versions,
  cited,
  state,
  place,
  standards,
}: StatementsViewProps) {
  const instrument = state.view === 'onet' ? 'mastery' : state.view;
  if (!framework) return <NoFramework instrument={instrument} occupation={occupation} />;
  const choices = versions.map((version) => ({
    label: version,
    to: addressOf(place, { view: instrument, version }),
    current: version === framework.version,
  }));
  const open = ({ source }: Citation) => addressOf(place, { ...state, cite: source });
  return (
    <>
      {choices.length > 1 ? (
        <div className="bar">
          <span className="small">Version</span>
          <SegmentedLinks label="Version" options={choices} />
        </div>
      ) : null}
      <div className="statement-split" data-open={cited ? '' : undefined}>
        <CitationAddress.Provider value={open}>
          <FrameworkCard framework={framework} />
        </CitationAddress.Provider>
        {cited ? (
          <CitedPanel cited={cited} back={addressOf(place, { ...state, cite: null })} standards={standards} />
        ) : null}
      </div>
    </>
  );
}
