package org.callboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.people.Users;
import org.callboard.pictures.PictureUrl;
import org.callboard.pictures.Pictures;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.publicforms.BookingPageDraft;
import org.callboard.publicforms.BookingPages;
import org.callboard.publicforms.FieldUse;
import org.callboard.publicforms.LeadPages;
import org.callboard.testing.Routes.Route;
import org.callboard.validation.FieldErrors;
import org.callboard.webhooks.Webhook;
import org.callboard.webhooks.WebhookDraft;
import org.callboard.webhooks.WebhookEvent;
import org.callboard.webhooks.Webhooks;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company with every record in every state, every optional value empty and every value at its longest. The services
 * make what is hashed, indexed or stored as files; {@code every-state/*.sql} holds the rest, so that states are here
 * that take days to reach.
 */
public final class EveryState {

    /** A word that no line of a telephone holds. */
    public static final String WORD = "Donaudampfschifffahrtskapitaensgattinnen";

    /** As long as a name may be: 200 characters, with words that are long themselves. */
    public static final String NAME = text(200);

    /** As long as the name of a setting may be. */
    public static final String LABEL = text(100);

    /** One word of 254 characters. */
    public static final String EMAIL = "e".repeat(64) + "@" + ("d".repeat(61) + ".").repeat(3) + "com";

    /** Where the values of a variable stand, by the path up to and with it. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("/book/{token}", "select token from booking_page where active"),
            Map.entry("/calls/phone/back/{id}", "select id from call_back"),
            Map.entry("/calls/phone/{id}", "select id from call"),
            Map.entry("/calls/{id}", "select id from booking"),
            Map.entry("/customers/{id}", "select id from customer"),
            Map.entry("/jobs/{id}", "select id from job"),
            Map.entry("/leads/{id}", "select id from lead where active"),
            Map.entry("/locations/{id}", "select id from location"),
            Map.entry("/merges/batches/{id}", "select distinct batch_id::text from merge where batch_id is not null"),
            Map.entry("/merges/{id}", "select id from merge"),
            Map.entry("/pictures/{id}", "select id from picture where booking_id is not null"),
            Map.entry("/settings/api-access/apps/{id}", "select id from app"),
            Map.entry("/settings/api-access/connections/{id}", "select id from connection where revoked_on is null"),
            Map.entry("/settings/booking-pages/{id}", "select booking_provider_id from booking_page"),
            Map.entry("/settings/imports/{id}", "select id from import"),
            Map.entry("/settings/imports/{id}/rows/{number}", "select distinct number from import_row"),
            Map.entry("/settings/job-types/{id}", "select id from job_type"),
            Map.entry("/settings/job-types/{id}/script/{question}", "select distinct type_id from job_type_question"),
            Map.entry("/settings/outbox/{id}", "select id from outgoing_message"),
            Map.entry("/settings/webhooks/{id}", "select id from webhook"));

    private static EveryState shared;

    private final Shop shop = new Shop();
    private final Map<Role, SignedInUser> users = new HashMap<>();

    public final TestTenant tenant = shop.tenant;

    private EveryState() {
        for (Role role : Role.values()) {
            users.put(role, tenant.user(role));
        }
        Map<String, Object> values = new HashMap<>(Map.of(
                "csr",
                user(Role.CSR).id(),
                "name",
                NAME,
                "label",
                LABEL,
                "word",
                WORD,
                "zip",
                text(20),
                "email",
                EMAIL));
        values.put("text", text(2000));
        values.put(
                "events",
                Arrays.stream(WebhookEvent.values()).map(WebhookEvent::word).toArray(String[]::new));
        tenant.caller.run(() -> {
            fillAccess();
            fillRecords(values);
            run("records.sql", values);
            fillPages();
            run("work.sql", values);
            run("calls.sql", values);
            Server.bean(Tenants.class).update(tenant.id, NAME, "America/New_York", "US");
        });
    }

    /** The one company of the test run; tests only read it. */
    public static synchronized EveryState shared() {
        if (shared == null) {
            shared = new EveryState();
        }
        return shared;
    }

    /** The person of a role who looks at it all; the CSR has claimed and closed some of the work. */
    public SignedInUser user(Role role) {
        return users.get(role);
    }

    /** What a query gives within the company, such as the ids of a table. */
    public List<String> select(String sql) {
        return tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(String.class).list());
    }

    /** The addresses of a route, for all ids; none where only the pages know what its variables may be. */
    public List<String> addresses(Route route) {
        int end = route.path().indexOf('}') + 1;
        if (end == 0) {
            return List.of(route.path());
        }
        String rest = route.path().substring(end);
        String place = route.path().substring(0, end);
        List<String> ids = place.equals("/lead-form/{token}")
                ? leadForms()
                : IDS.containsKey(place) ? select(IDS.get(place)) : List.of();
        return rest.contains("{")
                ? List.of()
                : ids.stream().map(id -> place.replaceFirst("[{].*", id) + rest).toList();
    }

    /** The words that open the lead forms, the one with the longest name first. */
    public List<String> leadForms() {
        LeadPages pages = Server.bean(LeadPages.class);
        return select("select id from lead_form where active order by length(name) desc").stream()
                .map(id -> tenant.caller.call(() -> pages.token(tenant.id, Long.parseLong(id))))
                .toList();
    }

    /** Words and spaces that are so long together. */
    public static String text(int length) {
        String sentence = WORD + " Featherstonehaugh-Cholmondeley & Daughters, Heating <b>and</b> Plumbing ";
        return sentence.repeat(length / sentence.length() + 1).substring(0, length - 1) + ".";
    }

    private void fillAccess() {
        Users all = Server.bean(Users.class);
        all.add(tenant.id, new Users.Draft(NAME, EMAIL, Role.CSR, TestTenant.PASSWORD));
        SignedInUser gone = tenant.user(Role.CSR);
        all.update(tenant.id, gone.id(), new Users.Draft("Out of use", gone.email(), Role.CSR, null));
        all.activate(tenant.id, gone.id(), false);
        Apps apps = Server.bean(Apps.class);
        BookingProviderTag tag = Server.bean(BookingProviderTags.class).create(tenant.id, LABEL, text(1000));
        long app = apps.register(tenant.id, LABEL, Set.of(Scope.values())).id();
        apps.connect(tenant.id, app, null);
        long open = apps.connect(tenant.id, app, tag.id()).id();
        apps.setStrict(tenant.id, open, true);
        apps.setMayActivate(tenant.id, open, true);
        apps.setMayMerge(tenant.id, open, true);
        apps.setOrigins(tenant.id, open, "https://" + WORD.toLowerCase() + ".example\nhttps://b.example");
        apps.revoke(tenant.id, apps.connect(tenant.id, app, tag.id()).id());
        long off = apps.register(tenant.id, "Out of use", Set.of(Scope.BOOKINGS_READ))
                .id();
        apps.update(tenant.id, off, "Out of use", Set.of(Scope.BOOKINGS_READ), false);
        BookingProviderTag retired = Server.bean(BookingProviderTags.class).create(tenant.id, "Out of use", "x");
        Server.bean(BookingProviderTags.class)
                .update(tenant.id, retired.id(), retired.tagName(), retired.description(), false);
        Server.bean(Webhooks.class)
                .create(
                        tenant.id,
                        new WebhookDraft(
                                "https://hooks.example.com/",
                                null,
                                Set.of(WebhookEvent.BOOKING_CREATED),
                                Webhook.Filter.NONE),
                        null,
                        new FieldErrors());
    }

    /** One with the longest values and one with the shortest, each with a location; both are in the search's index. */
    private void fillRecords(Map<String, Object> values) {
        for (String kind : List.of("full", "bare")) {
            String name = kind.equals("full") ? NAME : "Jo";
            Address address = new Address("1 Elm St", null, "Dayton", "OH", "45402", "USA");
            long customer =
                    Server.bean(Customers.class).create(tenant.id, name, CustomerType.Residential, address, List.of());
            values.put(kind + "Customer", customer);
            values.put(
                    kind + "Location",
                    Server.bean(Locations.class).create(tenant.id, customer, name, address, List.of()));
        }
        long website = shop.provider.id();
        Server.bean(Pictures.class)
                .add(
                        tenant.id,
                        website,
                        "connection:1",
                        new ByteArrayResource(TestPictures.jpeg(30, 20))); // waits for a booking
        UUID picture = Server.bean(Pictures.class)
                .add(tenant.id, null, "connection:1", new ByteArrayResource(TestPictures.jpeg(30, 20)));
        values.put("url", PictureUrl.path(tenant.id, null, picture));
    }

    /** One booking page asks for everything in the longest words, one for nothing more than it must, one is off. */
    private void fillPages() {
        BookingPages pages = Server.bean(BookingPages.class);
        for (BookingProviderTag tag : Server.bean(BookingProviderTags.class).all(tenant.id)) {
            boolean full = tag.tagName().equals(LABEL);
            FieldUse use = full ? FieldUse.required : tag.active() ? FieldUse.hidden : FieldUse.optional;
            BookingPageDraft usual = BookingPageDraft.of(pages.get(tenant.id, tag.id()));
            pages.save(
                    tenant.id,
                    tag.id(),
                    new BookingPageDraft(
                            tag.active(),
                            full ? LABEL : usual.heading(),
                            full ? text(600) : null,
                            full ? WORD : usual.button(),
                            full ? text(600) : usual.thanks(),
                            full ? WORD : usual.widgetLabel(),
                            full ? "+1 (937) 555-0142" : null,
                            usual.color(),
                            use,
                            use,
                            use,
                            use,
                            use,
                            full ? shop.unit : null,
                            full ? shop.campaign : null,
                            full
                                    ? select("select id::text from job_type where active").stream()
                                            .map(Long::valueOf)
                                            .toList()
                                    : List.of(),
                            full,
                            full),
                    new FieldErrors());
        }
    }

    private void run(String script, Map<String, Object> values) {
        try {
            String sql = new ClassPathResource("every-state/" + script).getContentAsString(UTF_8);
            for (String statement : sql.strip().split(";\n")) {
                Server.bean(JdbcClient.class).sql(statement).params(values).update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
