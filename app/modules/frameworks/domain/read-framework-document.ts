import { InvalidInput } from '~/shared/errors';
import { parseFrameworkCsv } from './csv/parse-framework-csv';
import { decodeText } from './decode-text';
import type { FrameworkDocument } from './document';
import { parseExchangeText } from './parse-exchange-text';
import { parseLerJson } from './parse-ler-json';
import { type FrameworkFormat, recogniseFormat } from './recognise-format';

const PARSERS: Readonly<Record<FrameworkFormat, (text: string, file: string) => FrameworkDocument>> = {
  ler_json: parseLerJson,
  exchange_text: parseExchangeText,
  framework_csv: parseFrameworkCsv,
};

/**
 * Reads a framework document of any known format, told by its content.
 * @throws InvalidInput with file, place and reason.
 */
export function readFrameworkDocument(bytes: Uint8Array, file: string): FrameworkDocument {
  const text = decodeText(bytes, file);
  const recognised = recogniseFormat(text);
  if (recognised.format === 'unknown') {
    const detail = recognised.reason;
    throw new InvalidInput(`${file} was not imported: ${detail}`, [{ pointer: file, detail }]);
  }
  return PARSERS[recognised.format](text, file);
}
