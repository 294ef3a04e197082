// Callboard's booking widget: a button that opens the booking page over the site, or the page itself within it
// (data-callboard-target="#element"). It needs no other file, sets no cookie, and touches nothing else on the site.
(() => {
  const settings = /* settings */ {};
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const target = script.dataset.callboardTarget;

  function start() {
    const place = target && document.querySelector(target);
    if (target && !place) {
      console.warn(`Callboard: there is no element ${target} on this page.`);
      return;
    }
    const host = document.createElement('div');
    host.dataset.callboardWidget = '';
    const root = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet(); // a <style> would need the site's content policy to allow it
    style.replaceSync(css());
    root.adoptedStyleSheets = [style];
    (place || document.body).append(host);
    if (place) inline(root);
    else floating(root);
  }

  // As dark as the site around it, unless it says otherwise.
  function theme() {
    const wanted = script.dataset.callboardTheme;
    if (['light', 'dark', 'auto'].includes(wanted)) return wanted;
    for (const element of [document.body, document.documentElement]) {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
      if (parts.length >= 3 && parts[3] !== 0) return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 110 ? 'dark' : 'light';
    }
    return 'light';
  }

  function frame() {
    const page = document.createElement('iframe');
    page.src = `${home}${settings.path}?embed=1&theme=${theme()}`;
    page.title = settings.heading;
    return page;
  }

  // Messages count only from our own page in our own frame.
  function listen(page, heard) {
    addEventListener('message', event => {
      if (event.origin === home && event.source === page.contentWindow && event.data?.callboard === 'book') heard(event.data);
    });
  }

  function inline(root) {
    const page = frame();
    page.className = 'inline';
    listen(page, message => {
      if (Number.isFinite(message.height)) page.style.height = `${Math.min(20000, Math.max(200, message.height))}px`;
      if (message.arrived && page.dataset.seen && page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
      if (message.arrived) page.dataset.seen = 'yes';
    });
    root.append(page);
  }

  function floating(root) {
    const open = document.createElement('button');
    open.type = 'button';
    open.className = 'open';
    open.textContent = settings.label;
    open.setAttribute('aria-haspopup', 'dialog');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', settings.heading);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', 'Close');
    close.textContent = '×';
    dialog.append(close);
    root.append(open, dialog);
    let page;
    open.addEventListener('click', () => {
      if (!page) {
        page = frame();
        listen(page, message => {
          if (Number.isFinite(message.height)) page.style.height = `${Math.max(200, message.height)}px`;
          if (message.close) dialog.close();
          if (message.arrived) dialog.scrollTop = 0;
        });
        dialog.dataset.theme = new URL(page.src).searchParams.get('theme');
        dialog.append(page);
      }
      dialog.showModal();
    });
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => open.focus());
  }

  function css() {
    return `
      :host { all: initial; }
      iframe { display: block; width: 100%; height: 640px; border: 0; color-scheme: normal; }
      .inline { border-radius: 12px; }
      .open { all: unset; box-sizing: border-box; overflow-wrap: anywhere; position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000;
        min-height: 52px; max-width: calc(100vw - 40px); padding: 14px 24px; border-radius: 999px; background: ${settings.color}; color: ${settings.ink};
        font: 600 16px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; cursor: pointer;
        border: 1px solid rgb(0 0 0 / .14); box-shadow: 0 6px 24px rgb(0 0 0 / .24); }
      .open:hover { filter: brightness(1.08); }
      .open:focus-visible { outline: 3px solid ${settings.color}; outline-offset: 3px; }
      dialog { box-sizing: border-box; width: min(580px, calc(100vw - 32px)); max-width: none; max-height: min(880px, calc(100dvh - 48px)); padding: 0; overflow: auto; overscroll-behavior: contain;
        border: 0; border-radius: 16px; background: #fff; box-shadow: 0 24px 80px rgb(0 0 0 / .4); }
      dialog[data-theme="dark"] { background: #1c1b19; }
      @media (prefers-color-scheme: dark) { dialog[data-theme="auto"] { background: #1c1b19; } }
      dialog::backdrop { background: rgb(15 13 10 / .55); }
      .close { all: unset; box-sizing: border-box; position: sticky; top: 10px; z-index: 1; float: right; margin: 0 10px -44px 0; width: 44px; height: 44px; border-radius: 50%;
        text-align: center; font: 26px/42px system-ui, sans-serif; cursor: pointer; color: #22201c; background: rgb(244 242 238 / .92); }
      .close:hover { background: #e4dfd8; }
      .close:focus-visible { outline: 3px solid ${settings.color}; outline-offset: 2px; }
      dialog[data-theme="dark"] .close { color: #efebe5; background: rgb(56 52 48 / .92); }
      @media (max-width: 600px) { dialog { width: 100vw; height: 100dvh; max-height: none; margin: 0; border-radius: 0; } }
    `;
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
