import { render } from 'preact';
import { Site } from './site.tsx';

const place = document.getElementById('site');
if (place === null) throw new Error('the page has no place for the site');
render(<Site />, place);
