package org.callboard.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.callboard.addresses.Address;
import org.callboard.changes.FeedSource;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.ContactEntries;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.Precondition;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers that follow tokens while many write, slowly, out of order and not always to the end: each ends with just what
 * the database holds. A cursor that remembers the highest sequence runs beside them, and misses what they don't: so the
 * test shows that it would notice. {@code -Dfeed.seconds=60} makes it a long one.
 */
class FeedTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("feed.seconds", 6));
    private static final int WRITERS = 16;
    private static final Address ADDRESS = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");

    private final Office office = new Office();
    private final Api api = office.api;
    private final long tenant = office.tenant.id;
    private final TransactionTemplate transaction = Server.bean(TransactionTemplate.class);
    private final Customers customers = Server.bean(Customers.class);
    private final Locations locations = Server.bean(Locations.class);
    private final ContactEntries contacts = Server.bean(ContactEntries.class);
    private volatile boolean writing = true;

    @Test
    void everyReaderEndsWithWhatTheDatabaseHolds() throws Exception {
        long[] known = IntStream.range(0, 40)
                .mapToLong(i -> office.customer("Customer " + i).get("id").longValue())
                .toArray();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> office.tenant.caller.run(() -> write(known))));
            }
            Future<Map<Long, JsonNode>> steady = threads.submit(() -> read("customers", false));
            Future<Map<Long, JsonNode>> restarting = threads.submit(() -> read("customers", true));
            Future<Map<Long, JsonNode>> entries = threads.submit(() -> read("customers/contacts", false));
            Future<Map<Long, JsonNode>> places = threads.submit(() -> read("locations", true));
            Future<Integer> naive = threads.submit(() -> office.tenant.caller.call(this::readBySequence));
            Thread.sleep(LENGTH);
            writing = false;
            for (Future<?> writer : writers) {
                writer.get();
            }
            Map<Long, JsonNode> all = database(Server.bean("customerFeed", FeedSource.class));
            assertThat(steady.get()).isEqualTo(all);
            assertThat(restarting.get()).isEqualTo(all);
            assertThat(entries.get()).isEqualTo(database(Server.bean("customerContactFeed", FeedSource.class)));
            assertThat(places.get()).isEqualTo(database(Server.bean("locationFeed", FeedSource.class)));
            assertThat(naive.get())
                    .as("changes that a cursor by sequence passed over")
                    .isPositive();
        }
    }

    private void write(long[] known) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (writing) {
            long customer = known[random.nextInt(known.length)];
            try {
                writeAtOnce(customer);
            } catch (Refusal e) {
                assertThat(ApiErrorResponse.status(e).value())
                        .as("somebody else removed it first")
                        .isEqualTo(404);
            }
            if (random.nextInt(4) == 0) {
                long other = known[random.nextInt(known.length)];
                long location = locations.create(tenant, customer, "Place", ADDRESS, List.of());
                ok(api.patch(office.locations + "/" + location, "{\"customerId\":" + other + "}"));
            }
        }
    }

    /** One transaction, which takes its time and may come to nothing. */
    private void writeAtOnce(long customer) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        transaction.executeWithoutResult(status -> {
            switch (random.nextInt(4)) {
                case 0 -> {
                    long made = customers.create(
                            tenant,
                            "New " + random.nextInt(),
                            CustomerType.Residential,
                            ADDRESS,
                            List.of(new ContactDraft(ContactType.Email, "a@example.com", null)));
                    locations.create(tenant, made, "Home", ADDRESS, List.of());
                }
                case 1 ->
                    contacts.add(
                            RecordKind.Customer,
                            tenant,
                            List.of(new Owned<>(
                                    customer,
                                    new ContactDraft(ContactType.Phone, "937555" + random.nextInt(9999), null))));
                case 2 ->
                    contacts.byOwner(RecordKind.Customer, tenant, List.of(customer)).values().stream()
                            .flatMap(List::stream)
                            .findFirst()
                            .ifPresent(entry -> contacts.remove(
                                    RecordKind.Customer, tenant, customer, entry.id(), Precondition.NONE));
                default -> rename(customer);
            }
            pause(random.nextInt(60));
            if (random.nextInt(5) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private void rename(long customer) {
        String name = "Renamed " + ThreadLocalRandom.current().nextInt();
        customers.update(tenant, customer, old -> RecordShape.with(old, "name", name));
    }

    private Map<Long, JsonNode> read(String feed, boolean restarts) throws InterruptedException {
        Map<Long, JsonNode> copy = new HashMap<>();
        Map<Long, JsonNode> saved = Map.of();
        String token = "";
        String savedToken = "";
        boolean last = false;
        while (true) {
            boolean ended = !writing;
            JsonNode page = ok(api.get(api.path("crm/v2", "/export/" + feed + "?from=" + token)));
            page.get("data").forEach(record -> copy.put(record.get("id").longValue(), record));
            token = page.get("continueFrom").stringValue();
            boolean more = page.get("hasMore").booleanValue();
            if (!more && last) {
                return copy;
            }
            last = ended && !more && settled();
            if (restarts && !ended && ThreadLocalRandom.current().nextInt(8) == 0) {
                copy.clear();
                copy.putAll(saved);
                token = savedToken;
            } else if (restarts && ThreadLocalRandom.current().nextInt(4) == 0) {
                saved = new HashMap<>(copy);
                savedToken = token;
            }
            Thread.sleep(20);
        }
    }

    /** Whether nothing is open any more that could still be written. */
    private boolean settled() {
        return office.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql(
                        "select count(*) from pg_stat_activity where backend_xid is not null and datname = current_database()")
                .query(Integer.class)
                .single()
                .equals(0));
    }

    /** What a reader misses that goes on from the highest sequence it saw. */
    private int readBySequence() throws InterruptedException {
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        String sql = "select sequence from change where tenant_id = :tenant and sequence > :last order by sequence";
        List<Long> seen = new ArrayList<>();
        long last = 0;
        while (writing) {
            List<Long> rows = jdbc.sql(sql)
                    .param("tenant", tenant)
                    .param("last", last)
                    .query(Long.class)
                    .list();
            seen.addAll(rows);
            last = rows.isEmpty() ? last : rows.getLast();
            Thread.sleep(20);
        }
        Integer all = jdbc.sql("select count(*) from change where tenant_id = :tenant and sequence <= :last")
                .param("tenant", tenant)
                .param("last", last)
                .query(Integer.class)
                .single();
        return all - seen.size();
    }

    private Map<Long, JsonNode> database(FeedSource<Object> source) {
        Map<Long, JsonNode> all = new HashMap<>();
        Callable<List<Object>> read = () -> source.after(tenant, 0, Integer.MAX_VALUE);
        office.tenant
                .caller
                .call(read)
                .forEach(shape -> all.put(
                        source.id(shape),
                        Api.JSON.readTree(Server.bean(JsonMapper.class).writeValueAsString(shape))));
        return all;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
