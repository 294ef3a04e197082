package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.Owned;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.MatchesFrom;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.search.SearchDocumentStore.Content;
import org.callboard.search.SearchDocumentStore.Key;
import org.callboard.testing.Plans;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Behind the row-level policy an index serves leakproof conditions alone; here is held that one does for every search. */
class SearchPlansTest {

    private static final int CUSTOMERS = 3000;

    private static final Address OAK = new Address("1 Oak St", null, "Dayton", "OH", "45402", "USA");
    private static TestTenant tenant;

    private final Plans plans = new Plans();
    private final JdbcClient jdbc = plans.client();

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
        tenant = TestTenant.create(); // another one where the class runs again
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        tenant.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
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
                                .param("tenant", tenant.id)
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
                                .param("tenant", tenant.id)
                                .param("count", CUSTOMERS)
                                .update();
                        Server.bean(SearchDocuments.class).put(kind.contactOwner(), tenant.id, words);
                    }
                }));
        for (RecordKind kind : RecordKind.values()) {
            Server.analyze(kind.word(), "contact_entry", "contact_point");
        }
        Server.analyze("location_door", "search_document"); // the words are few here
    }

    /**
     * Whatever ran before: of a table in which next to nothing stood when it was counted, all is read rather than an index,
     * and where each company seemed to have a row or two, any index with the company in it does.
     */
    @BeforeEach
    void nothingIsKnownOfOtherTables() {
        Server.asOwner("""
                select pg_clear_relation_stats('public', c.relname),
                    pg_clear_attribute_stats('public', c.relname, a.attname, false)
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace
                    and c.relname in ('lead', 'booking', 'booking_contact', 'job', 'invoice', 'call', 'call_back')
                """);
    }

    private static PlaceFilter filter(Map<String, String> filters) {
        return new PlaceFilter(
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
    }

    private List<Long> listed(RecordKind kind, Map<String, String> filters) {
        PlaceFilter filter = filter(filters);
        Paging paging = new Paging(1, 50, filters.containsKey("total"));
        return page(tenant, kind, filter, filter.applyTo(kind, Where.tenant(tenant.id)), paging)
                .data();
    }

    private Page<Long> page(TestTenant of, RecordKind kind, PlaceFilter filter, Where where, Paging paging) {
        PlaceSearch search = new PlaceSearch(new PlaceStore(jdbc), new SearchWordStore(jdbc));
        return of.caller.call(
                () -> search.page(kind, of.id, filter, where, paging, (found, one) -> ids(kind, found, one)));
    }

    private Page<Long> ids(RecordKind kind, Where where, Paging paging) {
        String table = kind.word();
        return where.page(jdbc, "select id from " + table, table, paging, (row, number) -> row.getLong(1));
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
        filters.put("counted", Map.of("name", "joa", "total", "true"));
        for (RecordKind kind : RecordKind.values()) {
            filters.forEach((what, filter) -> {
                listed(kind, filter);
                assertThat(plans.taken())
                        .as(kind + " by " + what)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(plan -> assertThat(plan.text()).doesNotContain("Seq Scan"))
                        .allSatisfy(plan -> assertThat(plan.text() + plan.sql())
                                .containsAnyOf("search_document_pkey", "search_documents(", "search_word_pkey"));
            });
            listed(kind, Map.of("near", ""));
            assertIndexed(kind + " near a point", kind.word() + "_by_coordinates", "longitude >=");
        }
    }

    /** Neither way may find more than the other. */
    @Test
    void whoGoesThroughAllFindsWhatTheIndexFinds() {
        List<Map<String, String>> filters = List.of(
                Map.of("name", "re"),
                Map.of("name", "joa re"),
                Map.of("street", "12 n oak st"),
                Map.of("city", "dayton", "state", "oh", "unit", "#3"),
                Map.of("zip", "4544", "name", "jo"),
                Map.of("country", "usa", "city", "tr"));
        Paging all = new Paging(1, CUSTOMERS, true);
        for (RecordKind kind : RecordKind.values()) {
            for (Map<String, String> asked : filters) {
                Lexemes lexemes = Lexemes.of(kind.contactOwner(), tenant.id);
                PlaceQuery words = PlaceQuery.of(filter(asked));
                String query = words.text(lexemes);
                for (boolean descending : new boolean[] {false, true}) {
                    Where where = Where.tenant(tenant.id).orderBy(new Sort("id", descending));
                    Page<Long> each = tenant.caller.call(() -> ids(kind, PlaceStore.each(kind, where, query), all));
                    Page<Long> index = tenant.caller.call(
                            () -> ids(kind, PlaceStore.byIndex(kind, where, words.narrow(lexemes), query, ""), all));
                    assertThat(each.data()).as(kind + " " + asked).isNotEmpty().hasSizeLessThan(CUSTOMERS + 1);
                    assertThat(index).isEqualTo(each);
                    assertThat(tenant.caller.call(() -> ids(kind, PlaceStore.amongAll(kind, where, query), all)))
                            .isEqualTo(each);
                    String blocks = lexemes.blocks(0, CUSTOMERS / Lexemes.BLOCK);
                    assertThat(tenant.caller.call(
                                    () -> ids(kind, PlaceStore.byIndex(kind, where, query, query, blocks), all)))
                            .isEqualTo(each);
                }
            }
        }
    }

    /** The function's own statement, as its owner asks it. */
    @Test
    void theFunctionAsksTheIndexAlone() {
        for (String query :
                List.of("'c1:n:jo':*", "'c1:n:jo':* & 'c1:t:oh'", "'c1:n:joa' | 'c1:#4'", "'c1:t:oh' & !'c1:n:jo'")) {
            assertThat(Plans.ofDocuments(query))
                    .as(query)
                    .contains("Bitmap Index Scan on search_document_by_lexeme")
                    .doesNotContain("Seq Scan")
                    .doesNotContain("search_document_pkey");
        }
    }

    /** Where other filters leave few of the first that have the words, the rest is still found. */
    @Test
    void aPageIsFilledWhateverElseIsAskedFor() {
        PlaceFilter filter = filter(Map.of("city", "dayton"));
        Paging paging = new Paging(1, 50, false);
        for (RecordKind kind : RecordKind.values()) {
            for (String sort : List.of("id", "-id", "modifiedOn", "-createdOn")) {
                Where where = Where.tenant(tenant.id)
                        .and("(id <= 200 or id between 1400 and 1430)")
                        .orderBy(Sort.parse(sort));
                Page<Long> page = page(tenant, kind, filter, where, paging);
                assertThat(page.data()).as(sort).hasSize(50);
                assertThat(page.hasMore()).isTrue();
            }
            Where ends = Where.tenant(tenant.id).and("(id <= 190 or id > 2970)");
            Page<Long> late = page(tenant, kind, filter, ends, new Paging(2, 50, false));
            assertThat(late.data()).hasSize(50).startsWith(102L).endsWith(2978L, 2980L);
        }
    }

    /** Many of the first rows are called Ann, of the others few. */
    @Test
    void whereTheFirstRowsMisleadAPageIsLookedForFartherOn() {
        TestTenant misleading = TestTenant.create();
        LongPredicate ann = n -> n % (n <= 100 ? 20 : 50) == 0;
        misleading.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    jdbc.sql("""
                            insert into customer (tenant_id, id, name, street, city, state, zip, country, created_on, modified_on)
                            select :tenant, n * 10, 'Jo', '1 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now()
                            from generate_series(1, :count) n
                            """)
                            .param("tenant", misleading.id)
                            .param("count", CUSTOMERS)
                            .update();
                    List<Owned<Findable>> words = LongStream.rangeClosed(1, CUSTOMERS)
                            .mapToObj(n -> new Owned<>(n * 10, new Findable(ann.test(n) ? "Ann" : "Jo", OAK)))
                            .toList();
                    Server.bean(SearchDocuments.class).put(ContactOwner.customer, misleading.id, words);
                }));
        plans.taken();
        Page<Long> page = page(
                misleading,
                RecordKind.Customer,
                filter(Map.of("name", "ann")),
                Where.tenant(misleading.id).orderBy(Sort.BY_ID),
                new Paging(1, 50, false));
        assertThat(page.hasMore()).isTrue();
        assertThat(page.data())
                .isEqualTo(LongStream.rangeClosed(1, CUSTOMERS)
                        .filter(ann)
                        .limit(50)
                        .map(n -> n * 10)
                        .boxed()
                        .toList());
        assertThat(plans.taken().getLast().values())
                .as("in some blocks")
                .anySatisfy(value -> assertThat(value).contains("ann", ":@7'").doesNotContain(":@8'"));
    }

    /** Few of the first rows have the words, and they lie far apart: how far off the page would be is more than a long. */
    @Test
    void thePageFarthestOffIsEmpty() {
        PlaceFilter filter = filter(Map.of("name", "job"));
        Paging farthest = new Paging(Integer.MAX_VALUE, Paging.LARGEST_SIZE, true);
        for (RecordKind kind : RecordKind.values()) {
            for (String sort : List.of("id", "-id")) {
                Page<Long> page =
                        tenant.caller.call(() -> new PlaceSearch(new PlaceStore(jdbc), new SearchWordStore(jdbc))
                                .page(
                                        kind,
                                        tenant.id,
                                        filter,
                                        Where.tenant(tenant.id)
                                                .and("(id % 20 = 0 or id = 1)")
                                                .orderBy(Sort.parse(sort)),
                                        farthest,
                                        (where, one) -> ids(kind, where, one)));
                assertThat(page.data()).as(sort).isEmpty();
                assertThat(page.totalCount()).isOne();
            }
        }
    }

    /** What many rows have is met by going through them, what few have is looked for in the index. */
    @Test
    void howManyFitDecidesHowTheyAreFound() {
        listed(RecordKind.Customer, Map.of("city", "dayton"));
        assertIndexed("every other one", "search_document_pkey");
        listed(RecordKind.Customer, Map.of("name", "joa", "street", "26"));
        assertThat(plans.taken().getLast().sql()).contains("search_documents(");
        listed(RecordKind.Customer, Map.of("name", "joa", "total", ""));
        assertThat(plans.taken().getLast().sql()).contains("count(*)").contains("search_documents(");
        listed(RecordKind.Customer, Map.of("city", "dayton", "total", ""));
        assertThat(plans.taken().getLast().sql())
                .contains("count(*)")
                .contains("from search_document d")
                .doesNotContain("search_documents(");
        listed(RecordKind.Customer, Map.of("name", "joa", "street", "26", "total", ""));
        assertThat(plans.taken().getLast().sql()).as("a page that is all").doesNotContain("count(*)");
        assertThat(total(Map.of("name", "joa"))).isEqualTo(CUSTOMERS / 26);
        assertThat(total(Map.of("city", "dayton"))).isEqualTo(CUSTOMERS / 2);
        assertThat(total(Map.of("name", "joa", "unit", "#0"))).isEqualTo(CUSTOMERS / (26 * 9));
    }

    private Integer total(Map<String, String> filters) {
        Where where = Where.tenant(tenant.id);
        return page(tenant, RecordKind.Customer, filter(filters), where, new Paging(1, 50, true))
                .totalCount();
    }

    @Test
    void everySearchOfTheBoxUsesTheIndexes() {
        LineStore lines = new LineStore(jdbc);
        LiveCallStore live = new LiveCallStore(jdbc, MatchesFrom.database(jdbc));
        Search search = new Search(
                new Fitting(new SearchStore(jdbc), new SearchWordStore(jdbc), lines, live),
                lines,
                Server.bean(Tenants.class));
        Map<String, String[]> typed = new TreeMap<>();
        typed.put("joa", new String[] {"search_document_pkey", "customer_pkey", "location_pkey"});
        typed.put("12 oak", new String[] {"search_document_pkey", "customer_pkey"});
        typed.put("555-0042", new String[] {"search_document_pkey", "contact_point_pkey"});
        typed.put("j.r77@e", new String[] {"search_document_pkey", "contact_point_pkey"});
        typed.put("17", new String[] {"customer_pkey", "job_pkey", "invoice_pkey"});
        typed.put("res 17", new String[] {"search_document_pkey"});
        typed.put("jao reas", new String[] {"search_word_pkey"});
        typed.forEach((text, indexes) -> {
            tenant.caller.call(() -> search.find(tenant.id, text, 20));
            assertIndexed(text, indexes);
        });
    }

    @Test
    void likelyMatchesUseTheIndexes() {
        Address address = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");
        List<ContactDraft> contacts = List.of(
                new ContactDraft(ContactType.Phone, "(937) 555-0042", null),
                new ContactDraft(ContactType.Email, "j.r77@e.example", null));
        LikelyMatches matches = MatchesFrom.database(jdbc);
        tenant.caller.run(() -> {
            assertThat(matches.of(tenant.id, Probe.of("Joa Res", address, contacts)))
                    .isNotEmpty();
            matches.duplicates(tenant.id, List.of(Probe.of("Joa Res", address, contacts)), null);
        });
        assertIndexed("likely matches", "location_door_pkey", "contact_point_by_form", "location_of_customer");
    }

    @Test
    void aDocumentIsReplacedThroughTheIndexes() {
        SearchDocumentStore documents = new SearchDocumentStore(jdbc);
        Lexemes lexemes = Lexemes.of(ContactOwner.location, tenant.id);
        List<Words.Word> words = Words.of(findable(5));
        Content content = new Content(lexemes.document(5, words), Words.doors(words), "45402");
        tenant.caller.run(() -> documents.put(
                tenant.id,
                List.of(new SearchDocumentStore.Change(new Key(ContactOwner.location, 5), content)),
                Set.of("dayton")));
        assertIndexed("document", "contact_point_pkey", "location_door_of_location");
        tenant.caller.run(() -> documents.put(
                tenant.id, List.of(new SearchDocumentStore.Change(new Key(ContactOwner.location, 5), null)), Set.of()));
        assertIndexed("contacts", "contact_point_pkey", "search_document_pkey");
    }
}
