import { encode } from 'uqr';

export interface QrCode {
  /** Modules along a side, the quiet zone of four included. */
  readonly size: number;
  /** The dark modules as the path of a drawing. */
  readonly path: string;
}

const QUIET = 4;

/** A text as a QR code. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
