/** Pixels of the picture for each of the SVG's own: sharp when printed or shown large. */
const SCALE = 2;
/** Most pixels of a side that every browser draws. */
const MOST = 8_000;

/** Fetches an SVG, draws it, and has the browser save it as PNG under the same name. Rejects when any of it fails. */
export async function savePng(address: string): Promise<void> {
  const response = await fetch(address);
  const isPicture = response.headers.get('content-type')?.startsWith('image/svg+xml');
  if (!response.ok || !isPicture) throw new Error(`no picture: ${response.status}`);
  const name = /filename="([^"]+)\.svg"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const image = new Image();
  // The page's policy lets pictures come from data, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await response.text())}`;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(SCALE, MOST / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(naturalWidth * scale);
  canvas.height = Math.round(naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('nothing was drawn');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name ?? 'heatmap'}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
}
