/**
 * To the clipboard without the permission that the window has not got: the browser asks for what to copy, as it does
 * for a key, as long as anything is selected.
 * @param html for programs that take formatted words.
 */
export function copyText(plain: string, html: string | null = null): void {
  const carrier = document.createElement('span');
  carrier.textContent = plain;
  carrier.className = 'visually-hidden';
  document.body.append(carrier);
  const selection = document.getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : null;
  selection?.selectAllChildren(carrier);
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', plain);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  selection?.removeAllRanges();
  if (before) selection?.addRange(before);
  carrier.remove();
}
