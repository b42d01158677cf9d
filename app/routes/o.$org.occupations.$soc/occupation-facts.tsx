interface OccupationFactsProps {
  readonly occupation: {
    readonly soc: string;
    readonly group: string | null;
    readonly jobZone: number | null;
    readonly jobZoneInferred: boolean;
  };
}

/** Code, group and job zone in one line under the title. */
export function OccupationFacts({ occupation }: OccupationFactsProps) {
  const { soc, group, jobZone, jobZoneInferred } = occupation;
  const zone = jobZone === null ? [] : [`job zone ${jobZone}${jobZoneInferred ? ' (inferred)' : ''}`];
  return <>{[soc, ...(group ? [group] : []), ...zone].join(' · ')}</>;
}
