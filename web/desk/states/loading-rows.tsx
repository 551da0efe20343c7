/** Grey lines where rows will stand; they appear late, so that a quick answer shows none. */
export function LoadingRows({ rows }: { rows: number }) {
  return (
    <div className="loading-rows" aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity and never move
        <span key={index} />
      ))}
    </div>
  );
}
