// Loaded in the head, before anything is drawn, so that a dark screen never flashes white.
(() => {
  const read = () => {
    try { return localStorage.getItem('callboard-theme') || 'system'; } catch { return 'system'; }
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = choice => {
    const dark = choice === 'dark' || (choice === 'system' && system.matches);
    document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
  };
  apply(read());
  system.addEventListener('change', () => apply(read()));
  window.callboardTheme = {
    read,
    choose(choice) {
      try { localStorage.setItem('callboard-theme', choice); } catch { /* this page only */ }
      apply(choice);
    }
  };
})();
