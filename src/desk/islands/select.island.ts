// Words selected in the text of the review go into the link that makes a line by hand.

/** Offset in the report's text of a place in its paragraph (`data-start`), or null outside the text. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('.review-text [data-start]');
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}

document.addEventListener('selectionchange', () => {
  const link = document.querySelector<HTMLAnchorElement>('[data-make]');
  const selection = getSelection();
  if (link === null || selection === null || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  const to = new URL(link.href);
  const chosen = start !== null && end !== null && start < end && selection.toString().trim() !== '';
  if (chosen) to.searchParams.set('words', `${start}-${end}`);
  else to.searchParams.delete('words');
  link.href = to.href;
  link.textContent = chosen ? 'Make a line of the selected words' : 'Make a line by hand';
});
