// The thread for PDFs of a checkout that runs its TypeScript by tsx; a built package needs none of this.
import { register } from 'tsx/esm/api';

register();
await import('../src/report/pdf-thread.ts');
