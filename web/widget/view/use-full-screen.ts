import { useEffect, useState } from 'preact/hooks';

/** The same question as style/panel.css asks: is the screen too small for a panel on the page? */
const QUERY = '(max-width: 560px), (max-height: 480px)';

export function useFullScreen(): boolean {
  const [matches, setMatches] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const query = matchMedia(QUERY);
    const tell = () => setMatches(query.matches);
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, []);
  return matches;
}
