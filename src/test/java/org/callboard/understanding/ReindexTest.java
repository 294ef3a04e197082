package org.callboard.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ok;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.database.StartFailure;
import org.callboard.search.Search;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Eventually;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on record is read again by the rules of today, and stays as it is. */
class ReindexTest {

    private static final String MADE = "contact_point|understanding|search_(document|word)|location_door";

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);
    private final UnderstandingStore store = Server.bean(UnderstandingStore.class);
    private final ReadAgain readAgain = Server.bean(ReadAgain.class);

    private long uma;

    /** A record of every kind, with two numbers each. */
    private void records() {
        String two = "937-555-2121 / 937-555-2122";
        uma = shop.customer("Uma One", two, "12 Oak St");
        shop.booking("Uma One", two);
        ok(api.post(api.path("crm/v2", "/leads"), """
                {"campaignId":%d,"summary":"x","followUpDate":"2027-01-04T14:00:00Z","leadPhone":"%s",
                 "leadEmail":"uma@example.com"}""".formatted(shop.campaign, two)));
        String contacts = api.path("crm/v2", "/contacts");
        String guid = ok(api.post(contacts, "{\"name\":\"Uma One\"}")).get("id").stringValue();
        ok(api.post(contacts + "/" + guid + "/contact-methods", "{\"type\":\"Phone\",\"value\":\"" + two + "\"}"));
    }

    private void sql(String sql) {
        shop.tenant.caller.run(() -> jdbc.sql(sql).update());
    }

    private List<String> texts(String sql) {
        return shop.tenant.caller.call(() -> jdbc.sql(sql).query(String.class).list());
    }

    /** As rules of before would have understood it: only the first numbers, and nothing of a street. */
    private void forget() {
        sql("delete from contact_point where position > 0 or owner_kind = 'lead'");
        sql("update contact_point set form = '+1' where owner_kind = 'location'");
        sql("delete from search_document where kind <> 'location'");
        sql("update search_document set words = '', contacts = ''");
        sql("insert into location_door select tenant_id, '1 gone', postcode, location_id from location_door");
        sql("delete from location_door where door like '% oak'");
        sql("insert into understanding (tenant_id, version) values (callboard_tenant(), 0)");
    }

    /** All that is understood. */
    private List<String> understood() {
        List<String> all = new ArrayList<>(texts("select to_jsonb(p)::text from contact_point p order by p"));
        all.addAll(shop.tenant.caller.call(Documents::all));
        all.addAll(texts("select 'door ' || d::text from location_door d order by d"));
        return all;
    }

    /** All that is kept beside what is understood of it, every row of every table as it is. */
    private List<String> kept() {
        List<String> tables = texts("""
                select distinct table_name::text from information_schema.columns
                where table_schema = 'public' and column_name = 'tenant_id' order by 1
                """);
        List<String> all = new ArrayList<>();
        tables.stream()
                .filter(table -> !table.matches(MADE))
                .forEach(table ->
                        all.addAll(texts("select '%1$s ' || t::text from %1$s t order by 1".formatted(table))));
        return all;
    }

    private String answer(String path) {
        Api.Answer answer = api.get(path);
        return answer.header("ETag") + answer.text();
    }

    @Test
    void everyKindIsReadAgainAndNoRecordIsChanged() {
        records();
        List<String> understood = understood();
        assertThat(understood).hasSizeGreaterThan(15);
        forget();
        List<String> kept = kept();
        String customer = answer(api.path("crm/v2", "/customers/" + uma));
        String feed = answer(api.path("crm/v2", "/export/customers"));
        assertThat(kept.size()).isGreaterThan(30);

        assertThat(readAgain.all(tenant, () -> false)).isFalse();

        assertThat(understood()).isEqualTo(understood);
        assertThat(kept()).isEqualTo(kept);
        assertThat(answer(api.path("crm/v2", "/customers/" + uma))).isEqualTo(customer);
        assertThat(answer(api.path("crm/v2", "/export/customers"))).isEqualTo(feed);
        assertThat(store(UnderstandingStore.State::isDue)).isFalse();
        assertThat(store(UnderstandingStore.State::done)).isEqualTo(9);
        assertThat(shop.tenant.caller.call(() -> Server.bean(Search.class)
                        .find(tenant, "937-555-2122", 9)
                        .hits()))
                .isNotEmpty();
    }

    private <T> T store(java.util.function.Function<UnderstandingStore.State, T> what) {
        return shop.tenant.caller.call(() -> what.apply(store.find(tenant).orElseThrow()));
    }

    /** Nothing is lost and nothing done twice where the work ends at any point. */
    @Test
    void whatIsCutOffGoesOnWhereItWas() {
        records();
        List<String> understood = understood();
        forget();
        AtomicInteger left = new AtomicInteger();
        List<Rereadable> dying = new ArrayList<>();
        Server.beans(Rereadable.class)
                .forEach(kind -> dying.add(new Rereadable() {
                    @Override
                    public String kind() {
                        return kind.kind();
                    }

                    @Override
                    public long count(long company) {
                        return kind.count(company);
                    }

                    @Override
                    public List<Long> after(long company, long id, int most) {
                        return kind.after(company, id, 1);
                    }

                    @Override
                    public List<Long> reread(long company, List<Long> ids, boolean waiting) {
                        List<Long> done = kind.reread(company, ids, waiting);
                        if (left.getAndDecrement() <= 0) {
                            throw new IllegalStateException("killed");
                        }
                        return done;
                    }
                }));
        ReadAgain mortal = new ReadAgain(store, dying, Server.bean(TransactionTemplate.class));
        for (int parts = 0; parts < 6; parts++) {
            left.set(1);
            assertThatThrownBy(() -> mortal.all(tenant, () -> false)).hasMessage("killed");
            assertThat(store(UnderstandingStore.State::done)).isEqualTo(parts + 1);
        }
        assertThat(mortal.all(tenant, () -> true)).as("it is told to stop").isTrue();
        assertThat(readAgain.all(tenant, () -> false)).isFalse();
        assertThat(understood()).isEqualTo(understood);
        assertThat(store(UnderstandingStore.State::done)).isEqualTo(9);
    }

    /** Whoever changes a record writes what it is understood as; an older reading must not come behind. */
    @Test
    void aChangeThatIsUnderWayIsWaitedFor() {
        records();
        forget();
        long contact = shop.tenant.caller.call(
                () -> jdbc.sql("select min(id) from contact_entry where owner_kind = 'customer'")
                        .query(Long.class)
                        .single());
        AtOnce.waiting(
                shop.tenant.caller,
                () -> {
                    jdbc.sql("update contact_entry set value = '937-555-2199' where id = " + contact)
                            .update();
                    jdbc.sql("delete from contact_point where entry_id = " + contact)
                            .update();
                },
                () -> readAgain.all(tenant, () -> false));
        assertThat(texts("select form from contact_point where entry_id = " + contact))
                .containsExactly("+19375552199");
    }

    @Test
    void writersWriteMeanwhile() {
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            customers.add(shop.customer("Uma " + i, "937-555-220" + i, i + "1 Oak St"));
        }
        AtOnce.run(5, thread -> () -> {
            if (thread == 4) {
                for (int i = 0; i < 10; i++) {
                    shop.tenant.caller.run(() -> store.ask(tenant));
                    readAgain.all(tenant, () -> false);
                }
                return 0;
            }
            Random random = new Random(thread);
            String contacts = api.path("crm/v2", "/customers/" + customers.get(thread) + "/contacts");
            long contact = ok(api.get(contacts)).get("data").get(0).get("id").longValue();
            for (int i = 0; i < 15; i++) {
                String value = "937-555-23%02d%s"
                        .formatted(random.nextInt(100), random.nextBoolean() ? "" : " / 937-555-2400");
                ok(api.patch(contacts + "/" + contact, "{\"value\":\"" + value + "\"}"));
            }
            return 0;
        });
        List<String> forms = new ArrayList<>();
        for (String row :
                texts("select id || ' ' || value from contact_entry where owner_kind = 'customer' order by id")) {
            String[] parts = row.split(" ", 2);
            new ContactDraft(ContactType.Phone, parts[1], null)
                    .read("US").all().stream()
                            .map(NormalizedContact::form)
                            .forEach(form -> forms.add(parts[0] + " " + form));
        }
        assertThat(texts("""
                        select entry_id || ' ' || form from contact_point where owner_kind = 'customer'
                        order by entry_id, position
                        """)).isEqualTo(forms);
    }

    @Test
    void theCommandAsksTheRunningServerAndTellsHowFarItIs() {
        records();
        List<String> understood = understood();
        forget();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        AskToReindex.run(Server.settings(), Long.toString(tenant), new PrintStream(said, true));
        assertThat(said.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .isEqualTo("Company " + tenant + ": done, 9 read again.");
        assertThat(understood()).isEqualTo(understood);
        assertThatThrownBy(() -> AskToReindex.run(Server.settings(), "4711000", new PrintStream(said)))
                .isInstanceOf(StartFailure.class)
                .hasMessage("there is no company 4711000.");
    }

    /** After an upgrade nobody has to ask. */
    @Test
    void aServerThatStartsReadsWhatOlderRulesHaveRead() {
        records();
        List<String> understood = understood();
        forget();
        Server.bean(ApplyUnderstanding.class).start();
        Eventually.is(Understanding.VERSION, () -> store(UnderstandingStore.State::version));
        assertThat(understood()).isEqualTo(understood);
    }

    /** In another country the same figures are another number. */
    @Test
    void aCompanyThatMovesIsReadAgain() {
        shop.customer("Uma One", "020 7946 0958", "12 Oak St");
        assertThat(texts("select distinct form from contact_point")).doesNotContain("+442079460958");
        shop.tenant.caller.run(
                () -> Server.bean(ChangeCompany.class).update(tenant, "Test company", "Europe/London", "GB"));
        Server.lookForDueTasks();
        Eventually.is(List.of(), () -> texts("select '' from understanding where asked_on is not null"));
        assertThat(texts("select distinct form from contact_point")).containsExactly("+442079460958");
        shop.tenant.caller.run(
                () -> Server.bean(ChangeCompany.class).update(tenant, "Test company", "Europe/Paris", "GB"));
        assertThat(texts("select version::text from understanding where asked_on is not null"))
                .isEmpty();
    }

    /** A company of these rules has nothing to do, and so no row. */
    @Test
    void aNewCompanyIsLeftInPeace() {
        assertThat(shop.tenant.caller.call(() -> store.isDue(tenant))).isFalse();
        assertThat(readAgain.all(tenant, () -> false)).isFalse();
        assertThat(texts("select version::text from understanding")).isEmpty();
        assertThat(Office.ids(ok(api.get(api.path("crm/v2", "/customers"))).get("data")))
                .isEmpty();
    }
}
