import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { PageHeader } from '~/components/page-header';
import { DIMENSION_LABELS, DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { DraftPageView } from '~/modules/frameworks/queries/get-draft-page';
import { DetailsForm } from '~/modules/frameworks/ui/editor/details-form';
import { DraftLevels } from '~/modules/frameworks/ui/editor/draft-levels';
import { PublishCard } from '~/modules/frameworks/ui/editor/publish-card';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import type { DraftAnswer } from './draft-answer';
import { DraftNotice } from './draft-notice';
import { openForm, shownDomain } from './open-form';

/** Where a page lies, and what its address asks for. */
export interface PagePlace {
  readonly base: string;
  readonly organization: string;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  readonly query: Readonly<Record<string, string>>;
}

interface DraftPageProps {
  /** Its changedBy is a name. */
  readonly draft: DraftPageView;
  readonly place: PagePlace;
  readonly answer: DraftAnswer | null;
}

/** The editor of a draft. */
export function DraftPage({ draft, place, answer }: DraftPageProps) {
  const { id, soc, title, instrument, version, revision, content } = draft;
  const { base, organization, zone, query } = place;
  const dimension = shownDomain(draft, query);
  const addressOf = (more: Readonly<Record<string, string>>) => {
    const search = new URLSearchParams({ ...(dimension ? { domain: dimension } : {}), ...more });
    return `${base}/frameworks/${id}${search.size > 0 ? `?${search}` : ''}`;
  };
  const details = answer?.doing === 'details' ? answer : null;
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
            Draft for <Link to={`${base}/occupations/${soc}?view=${instrument}`}>{soc}</Link>, last changed by{' '}
            {draft.changedBy}, <MomentText moment={draft.changedAt} zone={zone} />
          </>
        }
      />
      <DraftNotice answer={answer} done={query['done']} changedBy={draft.changedBy} />
      <div className="editor">
        <Card title="Version and source">
          <DetailsForm
            version={version}
            details={content.details}
            revision={revision}
            values={details?.values ?? null}
            faultOf={(field) => details?.errors.find(({ pointer }) => pointer === field)?.detail}
          />
        </Card>
        <Card
          title="Levels and statements"
          aside={<span className="small">{content.statements.length} statements</span>}
        >
          {dimension ? <DomainLinks draft={draft} current={dimension} base={base} /> : null}
          <DraftLevels
            instrument={instrument}
            content={content}
            revision={revision}
            dimension={dimension}
            open={openForm(draft, query, answer)}
            addressOf={addressOf}
          />
        </Card>
        <PublishCard version={version} revision={revision} faults={draft.faults} standing={draft.standing} />
      </div>
    </>
  );
}

interface DomainLinksProps {
  readonly draft: DraftPageView;
  readonly current: string;
  readonly base: string;
}

function DomainLinks({ draft, current, base }: DomainLinksProps) {
  return (
    <nav aria-label="Domains" className="bar domain-links">
      {DURABLE_DIMENSIONS.map((one) => (
        <Link
          key={one}
          className="chip"
          to={`${base}/frameworks/${draft.id}?domain=${one}`}
          aria-current={one === current ? 'true' : undefined}
          preventScrollReset
        >
          {DIMENSION_LABELS[one]}{' '}
          <b>{draft.content.statements.filter(({ dimension }) => dimension === one).length}</b>
        </Link>
      ))}
    </nav>
  );
}
