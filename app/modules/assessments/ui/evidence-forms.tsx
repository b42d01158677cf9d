import { Form } from '@remix-run/react';
import type { ChangeEvent, ReactNode } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { LONGEST_LINK, MOST_FILE_BYTES, NO_HEALTH, NO_HEALTH_SHOWN } from '../domain/evidence/evidence-kind';
import { FILE_TYPE_WORDS, FILE_TYPES } from '../domain/evidence/file-kinds';
import { LONGEST_EVIDENCE } from '../domain/rating-cell';

const ACCEPTED = Object.values(FILE_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

interface EvidenceFormsProps {
  /** Faults by field of the form that was refused. */
  readonly faultOf: (field: string) => string | undefined;
  /** The kind of the form that was refused. */
  readonly refusedKind: string | null;
  /** Whether words alone can be added here. */
  readonly withWords: boolean;
  /** Fields that each form has first. */
  readonly children?: ReactNode;
}

/** Adds words, a link or a file; each form works by itself and without script. */
export function EvidenceForms({ faultOf, refusedKind, withWords, children }: EvidenceFormsProps) {
  const faultIn = (kind: string, field: string) => (refusedKind === kind ? faultOf(field) : undefined);
  return (
    <div className="evidence-forms">
      {withWords ? (
        <details className="disclosure" open={refusedKind === 'text' || refusedKind === null}>
          <summary>Add words</summary>
          <Form method="post">
            <Hidden kind="text" />
            {children}
            <Words label="What was seen, and when" fault={faultIn('text', 'text')} required />
            <Button type="submit">Add the words</Button>
          </Form>
        </details>
      ) : null}
      <details className="disclosure" open={refusedKind === 'link' || !withWords}>
        <summary>Add a link</summary>
        <Form method="post">
          <Hidden kind="link" />
          {children}
          <Field
            label="Address"
            name="url"
            type="url"
            inputMode="url"
            placeholder="https://"
            required
            maxLength={LONGEST_LINK}
            hint={`Begins with https://. ${NO_HEALTH_SHOWN}`}
            error={faultIn('link', 'url')}
          />
          <Words label="What it shows (may stay empty)" fault={faultIn('link', 'text')} />
          <Button type="submit">Add the link</Button>
        </Form>
      </details>
      <details className="disclosure" open={refusedKind === 'file' || !withWords}>
        <summary>Add a file</summary>
        <Form method="post" encType="multipart/form-data">
          <Hidden kind="file" />
          {children}
          <Words label="What it shows (may stay empty)" fault={faultIn('file', 'text')} />
          <Field
            label="File"
            name="file"
            type="file"
            accept={ACCEPTED}
            required
            onChange={refuseLarge}
            hint={`${FILE_TYPE_WORDS}, at most 5 MiB. ${NO_HEALTH_SHOWN}`}
            error={faultIn('file', 'file')}
          />
          <Button type="submit">Add the file</Button>
        </Form>
      </details>
    </div>
  );
}

/** Says at once that a file is too large, before all of it is sent. */
function refuseLarge({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
  const isLarge = (input.files?.[0]?.size ?? 0) > MOST_FILE_BYTES;
  input.setCustomValidity(isLarge ? 'The file is larger than 5 MiB. Choose a smaller one.' : '');
  if (isLarge) input.reportValidity();
}

function Hidden({ kind }: { readonly kind: string }) {
  return (
    <>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="kind" value={kind} />
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly fault: string | undefined;
  readonly required?: boolean;
}

function Words({ label, fault, required = false }: WordsProps) {
  return (
    <Field label={label} name="text" hint={`The person can read it. ${NO_HEALTH}`} error={fault}>
      {(control) => <textarea {...control} rows={3} maxLength={LONGEST_EVIDENCE} required={required} />}
    </Field>
  );
}
