package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.Owned;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.testing.Plans;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Behind the row-level policy an index serves leakproof conditions alone; here is held that one does for every search. */
class SearchPlansTest {

    private static final int CUSTOMERS = 3000;
    private static final TestTenant TENANT = TestTenant.create();

    private final Plans plans = new Plans();
    private final JdbcClient jdbc = plans.client();
    private final Vocabulary vocabulary = new Vocabulary(jdbc);

    private static Findable findable(long n) {
        Address address = new Address(
                n % 700 + " N " + List.of("Oak", "Elm", "Main").get((int) n % 3) + " St",
                "#" + n % 9,
                n % 2 == 0 ? "Dayton" : "Troy",
                "OH",
                Long.toString(45400 + n % 60),
                "USA");
        return new Findable("Jo" + (char) ('a' + n % 26) + " Re" + (char) ('a' + n % 17) + "s", address);
    }

    @BeforeAll
    static void manyCustomers() {
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        TENANT.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    for (RecordKind kind : RecordKind.values()) {
                        String owner = kind == RecordKind.Customer ? "" : "customer_id, ";
                        List<Owned<Findable>> words = new ArrayList<>();
                        LongStream.rangeClosed(1, CUSTOMERS).forEach(n -> words.add(new Owned<>(n, findable(n))));
                        jdbc.sql(kind.sql("""
                                insert into KIND (tenant_id, id, OWNER name, street, unit, city, state, zip, country,
                                    latitude, longitude, created_on, modified_on)
                                select :tenant, n, NUMBER 'Jo Res', '1 Oak St', null, 'Dayton', 'OH', '45402', 'USA',
                                    39 + n / 10000.0, -84 - n / 10000.0, now(), now()
                                from generate_series(1, :count) n
                                """.replace("OWNER", owner).replace("NUMBER", owner.isEmpty() ? "" : "n,")))
                                .param("tenant", TENANT.id)
                                .param("count", CUSTOMERS)
                                .update();
                        jdbc.sql(kind.sql("""
                                with entry as (
                                    insert into contact_entry (tenant_id, owner_kind, owner_id, type, value, created_on, modified_on)
                                    select :tenant, 'KIND', n, case n % 2 when 0 then 'Phone' else 'Email' end,
                                        case n % 2 when 0 then '+1937' || (5550000 + n) else 'j.r' || n || '@e.example' end,
                                        now(), now()
                                    from generate_series(1, :count) n
                                    returning owner_id, id, type, value
                                )
                                insert into contact_point (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension, attaches)
                                select :tenant, 'KIND', owner_id, id, 0, type = 'Email', value, '', true from entry
                                """))
                                .param("tenant", TENANT.id)
                                .param("count", CUSTOMERS)
                                .update();
                        Server.bean(WordIndex.class).put(kind, TENANT.id, words);
                    }
                }));
        for (RecordKind kind : RecordKind.values()) {
            Server.analyze(kind.word(), kind.word() + "_word", "contact_entry", "contact_point");
        }
        Server.analyze("location_door");
    }

    private List<Long> listed(RecordKind kind, Map<String, String> filters) {
        PlaceFilter filter = new PlaceFilter(
                filters.get("name"),
                filters.get("street"),
                filters.get("unit"),
                filters.get("city"),
                filters.get("state"),
                filters.get("zip"),
                filters.get("country"),
                filters.containsKey("near") ? 39.1 : null,
                filters.containsKey("near") ? -84.1 : null,
                null,
                null,
                null,
                null);
        Paging paging = new Paging(1, 50, filters.containsKey("total"));
        return TENANT.caller.call(() -> {
            Where where = filter.applyTo(kind, Where.tenant(TENANT.id));
            String table = kind.word();
            return new PlaceSearch(vocabulary)
                    .page(
                            kind,
                            TENANT.id,
                            filter,
                            where,
                            paging,
                            () -> where.page(
                                    jdbc, "select id from " + table, table, paging, (row, number) -> row.getLong(1)))
                    .data();
        });
    }

    private void assertIndexed(String what, String... indexes) {
        List<Plans.Plan> taken = plans.taken();
        assertThat(taken).as(what).isNotEmpty();
        for (Plans.Plan plan : taken) {
            assertThat(plan.text()).as(what + "\n" + plan.sql()).doesNotContain("Seq Scan");
        }
        String all = String.join("\n", taken.stream().map(Plans.Plan::text).toList());
        assertThat(all).as(what).contains(indexes);
    }

    @Test
    void everyFilterOfAListUsesTheIndex() {
        Map<String, Map<String, String>> filters = new TreeMap<>();
        filters.put("a beginning of a name", Map.of("name", "jo"));
        filters.put("two names", Map.of("name", "Res, Joa"));
        filters.put("a house", Map.of("street", "12 North Oak Street"));
        filters.put("a unit", Map.of("unit", "Apt 4"));
        filters.put("a city", Map.of("city", "troy"));
        filters.put("a state", Map.of("state", "Ohio"));
        filters.put("a zip code", Map.of("zip", "45402"));
        filters.put("a country", Map.of("country", "us"));
        filters.put("all together", Map.of("name", "jo", "street", "oak", "city", "troy", "state", "oh", "zip", "454"));
        filters.put("counted", Map.of("city", "troy", "total", "true"));
        for (RecordKind kind : RecordKind.values()) {
            filters.forEach((what, filter) -> {
                listed(kind, filter);
                assertIndexed(kind + " by " + what, kind.word() + "_word_pkey");
            });
            listed(kind, Map.of("near", ""));
            assertIndexed(kind + " near a point", kind.word() + "_by_coordinates", "longitude >=");
        }
    }

    private List<Long> having(
            RecordKind kind, boolean each, boolean descending, Atom first, List<Atom> others, Atom... sets) {
        Set<Atom> gathered = Set.of(sets);
        return TENANT.caller.call(() -> {
            Where where = Where.tenant(TENANT.id).orderBy(new Sort("id", descending));
            where.and(
                    each ? AtomSql.each(kind, where, first, others) : AtomSql.in(kind, where, first, others, gathered));
            where.bind("found", 30);
            return where.page(
                            jdbc,
                            "select id from " + kind.word(),
                            kind.word(),
                            new Paging(1, 20, false),
                            (row, number) -> row.getLong(1))
                    .data();
        });
    }

    @Test
    void whoGoesThroughAllFindsWhatTheIndexFinds() {
        Atom res = new Atom(Field.NAME, List.of(), "re", Asked.end("re", false));
        Atom joa = new Atom(Field.NAME, List.of("joa"), "joa", Asked.end("joa", true));
        Atom dayton = new Atom(Field.CITY, List.of("dayton"), "dayton", Asked.end("dayton", true));
        for (RecordKind kind : RecordKind.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<Long> all = having(kind, true, descending, res, List.of(joa, dayton));
                assertIndexed("each " + kind, kind.word() + "_word_of_" + kind.word());
                assertThat(all).hasSize(20);
                assertThat(having(kind, false, descending, res, List.of(joa, dayton)))
                        .isEqualTo(all);
                assertIndexed("a beginning of " + kind, kind.word() + "_word_pkey");
                assertThat(having(kind, false, descending, joa, List.of(res, dayton)))
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void theRarestOfFrequentWordsLeads() {
        listed(RecordKind.Customer, Map.of("name", "re", "street", "oak", "city", "dayton", "state", "oh"));
        assertThat(plans.taken().getLast().text())
                .as("a third are in the street, and half in the town")
                .contains("field = 's'::text) AND (word = x.word)");
    }

    @Test
    void everySearchOfTheBoxUsesTheIndexes() {
        Candidates candidates = new Candidates(jdbc);
        Search search = new Search(new Fitting(candidates, vocabulary), candidates, Server.bean(Tenants.class));
        Map<String, String[]> typed = new TreeMap<>();
        typed.put("joa", new String[] {
            "_word_pkey", "contact_point_by_form", "contact_point_by_middle", "contact_point_by_tail"
        });
        typed.put("joa rea", new String[] {"_word_pkey"});
        typed.put("12 oak", new String[] {"_word_pkey"});
        typed.put("joa dayton", new String[] {"_word_pkey", "_word_of_"});
        typed.put("555-0042", new String[] {"contact_point_by_end", "contact_point_by_tail"});
        typed.put("res 0042", new String[] {"_word_pkey"});
        typed.put("j.r77@e", new String[] {"contact_point_by_form"});
        typed.put("17", new String[] {"_pkey"});
        typed.put("st n oh usa", new String[] {"_word_pkey"});
        typed.forEach((text, indexes) -> {
            TENANT.caller.call(() -> search.find(TENANT.id, text, 20));
            assertIndexed(text, indexes);
        });
    }

    @Test
    void likelyMatchesUseTheIndexes() {
        Address address = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");
        List<ContactDraft> contacts = List.of(
                new ContactDraft(ContactType.Phone, "(937) 555-0042", null),
                new ContactDraft(ContactType.Email, "j.r77@e.example", null));
        LikelyMatches matches = new LikelyMatches(new MatchStore(jdbc), Server.bean(Tenants.class));
        TENANT.caller.run(() -> {
            assertThat(matches.of(TENANT.id, Probe.of("Joa Res", address, contacts)))
                    .isNotEmpty();
            matches.duplicates(TENANT.id, List.of(Probe.of("Joa Res", address, contacts)), null);
        });
        assertIndexed("likely matches", "location_door_pkey", "contact_point_by_form", "location_of_customer");
    }

    @Test
    void theWordsOfARecordAreReplacedThroughTheIndex() {
        WordIndex index = new WordIndex(jdbc);
        TENANT.caller.run(() -> index.put(RecordKind.Customer, TENANT.id, List.of(new Owned<>(5L, findable(5)))));
        assertIndexed("words", "customer_word_of_customer");
        TENANT.caller.run(() -> index.put(RecordKind.Location, TENANT.id, List.of(new Owned<>(5L, findable(5)))));
        assertIndexed("doors", "location_word_of_location", "location_door_of_location");
    }
}
