package org.callboard.settings;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Service;

/** The tag types of a tenant: one list for customers, locations, leads and jobs. */
@Service
public class TagTypes extends Settings<TagType, TagType.Details> {

    private final TagTypeStore store;

    TagTypes(TagTypeStore store, Changes changes) {
        super(store, changes, EntityKind.TAG_TYPE);
        this.store = store;
    }

    /** Those of the ids that are no tag types, in their order. */
    public List<Long> unknown(long tenant, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.unknown(tenant, ids);
    }
}
