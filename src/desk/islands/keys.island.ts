// The keys of the review: each presses the button or follows the link that carries it, so that whatever a key does can be done without it.

/** Fields that take letters keep them. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type="hidden"]), textarea, select, [contenteditable]') !== null;

const inSight = (element: Element | null): void => element?.scrollIntoView({ block: 'center' });

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return;
  if (event.key === '/') {
    event.preventDefault();
    location.assign('/search');
    return;
  }
  const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (found === null) return;
  event.preventDefault();
  found.click();
});

// The line under review and its words are brought into sight, without moving what is in sight already.
for (const element of [document.querySelector('#words'), document.querySelector('.current')]) {
  const box = element?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) inSight(element);
}
