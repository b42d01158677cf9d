import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import type { DraftLevel } from '../../domain/draft/draft-content';
import { MAX_NAME_CHARS } from '../../domain/framework-limits';

interface LevelFormProps {
  readonly level: DraftLevel;
  /** The word of the instrument for this level. */
  readonly word: string;
  readonly revision: number;
  readonly values: Readonly<Record<string, string>> | null;
  readonly faultOf: (field: string) => string | undefined;
  readonly cancelTo: string;
}

/** Label and caption of a level. */
export function LevelForm({ level, word, revision, values, faultOf, cancelTo }: LevelFormProps) {
  return (
    <Form method="post" className="editor-form" aria-label={`Edit level ${level.rank}`}>
      <input type="hidden" name="revision" value={revision} />
      <div className="editor-fields">
        <Field
          label="Label"
          name="label"
          hint={`The word of this instrument is ${word}.`}
          required
          maxLength={MAX_NAME_CHARS}
          error={faultOf('label')}
          defaultValue={values?.['label'] ?? level.label}
        />
        <Field
          label="Caption"
          name="caption"
          hint="Shown small beside the label; may stay empty."
          maxLength={MAX_NAME_CHARS}
          error={faultOf('caption')}
          defaultValue={values?.['caption'] ?? level.caption ?? ''}
        />
      </div>
      <div className="toolbar">
        <Button type="submit" name="do" value={`level:${level.rank}`}>
          Save level
        </Button>
        <Link className="link" to={cancelTo} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}
