package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ok;

import java.util.List;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.details.Owned;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The documents that records are found by: what stands in them, that nobody forgets them, and that nothing crosses. */
class SearchDocumentsTest {

    private static final String FOUND = "select count(*) from search_documents(:query::tsquery, :kind, 100)";

    private final Office office = new Office();
    private final Office other = new Office();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    private static String body(String name, String street, String contacts) {
        String address = """
                {"street":"%s","unit":"Apt 4","city":"Dayton","state":"OH","zip":"45402","country":"USA"}""".formatted(street);
        return """
                {"name":"%1$s","address":%2$s,"contacts":[%3$s],
                 "locations":[{"name":"%1$s","address":%2$s,"contacts":[%3$s]}]}""".formatted(name, address, contacts);
    }

    private static String phone(String value) {
        return "{\"type\":\"Phone\",\"value\":\"" + value + "\"}";
    }

    private JsonNode made(String name, String street, String contacts) {
        return ok(office.api.post(office.customers, body(name, street, contacts)));
    }

    private long found(Office who, String query) {
        return who.tenant.caller.call(() -> count(query));
    }

    private long count(String query) {
        return jdbc.sql(FOUND)
                .param("query", query)
                .param("kind", "customer")
                .query(Long.class)
                .single();
    }

    private String document(long customer) {
        return document(ContactOwner.customer, customer);
    }

    private String document(ContactOwner kind, long id) {
        return office.tenant.caller.call(() -> jdbc.sql("""
                select concat_ws(' | ', replace(replace(words::text, :prefix, ''), '@' || id / 4096, '@block'),
                    replace(contacts::text, :prefix, ''))
                from search_document where kind = :kind and id = :id
                """)
                .param("prefix", Lexemes.of(kind, office.tenant.id).prefix())
                .param("kind", kind.name())
                .param("id", id)
                .query(String.class)
                .single());
    }

    @Test
    void aDocumentHoldsWhatTheRecordIsFoundBy() {
        long id = made("Dayton O'Neil & 王小明", "12 Oak St", phone("937-555-0142") + """
                ,{"type":"Email","value":"Jordan.Reyes@example.com"}""")
                .get("id")
                .longValue();
        assertThat(document(id).split(" \\| ", -1))
                .containsExactly(
                        "'#4' '@block' 'c:dayton' 'n:dayton' 'n:neil' 'n:oneil' 'n:小明' 'n:明' 'n:王小明'"
                                + " 's:12' 's:oak' 's:street' 't:oh' 'y:us' 'z:45402'",
                        "'e:example.com' 'e:jordan.reyes@example.com' 'e:reyes@example.com' 'p:19375550142' 'p:5550142'"
                                + " 'p:9375550142' 'r:24105557391' 'x:moc.elpmaxe@seyer.nadroj'");
    }

