const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
/** Below this a photo goes as it is. */
const SMALL_BYTES = 400_000;

/**
 * A photo small enough for one bar of signal: at most 1600 pixels a side, as JPEG. Drawing it anew also leaves behind
 * what the camera wrote into it, the place among other things. What cannot be drawn here goes as it is.
 */
export async function shrinkPhoto(file: File): Promise<{ blob: Blob; name: string }> {
  const asItIs = { blob: file, name: file.name };
  if (!file.type.startsWith('image/') || file.type === 'image/gif') return asItIs;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return asItIs;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && file.size < SMALL_BYTES && file.type !== 'image/jpeg') return asItIs;

  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return asItIs;
  // JPEG knows no transparency: what is not drawn would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob === null ? asItIs : { blob, name: file.name.replace(/\.\w+$/, '').concat('.jpg') };
}
