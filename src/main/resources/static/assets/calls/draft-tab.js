// What of a draft has not reached the server, kept in this tab for the person who typed it.
const keyOf = draft => `callboard-draft/${draft.key}`;

export function keep(draft) {
  const { typed, saved, version, texts } = draft;
  try {
    sessionStorage.setItem(keyOf(draft), JSON.stringify({ typed, saved, version, texts }));
  } catch { /* no room: it is on its way to the server */ }
}

export const forget = draft => sessionStorage.removeItem(keyOf(draft));

// What is left of an earlier page. Before there were drafts on the server, all that stood in the form was kept.
export function left(draft) {
  let kept = null;
  try { kept = JSON.parse(sessionStorage.getItem(keyOf(draft))); } catch { /* none of ours */ }
  if (!kept) return {};
  if (kept.typed) return { ...kept, dirty: true };
  const typed = Object.entries(kept).filter(([name, values]) => JSON.stringify(values) !== JSON.stringify(draft.first.get(name)));
  return { typed: Object.fromEntries(typed), dirty: true };
}
