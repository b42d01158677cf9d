interface OccupationFactsProps {
  readonly occupation: {
    readonly soc: string;
    readonly group: string | null;
    readonly sector: string | null;
    readonly jobZone: number | null;
    readonly jobZoneInferred: boolean;
  };
}

const NAICS = /^\d{2}(-\d{2})?$/;

/** Code, group, job zone and sector in one line under the title. */
export function OccupationFacts({ occupation }: OccupationFactsProps) {
  const { soc, group, sector, jobZone, jobZoneInferred } = occupation;
  const zone =
    jobZone === null ? 'no job zone' : `job zone ${jobZone}${jobZoneInferred ? ' (inferred)' : ''}`;
  const field = sector ? [`sector ${sector}${NAICS.test(sector) ? ' (NAICS)' : ''}`] : [];
  return <>{[soc, ...(group ? [group] : []), zone, ...field].join(' · ')}</>;
}
