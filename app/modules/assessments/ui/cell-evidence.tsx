import { Link } from '@remix-run/react';
import { useState } from 'react';
import { NO_HEALTH } from '../domain/evidence/evidence-kind';
import { LONGEST_EVIDENCE, type RatingCell } from '../domain/rating-cell';

interface CellEvidenceProps {
  readonly cell: RatingCell;
  /** False while there is no rating that it could support. */
  readonly isOpen: boolean;
  readonly onSave: (evidence: string) => void;
  /** Back to the cell. */
  readonly onLeave: () => void;
  /** Where links and files are added to a cell that is saved. */
  readonly to: string;
}

/** What supports the level, in words; saved when the field is left. */
export function CellEvidence({ cell, isOpen, onSave, onLeave, to }: CellEvidenceProps) {
  const [text, setText] = useState(cell.evidence);
  return (
    <>
      <label className="rate-evidence">
        <b>Evidence</b>
        <span className="field-hint">
          {isOpen
            ? `What did you see, and when? The person can read it. ${NO_HEALTH} Escape leads back.`
            : 'Choose a level first.'}
        </span>
        <textarea
          id="rate-evidence"
          className="input"
          rows={3}
          maxLength={LONGEST_EVIDENCE}
          readOnly={!isOpen}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => {
            if (isOpen && text.trim() !== cell.evidence) onSave(text);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onLeave();
          }}
        />
      </label>
      {isOpen && cell.revision > 0 ? (
        <p className="small">
          <Link className="link" to={to}>
            Links and files
          </Link>
        </p>
      ) : null}
    </>
  );
}
