export type FileVerdict = 'fine' | 'empty' | 'too-big' | 'wrong-type';

/** Whether the server would take a file. `types` are MIME types or `image/*`; `limit` is bytes. */
export function checkFile(
  file: { type: string; size: number },
  { types, limit }: { types: readonly string[]; limit: number },
): FileVerdict {
  if (!types.some((type) => matches(file.type, type))) return 'wrong-type';
  if (file.size === 0) return 'empty';
  return file.size > limit ? 'too-big' : 'fine';
}

/** Bytes as people read them: `850 KB`, `10 MB`. */
export function bytesInWords(bytes: number): string {
  const [amount, unit] = bytes < 1_048_576 ? [bytes / 1024, 'KB'] : [bytes / 1_048_576, 'MB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
}

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