    /** One who is asked for by words that a query's own signs are made of is found by them and harms nothing. */
    @Test
    void aLexemeIsQuotedWhateverItHolds() {
        Lexemes lexemes = Lexemes.of(ContactOwner.customer, office.tenant.id);
        for (String text : List.of("o'neil", "a\\b", "a:*|b", "''", "\\'", "&!()<->")) {
            String lexeme = lexemes.email(text);
            assertThat(jdbc.sql("select (:query::tsquery)::text = (:query::tsquery)::text"
                                    + " and array_to_tsvector(array[:lexeme]) @@ :query::tsquery")
                            .param("query", Lexemes.quoted(lexeme))
                            .param("lexeme", lexeme)
                            .query(Boolean.class)
                            .single())
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    void everyWriterKeepsTheDocuments() {
        JsonNode ada = made("Ada One", "12 Oak St", phone("937-555-0142"));
        JsonNode bo = made("Bo Two", "14 Elm Ave", phone("937-555-0143"));
        long adaId = ada.get("id").longValue();
        String customer = office.customers + "/" + adaId;
        String location = office.locations + "/" + ada.at("/locations/0/id").longValue();
        for (String record : List.of(customer, location)) {
            long added = ok(office.api.post(record + "/contacts", phone("937-555-0199 / 937-555-0198")))
                    .get("id")
                    .longValue();
            office.api.post(record + "/contacts", "{\"type\":\"Email\",\"value\":\"gone@example.com\"}");
            ok(office.api.patch(record + "/contacts/" + added, "{\"value\":\"937-555-0177\"}"));
            long gone = ok(office.api.post(record + "/contacts", phone("937-555-0166")))
                    .get("id")
                    .longValue();
            assertThat(office.api.delete(record + "/contacts/" + gone).status()).isEqualTo(200);
            ok(office.api.patch(record, "{\"name\":\"Ada Three\"}"));
            ok(office.api.patch(record, "{\"address\":" + Office.ADDRESS.replace("Oak", "Maple") + "}"));
        }
        ok(office.api.post(office.locations, """
                {"customerId":%d,"name":"Cabin","address":%s,"contacts":[%s]}""".formatted(adaId, Office.ADDRESS, phone("937-555-0155"))));
        long moved = ok(office.api.post(office.locations, """
                {"customerId":%d,"name":"Shed","address":%s,"contacts":[%s]}""".formatted(
                                bo.get("id").longValue(), Office.ADDRESS, phone("937-555-0154"))))
                .get("id")
                .longValue();
        Locations locations = Server.bean(Locations.class);
        office.tenant.caller.run(() -> {
            locations.update(office.tenant.id, moved, owner -> adaId, details -> details);
            locations.activate(office.tenant.id, ada.at("/locations/0/id").longValue(), false);
        });
        Documents.areAsMadeAnew(office.tenant.id);
        assertThat(document(adaId))
                .contains("three", "maple", "9375550177", "9375550155")
                .doesNotContain("oak");
        assertThat(document(ContactOwner.location, ada.at("/locations/0/id").longValue()))
                .contains("three", "maple", "9375550177")
                .doesNotContain("5550166");
    }

    /** However many steps a change has. */
    @Test
    void aTransactionWritesThemInOneStatement() {
        assertThat(Statements.of(() -> made("Ada", "12 Oak St", phone("937-555-0142"))))
                .filteredOn(sql -> sql.contains("search_document"))
                .hasSize(1);
        assertThat(Statements.of(() -> made("Bo", "12 Oak St", phone("937-555-0143") + "," + phone("937-555-0144"))))
                .filteredOn(sql -> sql.contains("search_document"))
                .hasSize(1);
    }

    @Test
    void whoChangesOneRecordAtOnceLosesNothing() {
        long id = made("Ada", "12 Oak St", phone("937-555-0142")).get("id").longValue();
        String record = office.customers + "/" + id;
        AtOnce.run(
                12,
                i -> () -> i % 3 == 0
                        ? office.api.patch(record, "{\"name\":\"Ada Word" + i + "\"}")
                        : office.api.post(record + "/contacts", phone("937-555-02" + (10 + i))));
        Documents.areAsMadeAnew(office.tenant.id);
    }

    /** More contacts than a document can hold must not keep anybody from adding one. */
    @Test
    void tooManyContactsAreLeftOutOfADocument() {
        long id = made("Ada", "12 Oak St", phone("937-555-0142")).get("id").longValue();
        office.tenant.caller.run(() -> jdbc.sql("""
                insert into contact_point (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension,
                    attaches)
                select callboard_tenant(), 'customer', :id, 1000000 + n, 0, true,
                    repeat(n || 'x', 40) || '@example.com', '', true
                from generate_series(1, 5000) n
                """).param("id", id).update());
        ok(office.api.post(office.customers + "/" + id + "/contacts", phone("937-555-0143")));
        assertThat(document(id)).contains("9375550142");
        Documents.areAsMadeAnew(office.tenant.id);
    }

    @Test
    void withoutACompanyNothingIsFoundAndNothingIsWritten() {
        made("Ada", "12 Oak St", phone("937-555-0142"));
        String query = "'c" + office.tenant.id + ":n:ada'";
        assertThat(found(office, query)).isEqualTo(1);
        assertThat(count(query)).isZero();
        assertThat(jdbc.sql("select count(*) from search_document")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("update search_document set words = '' where true").update())
                .isZero();
        assertThatThrownBy(() -> insert(office.tenant.id)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherCompanyFindsNothingWhateverItAsksFor() {
        made("Ada", "12 Oak St", phone("937-555-0142"));
        ok(other.api.post(other.customers, body("Ada", "12 Oak St", phone("937-555-0142"))));
        String prefix = "c" + office.tenant.id + ":";
        for (String query : List.of(
                "'" + prefix + "n:ada'",
                "'" + prefix + "':*",
                "'" + prefix + "n:ada':*",
                "'" + prefix + "p:937':*",
                "'c':*",
                "!'nobody'")) {
            assertThat(found(other, query + " & '" + prefix + "':*")).as(query).isZero();
        }
        assertThat(found(other, "'c':*")).as("its own").isEqualTo(1);
        assertThat(found(other, "!'nobody'")).as("its own").isEqualTo(1);
        other.tenant.caller.run(() -> {
            assertThat(jdbc.sql("""
                    select count(*) from search_document where (words || contacts) @@ :query::tsquery
                    """)
                            .param("query", "'" + prefix + "':*")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select distinct tenant_id from search_document")
                            .query(Long.class)
                            .list())
                    .containsExactly(other.tenant.id);
            assertThatThrownBy(() -> insert(office.tenant.id)).isInstanceOf(DataAccessException.class);
        });
    }

    private void insert(long tenant) {
        jdbc.sql("insert into search_document (tenant_id, kind, id, words, contacts) values (:t, 'lead', 1, '', '')")
                .param("t", tenant)
                .update();
    }

    @Test
    void ofWhatATransactionSaysOfARecordTheLastCounts() {
        long id = made("Ada", "12 Oak St", phone("937-555-0142")).get("id").longValue();
        SearchDocuments documents = Server.bean(SearchDocuments.class);
        List<String> before = all();
        change(() -> {
            documents.remove(ContactOwner.customer, office.tenant.id, List.of(id));
            documents.put(
                    ContactOwner.customer,
                    office.tenant.id,
                    List.of(new Owned<>(id, new Findable("Bo", new Address("", null, "", "", "", "")))));
        });
        assertThat(document(id)).startsWith("'@block' 'n:bo' | ");
        change(() -> documents.remove(ContactOwner.customer, office.tenant.id, List.of(id)));
        assertThat(all()).hasSize(before.size() - 1);
        change(() -> documents.contactsChanged(ContactOwner.customer, office.tenant.id, Set.of(id)));
        assertThat(all()).as("one without words is none").hasSize(before.size() - 1);
    }

    private List<String> all() {
        return office.tenant.caller.call(Documents::all);
    }

    private void change(Runnable work) {
        Caller.system(office.tenant.id)
                .run(() -> Server.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run()));
    }
}
