package org.callboard.understanding;

import org.callboard.access.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a company is. Its country says which number is meant where none has a country code. */
@Service
public class ChangeCompany {

    private final Tenants tenants;
    private final UnderstandingStore store;

    ChangeCompany(Tenants tenants, UnderstandingStore store) {
        this.tenants = tenants;
        this.store = store;
    }

    /** Invalid names what is wrong. In another country all that is on record is read again. */
    @Transactional
    public void update(long tenant, @Nullable String name, @Nullable String timeZone, @Nullable String region) {
        String before = tenants.get(tenant).region();
        tenants.update(tenant, name, timeZone, region);
        if (!before.equals(region)) {
            store.ask(tenant);
        }
    }
}
