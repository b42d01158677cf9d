import { Card } from '~/components/card';
import type { DescribedOccupation } from '~/modules/frameworks/queries/describe-occupation';
import { EvidencePack } from '~/modules/occupations/ui/evidence-pack';
import { LinkedStandards } from '~/modules/occupations/ui/linked-standards';
import { ProgrammeList } from '~/modules/occupations/ui/programme-list';
import { RelatedOccupations } from '~/modules/occupations/ui/related-occupations';
import { anchorsSource, SourceAnchors } from '~/modules/occupations/ui/source-anchors';
import { SourceList } from '~/modules/occupations/ui/source-list';
import { TitleLists } from '~/modules/occupations/ui/title-lists';
import { FrameworkVersions } from './framework-versions';

interface OccupationSectionsProps {
  readonly occupation: Omit<DescribedOccupation, 'attributes' | 'attributeSources'>;
  /** Address of the organization. */
  readonly base: string;
}

/** What stands under the tabs: evidence, anchors, standards, programmes, titles, related occupations, sources. */
export function OccupationSections({ occupation, base }: OccupationSectionsProps) {
  const { anchors, evidence, frameworks, programmes, rapids, related, sources, standards, titles } =
    occupation;
  const place = `${base}/occupations/${occupation.soc}`;
  const from = anchors ? <span className="small">{anchorsSource(anchors)}</span> : null;
  return (
    <div className="occupation-sources">
      <div>
        <Card title="Evidence pack" padded={false}>
          <EvidencePack evidence={evidence} />
        </Card>
        <Card title="National standards">
          <LinkedStandards standards={standards} place={`${base}/standards`} />
        </Card>
        <Card
          title={`Education programmes ${programmes.items.length}`}
          aside={programmes.release ? <span className="small">{programmes.release}</span> : null}
        >
          <ProgrammeList programmes={programmes} rapids={rapids} />
        </Card>
        <Card title="Versions">
          <FrameworkVersions frameworks={frameworks} place={place} />
        </Card>
      </div>
      <div>
        <Card title={anchors ? `Source anchors ${anchors.count}` : 'Source anchors'} aside={from}>
          <SourceAnchors anchors={anchors} />
        </Card>
        <Card title={`Other titles ${titles.length}`}>
          <TitleLists titles={titles} />
        </Card>
        <Card title={`Related occupations ${related.length}`}>
          <RelatedOccupations related={related} place={`${base}/occupations`} />
        </Card>
        <Card title="Sources">
          <SourceList sources={sources} />
        </Card>
      </div>
    </div>
  );
}
