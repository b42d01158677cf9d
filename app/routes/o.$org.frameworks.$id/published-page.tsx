import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import type { OwnFrameworkView } from '~/modules/frameworks/queries/get-own-framework';
import { FrameworkCard } from '~/modules/frameworks/ui/framework-card';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import type { PagePlace } from './draft-page';

interface PublishedPageProps {
  /** Its `by` is a name. */
  readonly view: OwnFrameworkView;
  readonly place: PagePlace;
}

/** A published version as it stands, where it comes from, and what can come after it. */
export function PublishedPage({ view, place }: PublishedPageProps) {
  const { framework, title, counts, source, by, at } = view;
  const { soc, instrument, version } = framework;
  const { base, organization, zone, query } = place;
  const words = new URLSearchParams({ view: instrument, version });
  const csv = `${base}/occupations/${soc}/frameworks/${instrument}.csv?${new URLSearchParams({ version })}`;
  return (
    <>
      <PageHeader
        title={`${title}: ${INSTRUMENT_LABELS[instrument]} ${version}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Own frameworks', to: `${base}/frameworks` },
          { label: version },
        ]}
        asOf={
          <>
            {by ? `Published by ${by}` : `Imported from ${source.fileName}`},{' '}
            <MomentText moment={at} zone={zone} />
          </>
        }
        tools={
          <>
            <ButtonLink to={`${base}/occupations/${soc}?${words}`}>On the occupation's page</ButtonLink>
            <ButtonLink to={csv} reloadDocument>
              Download CSV
            </ButtonLink>
            <ButtonLink to={`${base}/frameworks/new?${new URLSearchParams({ soc, instrument })}`}>
              New version
            </ButtonLink>
          </>
        }
      />
      {query['done'] === 'publish' ? (
        <Notice tone="good" title="Published" announce>
          Your organization sees it on the occupation's page from now on.
        </Notice>
      ) : null}
      <p className="lead">
        A published version does not change.{' '}
        {counts
          ? 'It is the version that counts for assessments and wherever no version is named.'
          : 'A newer version of your own counts; this one is kept for the ratings made under it.'}
      </p>
      <div className="editor">
        <Card title="Source">
          <dl className="editor-facts">
            <dt>Source</dt>
            <dd>{source.name}</dd>
            <dt>Licence</dt>
            <dd>{source.licence ?? 'not named'}</dd>
            {source.attribution ? (
              <>
                <dt>Attribution</dt>
                <dd>{source.attribution}</dd>
              </>
            ) : null}
            {source.url ? (
              <>
                <dt>Web address</dt>
                <dd>
                  <a className="link" href={source.url} rel="noreferrer">
                    {source.url}
                  </a>
                </dd>
              </>
            ) : null}
          </dl>
        </Card>
        <FrameworkCard framework={framework} />
      </div>
    </>
  );
}
