package org.callboard.understanding;

import org.callboard.understanding.UnderstandingStore.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading again all that a company has on record, for people who ask for it and look on. */
@Service
public class Reindex {

    /** @param total about how many records there are; nought while they are being counted */
    public record Progress(boolean working, long done, long total) {}

    private final UnderstandingStore store;

    Reindex(UnderstandingStore store) {
        this.store = store;
    }

    /** Asks for it, from the first record on, unless it is being done. */
    @Transactional
    public void ask(long tenant) {
        if (store.lock(tenant).filter(State::isDue).isEmpty()) {
            store.ask(tenant);
        }
    }

    /** How far it is. */
    public Progress progress(long tenant) {
        return store.find(tenant)
                .map(state -> new Progress(state.isDue(), state.done(), state.total()))
                .orElse(new Progress(false, 0, 0));
    }
}
