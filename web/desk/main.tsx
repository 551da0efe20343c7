import { z } from 'zod';

// Each schema tries, as it is made, whether it may compile itself; the content security policy would report that as a
// breach. So the choice comes first, and everything that holds a schema is loaded after it.
z.config({ jitless: true });
const { startDesk } = await import('./app/start-desk.tsx');
startDesk();
