package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the demonstration's people among those of the large company. */
final class DayPeople {

    private final Opened opened;
    private final JdbcClient jdbc;
    private final long tenant;
    private final Map<String, Long> ids = new HashMap<>();

    DayPeople(Opened opened) {
        this.opened = opened;
        this.jdbc = opened.context().getBean(JdbcClient.class);
        this.tenant = opened.number("TENANT");
    }

    /** All of them or none; the ids by kind and name. */
    Map<String, Long> plant() {
        TransactionTemplate whole = new TransactionTemplate(opened.context().getBean(PlatformTransactionManager.class));
        Caller.system(tenant)
                .run(() -> whole.executeWithoutResult(status -> {
                    customers();
                    bookings();
                    leads();
                }));
        return ids;
    }

    private void customers() {
        Customers customers = opened.context().getBean(Customers.class);
        Locations locations = opened.context().getBean(Locations.class);
        for (List<String> row : rows("/demo/customers.txt")) {
            List<ContactDraft> contacts = contacts(row.get(3), row.get(4), row.get(5));
            Address address = address(row, 6);
            String name = row.get(0);
            long id = customers.create(tenant, name, CustomerType.valueOf(row.get(1)), address, contacts);
            ids.put("Customer " + name, id);
            locations.create(tenant, id, name, address, contacts);
        }
        for (List<String> row : rows("/demo/locations.txt")) {
            long owner = Objects.requireNonNull(ids.get("Customer " + row.get(0)));
            long id = locations.create(tenant, owner, row.get(1), address(row, 2), List.of());
            ids.put("Location " + row.get(1) + " of " + row.get(0), id);
        }
    }

    private void bookings() {
        Bookings bookings = opened.context().getBean(Bookings.class);
        int count = 0;
        for (List<String> row : rows("/demo/waiting-bookings.txt")) {
            BookingDetails details = new BookingDetails(
                    "day-" + count++,
                    row.get(2),
                    row.get(3),
                    row.get(6).isEmpty() ? null : address(row, 6),
                    CustomerType.valueOf(row.get(10)),
                    null,
                    row.get(16),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false);
            NewBooking booking = new NewBooking(details, contacts(row.get(4), "", row.get(5)));
            ids.put(
                    "Booking " + row.get(3),
                    bookings.create(tenant, opened.number("PROVIDER_ID"), booking)
                            .id());
        }
    }

    private void leads() {
        CreateLead create = opened.context().getBean(CreateLead.class);
        for (List<String> row : rows("/demo/leads.txt")) {
            Address address = row.get(5).isEmpty() ? null : address(row, 5);
            LeadPerson person = LeadPerson.at(address, row.get(2), orNull(row.get(3)), orNull(row.get(4)));
            LeadDraft draft = new LeadDraft(
                    null,
                    null,
                    null,
                    null,
                    first("campaign"),
                    Priority.Normal,
                    row.get(17),
                    first("call_reason"),
                    null,
                    null,
                    person,
                    List.of(),
                    null,
                    null);
            ids.put(
                    "Lead " + row.get(2),
                    create.create(tenant, draft, LeadSource.Hand).id());
        }
    }

    private long first(String table) {
        return jdbc.sql("select min(id) from " + table + " where tenant_id = :tenant")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    private static List<ContactDraft> contacts(String mobile, String phone, String email) {
        return Stream.of(
                        new ContactDraft(ContactType.MobilePhone, mobile, null),
                        new ContactDraft(ContactType.Phone, phone, null),
                        new ContactDraft(ContactType.Email, email, null))
                .filter(contact -> !contact.value().isEmpty())
                .toList();
    }

    private static Address address(List<String> row, int column) {
        return new Address(
                row.get(column), orNull(row.get(column + 1)), row.get(column + 2), "OH", row.get(column + 3), "USA");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The lines of a table of text: columns between {@code |}, and comments after {@code #}. */
    static List<List<String>> rows(String file) {
        try (var in = Objects.requireNonNull(DayPeople.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
