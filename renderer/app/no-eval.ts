/** Stands before every schema: the content policy refuses the functions that zod would otherwise compile. */
import { config } from 'zod';

config({ jitless: true });
