import { Field } from '~/components/field';
import type { Citation } from '../../domain/document';
import { MAX_NAME_CHARS } from '../../domain/framework-limits';

interface CitationFieldsProps {
  readonly citations: readonly Citation[];
  readonly values: Readonly<Record<string, string>> | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** Empty rows beside those that are filled. */
const SPARE = 2;

/** The sources of a statement, each with its short name and its title; a row left empty is none. */
export function CitationFields({ citations, values, faultOf }: CitationFieldsProps) {
  const typed = Object.keys(values ?? {}).filter((name) => name.startsWith('source-')).length;
  const rows = Math.max(citations.length + SPARE, typed);
  return (
    <fieldset className="citation-fields">
      <legend>Sources cited</legend>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className="citation-row">
          <Field
            label={`Source ${index + 1}`}
            name={`source-${index}`}
            placeholder="short name"
            maxLength={MAX_NAME_CHARS}
            error={faultOf(`source-${index}`)}
            defaultValue={values?.[`source-${index}`] ?? citations[index]?.source ?? ''}
          />
          <Field
            label={`Title ${index + 1}`}
            name={`title-${index}`}
            maxLength={MAX_NAME_CHARS}
            error={faultOf(`title-${index}`)}
            defaultValue={values?.[`title-${index}`] ?? citations[index]?.title ?? ''}
          />
        </div>
      ))}
    </fieldset>
  );
}
