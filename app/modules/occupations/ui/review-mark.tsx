interface ReviewMarkProps {
  /** As printed; null where the standard names none. */
  readonly reviewDate: string | null;
  readonly reviewOverdue: boolean;
}

/** When a standard is to be reviewed, and whether that is past. */
export function ReviewMark({ reviewDate, reviewOverdue }: ReviewMarkProps) {
  if (reviewDate === null) return <p className="small">no review date</p>;
  if (!reviewOverdue) return <p className="small">review date {reviewDate}</p>;
  return (
    <p>
      <span className="mark-overdue">overdue for review</span>{' '}
      <span className="small">review date {reviewDate}</span>
    </p>
  );
}
