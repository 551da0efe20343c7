import type { SiteStrings } from '../../strings/site/site-strings.ts';

export function Promises({ strings: { promises } }: { strings: SiteStrings }) {
  return (
    <section class="promises">
      <div>
        <h2>{promises.title}</h2>
        <p class="lead">{promises.text}</p>
      </div>
      <ul>
        {promises.items.map(({ figure, unit, text }) => (
          <li key={text}>
            <p class="figure">
              {figure}
              <small>{unit}</small>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
