// What of a page cannot be seen or reached at this width: text and controls that stand outside the window, outside the box
// that holds them, or in a part of a box that is cut off. Text that ends in an ellipsis is meant to be cut.
() => {
  const faults = new Set();
  const width = document.documentElement.clientWidth;
  const name = element => {
    const parts = [];
    for (let e = element; e && e !== document.body && parts.length < 4; e = e.parentElement) {
      parts.unshift(e.localName + (e.id && !/\d/.test(e.id) ? '#' + e.id : '')
        + [...e.classList].slice(0, 2).map(c => '.' + c).join(''));
    }
    return parts.join(' > ');
  };
  if (document.scrollingElement.scrollWidth > width) {
    faults.add('the page is ' + document.scrollingElement.scrollWidth + ' wide');
  }
  const end = Math.max(innerHeight, (document.querySelector('main') ?? document.body).getBoundingClientRect().bottom + scrollY);
  const strip = parseFloat(getComputedStyle(document.body).paddingBottom); // room for the calls at the bottom of every page
  if (document.scrollingElement.scrollHeight > end + strip + 80) {
    faults.add('the page goes on below its end');
  }
  const styles = new Map();
  const style = e => styles.get(e) ?? (styles.set(e, getComputedStyle(e)), styles.get(e));
  const hidden = e => e.checkVisibility && !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    // the settings' own navigation is a strip to be swiped on a telephone
    || e.closest('.cb-side nav') && width < 832 || e.closest('.visually-hidden, .cb-skip, [aria-hidden=true], option, noscript, template, .trap');
  const check = (element, rect, what) => {
    if (rect.width < 1 || rect.height < 1) return;
    for (let box = element; box; box = box.parentElement) if (style(box).clipPath !== 'none') return;
    let inBlock = false;
    for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
      const s = style(box);
      if (s.position === 'fixed') return;
      if ((what === 'text' || element.localName === 'a') && s.textOverflow === 'ellipsis' && s.overflowX !== 'visible') return;
      if (what === 'text' && s.webkitLineClamp !== 'none') return;
      const bounds = box.getBoundingClientRect();
      const outside = rect.right > bounds.right + 1.5 || rect.left < bounds.left - 1.5;
      if (outside && s.overflowX !== 'visible' && box !== document.body) {
        faults.add(what + ' is cut: ' + name(element) + ' in ' + name(box));
        return;
      }
      if (what === 'text' && outside && !inBlock && box !== element && s.display !== 'inline' && s.display !== 'contents' && s.position === 'static') {
        faults.add(what + ' leaves its box: ' + name(element) + ' out of ' + name(box));
        return;
      }
      inBlock ||= s.display !== 'inline' && s.display !== 'contents' && box !== element;
    }
    if (rect.right > width + 1 || rect.left < -1) faults.add(what + ' is outside the window: ' + name(element));
  };
  for (const control of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!hidden(control)) check(control, control.getBoundingClientRect(), 'control');
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || /^(script|style|option|textarea)$/.test(parent.localName) || hidden(parent)) continue;
    range.selectNodeContents(text);
    check(parent, range.getBoundingClientRect(), 'text');
  }
  return [...faults];
}
