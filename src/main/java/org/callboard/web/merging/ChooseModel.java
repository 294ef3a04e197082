package org.callboard.web.merging;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.paging.Paging;
import org.callboard.search.Kind;
import org.callboard.search.Search;
import org.callboard.validation.VisibleText;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds with whom one record may be merged: any other customer, or another location of the same customer. */
@Component
class ChooseModel {

    private static final int MAX = 20;

    /** Of a customer with more locations, others are merged from their own pages. */
    private static final Paging PLACES = new Paging(1, 500, false);

    /** @param text what was typed to find the other one */
    record View(OpenRecord rec, String text, List<Other> others, boolean more) {

        /** Where more is typed to. */
        public String path() {
            return MergeView.path(rec.kind());
        }
    }

    /** @param found what was found where the line does not show it; null for nothing */
    record Other(
            long id,
            String name,
            String address,
            boolean active,
            @Nullable String found) {}

    private final Search search;
    private final Locations locations;

    ChooseModel(Search search, Locations locations) {
        this.search = search;
        this.locations = locations;
    }

    /** NotFound where there is no such record. */
    View of(RecordPage<?> page, long tenant, long id, String text) {
        OpenRecord record = page.open(tenant, id);
        List<Other> all = record.isCustomer() ? customers(tenant, id, text) : locationsBeside(tenant, record, text);
        return new View(record, text, all.subList(0, Math.min(MAX, all.size())), all.size() > MAX);
    }

    private List<Other> customers(long tenant, long id, String text) {
        return search.find(tenant, text, EnumSet.of(Kind.Customer), MAX + 2).hits().stream()
                .filter(hit -> hit.id() != id && hit.mergedToId() == null)
                .map(hit -> new Other(
                        hit.id(), hit.name(), Objects.toString(hit.address(), ""), hit.active(), hit.hidden()))
                .toList();
    }

    private List<Other> locationsBeside(long tenant, OpenRecord record, String text) {
        String wanted = VisibleText.strip(text).toLowerCase(Locale.ROOT);
        return locations
                .ofCustomer(tenant, Objects.requireNonNull(record.owner()).id(), PLACES)
                .data()
                .stream()
                .filter(location -> location.id() != record.id() && location.mergedToId() == null)
                .map(ChooseModel::other)
                .filter(other -> (other.name + " " + other.address)
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(MAX + 1L)
                .toList();
    }

    private static Other other(Location location) {
        return new Other(
                location.id(),
                location.details().name(),
                location.details().address().toString(),
                location.active(),
                null);
    }
}
