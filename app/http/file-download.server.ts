interface DownloadedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * A file that somebody sent, for somebody else: saved by the browser, never shown by it as a page of Cadre, whatever is
 * in it (security.md 1.15). Headers of every answer forbid that its type is guessed, and that other sites load it.
 */
export function downloadFile({ name, mime, bytes }: DownloadedFile): Response {
  const plain = name.replace(/[^ -~]|["\\%]/gu, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  });
}
