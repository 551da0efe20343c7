/** A speech bubble with a bolt: the desk's mark. */
export function DeskLogo({ size = 32 }: { size?: number }) {
  return (
    <svg className="desk-logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M8 5h16a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-8.2L10 28v-5H8a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z"
        className="desk-logo-bubble"
      />
      <path d="M17.6 7.6 11 15h4.4l-1.2 5.4L21 12.6h-4.5z" className="desk-logo-bolt" />
    </svg>
  );
}
