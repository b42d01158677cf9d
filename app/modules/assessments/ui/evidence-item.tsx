import type { ReactNode } from 'react';
import type { EvidenceKind } from '../domain/evidence/evidence-kind';
import { FILE_TYPES, type FileType } from '../domain/evidence/file-kinds';

export interface EvidenceContents {
  readonly kind: EvidenceKind;
  readonly body: string;
  readonly url: string | null;
  readonly host: string | null;
  readonly file: {
    readonly fileId: string;
    readonly name: string;
    readonly type: FileType;
    readonly sizeBytes: number;
    readonly isScanned: boolean;
  } | null;
}

interface EvidenceItemProps extends EvidenceContents {
  /** Address of a file by its id. */
  readonly fileTo: (fileId: string) => string;
  /** Who added it, and whether it is accepted. */
  readonly said: ReactNode;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One piece of evidence: its words, the address of a link with its host, or its file. */
export function EvidenceItem({ said, children, fileTo, ...one }: EvidenceItemProps) {
  return (
    <li>
      <EvidenceBody {...one} fileTo={fileTo} />
      <p className="small">{said}</p>
      {children ? <div className="toolbar">{children}</div> : null}
    </li>
  );
}

/** The words, with a link or a file beside them. */
export function EvidenceBody({
  body,
  url,
  host,
  file,
  fileTo,
}: EvidenceContents & Pick<EvidenceItemProps, 'fileTo'>) {
  if (url !== null)
    return (
      <p>
        <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
          {body}
          <span className="sr-only"> (opens in a new window)</span>
        </a>
        {host && host !== body ? <span className="small"> {host}</span> : null}
      </p>
    );
  if (file !== null)
    return (
      <p>
        <a className="link" href={fileTo(file.fileId)} download>
          {body}
        </a>
        <span className="small">
          {' '}
          {file.name === body ? '' : `${file.name}, `}
          {FILE_TYPES[file.type].words}, {sizeInWords(file.sizeBytes)},{' '}
          {file.isScanned ? 'scanned for viruses' : 'not scanned for viruses'}
        </span>
      </p>
    );
  return <p className="person-words">{body}</p>;
}

/** "812 bytes", "14 KiB", "2.3 MiB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
