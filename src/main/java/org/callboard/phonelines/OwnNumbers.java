package org.callboard.phonelines;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The numbers under which a company is called. */
@Service
public class OwnNumbers {

    private final OwnNumberStore store;

    OwnNumbers(OwnNumberStore store) {
        this.store = store;
    }

    /** All, also those that are out of use, by their labels. */
    public List<OwnNumber> all(long tenant) {
        return store.all(tenant);
    }

    public Optional<OwnNumber> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** The number in use that is this one (E.164). */
    public Optional<OwnNumber> of(long tenant, String number) {
        return store.of(tenant, number);
    }
}
