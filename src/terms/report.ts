// A report as it is kept: clean text once, where it came from, when, and which stretches of it are what.
import { z } from 'zod';
import { spanSchema } from './span.js';

export const PART_KINDS = ['headline', 'byline', 'dateline', 'date', 'credit', 'caption', 'body', 'boilerplate'] as const;
/** A stretch of the text by what it is; `repeats` marks a caption told before. Parts are in order and don't overlap; what is in none is body. */
export const partSchema = z.object({ kind: z.enum(PART_KINDS), span: spanSchema, repeats: z.boolean().optional() });
export type Part = z.infer<typeof partSchema>;

export const FORMATS = ['text', 'html', 'pdf', 'docx', 'eml', 'feed'] as const;

/** A date printed on the page that can mean two days ("2/1/2014") keeps both readings. */
export const foundDateSchema = z.object({
  span: spanSchema.optional(),
  from: z.enum(['given', 'metadata', 'text', 'url', 'header']),
  candidates: z.array(z.string()).min(1),
});
export type FoundDate = z.infer<typeof foundDateSchema>;

export const reportSchema = z.object({
  id: z.string(),
  text: z.string().min(1),
  format: z.enum(FORMATS),
  title: z.string().optional(),
  publisher: z.string().optional(),
  byline: z.string().optional(),
  /** EDTF; a given date wins over a found one. */
  published: z.string().optional(),
  publishedFound: foundDateSchema.optional(),
  dateline: z.string().optional(),
  /** The news agency the text is credited to, which makes copies of one dispatch one origin. */
  credit: z.string().optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  /** The name of the file, or how else it came. */
  from: z.string().optional(),
  parts: z.array(partSchema),
});
export type Report = z.infer<typeof reportSchema>;
