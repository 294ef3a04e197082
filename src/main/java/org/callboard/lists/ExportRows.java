package org.callboard.lists;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;

/** The columns of an exported list. Several phones, e-mail addresses and tags stand in one cell, separated by semicolons. */
final class ExportRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> ADDRESS = List.of("Street", "Unit", "City", "State", "ZIP", "Country");
    private static final List<String> REACH = List.of("Phones", "E-mails", "Tags");
    private static final List<String> DATES = List.of("Created", "Changed");

    private final RecordKind kind;
    private final String region;
    private final ZoneId zone;
    private final Map<Long, String> tags;

    ExportRows(RecordKind kind, String region, ZoneId zone, Map<Long, String> tags) {
        this.kind = kind;
        this.region = region;
        this.zone = zone;
        this.tags = tags;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(
                switch (kind) {
                    case Customer -> List.of("Customer ID", "Name", "Type", "Active", "Do not service", "Do not mail");
                    case Location -> List.of("Location ID", "Name", "Active", "Customer ID", "Customer");
                });
        header.addAll(ADDRESS);
        header.addAll(REACH);
        if (kind == RecordKind.Customer) {
            header.add("Locations");
        }
        header.addAll(DATES);
        return header;
    }

    List<@Nullable String> cells(ListRow row) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(Long.toString(row.id()));
        cells.add(row.name());
        ListRow.OfCustomer customer = row.customer();
        if (customer != null) {
            cells.add(customer.type().name());
            cells.add(yes(row.active()));
            cells.add(yes(row.doNotService()));
            cells.add(yes(customer.doNotMail()));
        } else {
            ListRow.Owner owner = Objects.requireNonNull(row.owner());
            cells.add(yes(row.active()));
            cells.add(Long.toString(owner.id()));
            cells.add(owner.name());
        }
        Address address = row.address();
        cells.add(address.street());
        cells.add(address.unit());
        cells.add(address.city());
        cells.add(address.state());
        cells.add(address.zip());
        cells.add(address.country());
        cells.add(row.phones().stream()
                .map(phone -> new PhoneFormat(region).shown(phone))
                .collect(Collectors.joining("; ")));
        cells.add(String.join("; ", row.emails()));
        cells.add(row.tagTypeIds().stream()
                .map(id -> Objects.requireNonNullElse(tags.get(id), id.toString()))
                .collect(Collectors.joining("; ")));
        if (customer != null) {
            cells.add(Integer.toString(customer.locations()));
        }
        cells.add(time(row.createdOn()));
        cells.add(time(row.modifiedOn()));
        return cells;
    }

    private static String yes(boolean yes) {
        return yes ? "Yes" : "No";
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
