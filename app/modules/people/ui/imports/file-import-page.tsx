import { Form, Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { PlaceList } from '~/components/places';
import type { FieldError } from '~/shared/errors';

export interface FileImportPageProps {
  readonly title: string;
  readonly organization: string;
  readonly base: string;
  /** The list that the file comes into: its name and its place beneath the organization. */
  readonly list: { readonly label: string; readonly path: string };
  readonly file: { readonly label: string; readonly hint: string; readonly send: string };
  readonly refused: { readonly reason: string; readonly errors: readonly FieldError[] } | null;
  /** What came of the file that was sent; null: none was. */
  readonly outcome: ReactNode;
}

/** A page that takes a file in: what was wrong with the one that was sent or came of it, and the form for another. */
export function FileImportPage(props: FileImportPageProps) {
  const { title, organization, base, list, file, refused, outcome } = props;
  const isBusy = useNavigation().state !== 'idle';
  const place = `${base}/${list.path}`;
  const said = refused?.errors.filter(
    ({ pointer, detail }) => !(refused.reason.includes(pointer) && refused.reason.includes(detail)),
  );
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: organization, to: base }, { label: list.label, to: place }, { label: 'Import' }]}
      />
      {refused ? (
        <Notice tone="bad" title="Nothing was imported" announce>
          <p>{refused.reason}</p>
          {said && said.length > 0 ? <PlaceList list={said} /> : null}
        </Notice>
      ) : null}
      <div className="stack">
        {outcome}
        <Card title={outcome ? 'Another file' : 'A file'}>
          <Form method="post" encType="multipart/form-data">
            <Field label={file.label} name="file" type="file" required hint={file.hint} />
            <div className="bar">
              <Button type="submit" variant={outcome ? 'plain' : 'primary'} aria-busy={isBusy}>
                {file.send}
              </Button>
              <Link className="link" to={place}>
                Back to the {list.label.toLowerCase()}
              </Link>
            </div>
          </Form>
        </Card>
      </div>
    </>
  );
}
