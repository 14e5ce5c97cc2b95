// Reports kept in this browser, only where the reader asked for it. Knows nothing of what is in them but their names.

const ASKED = "rashomon-history";
const STORE = "reports";

export const history = {
  isAsked: () => localStorage.getItem(ASKED) === "yes",
  ask: () => localStorage.setItem(ASKED, "yes"),
  list: async () => (await run("readonly", (store) => store.getAll())).sort((a, b) => b.at.localeCompare(a.at)),
  keep: (report, name) => run("readwrite", (store) => store.put({ at: new Date().toISOString(), name, report })),
  forget: (at) => run("readwrite", (store) => store.delete(at)),
  /** Nothing is left of it, the wish for it included. */
  forgetAll: async () => {
    localStorage.removeItem(ASKED);
    await settled(indexedDB.deleteDatabase(ASKED));
  },
};

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run(mode, act) {
  const opening = indexedDB.open(ASKED, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "at" });
  const database = await settled(opening);
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}
