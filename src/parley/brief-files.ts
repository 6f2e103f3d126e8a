// The files a brief is handed on as: text, a page, a Word document, a PDF.
export { briefDocx } from '../out/brief-docx.js';
export { briefHtml } from '../out/brief-html.js';
export { briefPdf } from '../out/brief-pdf.js';
export { briefText } from '../out/brief-text.js';
