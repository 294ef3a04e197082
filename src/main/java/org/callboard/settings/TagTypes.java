package org.callboard.settings;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The tag types of a tenant: one list for customers, locations, leads and jobs. */
@Service
public class TagTypes extends Settings<TagType, TagType.Details> {

    static final String COLOR = "#[0-9a-fA-F]{6}";
    static final int MAX_CODE = 50;
    private static final int MAX_COLOR = 7;

    private final TagTypeStore store;

    TagTypes(TagTypeStore store, Changes changes) {
        super(store, changes, EntityKind.TAG_TYPE);
        this.store = store;
    }

    @Override
    protected void check(long tenant, TagType.Details details, FieldErrors errors) {
        errors.addIf(
                        !details.color().isEmpty()
                                && details.color().length() <= MAX_COLOR
                                && !details.color().matches(COLOR),
                        "color",
                        "A color such as #2e7d32 is expected.")
                .maxLength("color", details.color(), MAX_COLOR)
                .maxLength("code", details.code(), MAX_CODE);
    }

    /** Those of the ids that are no tag types, in their order. */
    public List<Long> unknown(long tenant, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.unknown(tenant, ids);
    }
}
