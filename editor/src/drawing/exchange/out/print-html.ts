/** Longest wait for somebody to end with the print dialog, in milliseconds. */
const KEPT = 600_000;

/** Opens the browser's own print dialog on a page that is shown nowhere else. Resolves when the page was handed over. */
export function printHtml(html: string, dir: 'ltr' | 'rtl'): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.dir = dir;
  frame.style.cssText = 'position:fixed;inset-block-end:0;inset-inline-end:0;width:0;height:0;border:0';
  return new Promise((resolve, reject) => {
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      if (!page) {
        frame.remove();
        reject(new Error('This browser prints no page of its own.'));
        return;
      }
      page.addEventListener('afterprint', () => frame.remove());
      setTimeout(() => frame.remove(), KEPT);
      page.focus();
      page.print();
      resolve();
    });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}
