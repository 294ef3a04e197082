package org.callboard.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.callboard.access.Role;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Sort;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists as files of comma-separated values. */
class ListExportTest {

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private final ListExport export = Server.bean(ListExport.class);

    @Test
    void whatWasTypedIsTextAndTheLogKnowsWhoTookIt() {
        long tag = office.tagType("=HYPERLINK(\"http://evil.example\")");
        Office.ok(office.api.post(office.customers, """
                {"name":"=cmd|' /C calc'!A0","address":{"street":"@1 \\"Oak\\" St,\\nrear","unit":"-1","city":"Zürich","state":"OH","zip":"01234","country":"USA"},
                 "locations":[{"name":"Home","address":%s}],"tagTypeIds":[%d],"doNotMail":true,
                 "contacts":[{"type":"Phone","value":"+41 44 668 18 00"},{"type":"MobilePhone","value":"9375550142"},
                             {"type":"Email","value":"a@example.com"},{"type":"Email","value":"b@example.com"}]}
                """.formatted(Office.ADDRESS, tag)));
        office.customer("Quiet One");

        List<NamedCsvRecord> rows = rows(write(filter(null)));
        assertThat(rows).hasSize(2);
        NamedCsvRecord odd = rows.getFirst();
        assertThat(odd.getField("Name")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(odd.getField("Street")).isEqualTo("'@1 \"Oak\" St,\nrear");
        assertThat(odd.getField("Unit")).isEqualTo("'-1");
        assertThat(odd.getField("City")).isEqualTo("Zürich");
        assertThat(odd.getField("ZIP")).isEqualTo("01234");
        assertThat(odd.getField("Phones")).isEqualTo("'+41 44 668 18 00; (937) 555-0142");
        assertThat(odd.getField("E-mails")).isEqualTo("a@example.com; b@example.com");
        assertThat(odd.getField("Tags")).startsWith("'=HYPERLINK");
        assertThat(odd.getField("Do not mail")).isEqualTo("Yes");
        assertThat(odd.getField("Locations")).isEqualTo("1");
        assertThat(rows.getLast().getField("Unit")).isEmpty();

        List<Changes.Change> log = log();
        assertThat(log).extracting(change -> change.action().word()).containsExactly("finished", "started");
        assertThat(log.getFirst().actorName()).isEqualTo(office.tenant.owner.displayName());
        assertThat(log.getFirst().fields().toString())
                .contains("rows")
                .contains("2")
                .contains("active");

        assertThat(rows(write(filter("quiet")))).hasSize(1);
        assertThat(log().getFirst().fields().toString()).contains("quiet");
    }

    @Test
    void aFilterThatCannotBeSearchedByIsRefusedBeforeAnything() {
        ListFilter short2 = new ListFilter(
                RecordKind.Customer, place(null), "12", null, null, null, false, List.of(), DateRange.ALL);
        assertThatThrownBy(() -> write(short2)).isInstanceOf(Refusal.class);
        assertThat(log()).isEmpty();
    }

    @Test
    void aLongListTakesNoMoreMemoryAndNoMoreStatementsThanAShortOne() {
        office.customer("Ada");
        Visitor csr = Visitor.signedIn(office.tenant.user(Role.CSR));
        List<String> few = Statements.of(() -> csr.get("/customers/export"));
        fill(20_000);
        String[] body = new String[1];
        List<String> many =
                Statements.of(() -> body[0] = csr.get("/customers/export").body());
        assertThat(body[0].lines().count()).isEqualTo(20_002);
        assertThat(onRecords(few)).hasSize(4); // what is taken, twice; the tags; the rows
        assertThat(onRecords(many)).hasSize(4);

        body[0] = "";
        long before = used();
        long[] during = new long[1];
        long[] bytes = new long[1];
        office.tenant.caller.run(() -> export.write(tenant, filter(null), Sort.BY_ID, () -> new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes[0] += len;
                if (bytes[0] > 30_000_000 && during[0] == 0) {
                    during[0] = used();
                }
            }
        }));
        assertThat(bytes[0]).isGreaterThan(40_000_000);
        assertThat(during[0]).isPositive();
        assertThat(during[0] - before).isLessThan(15_000_000);
    }

    @Test
    void aFileThatBreaksInTheMiddleDoesNotLookWhole() throws Exception {
        fill(20_000);
        String cookie = Visitor.signedIn(office.tenant.user(Role.CSR)).cookie();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Server.url() + "/customers/export"))
                                .header("Cookie", cookie)
                                .header("Accept", "text/csv, application/json")
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"customers-\\d{4}-\\d\\d-\\d\\d.csv\"");
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try (InputStream body = answer.body()) {
            got.write(body.readNBytes(100_000));
            terminateTheReader();
            assertThatThrownBy(() -> body.transferTo(got)).isInstanceOf(IOException.class);
        }
        String text = got.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().count()).isBetween(20L, 20_000L);
        assertThat(text).doesNotContain("Something went wrong").doesNotContain("<html");
        assertThat(log()).extracting(change -> change.action().word()).containsExactly("broken off", "started");
    }

    @Test
    void aCompanysThirdExportAtTheSameTimeIsAskedToWaitAndNobodyElses() {
        office.customer("Ada");
        Office other = new Office();
        CountDownLatch two = new CountDownLatch(2);
        CountDownLatch asked = new CountDownLatch(1);
        List<String> outcomes = AtOnce.run(3, i -> () -> {
            if (i == 2) {
                two.await();
                try {
                    write(other, filter(null));
                    write(filter(null));
                    return "written";
                } catch (Refusal e) {
                    return e.title();
                } finally {
                    asked.countDown();
                }
            }
            office.tenant.caller.run(() -> export.write(tenant, filter(null), Sort.BY_ID, () -> {
                two.countDown();
                await(asked);
                return OutputStream.nullOutputStream();
            }));
            return "written";
        });
        assertThat(outcomes.getLast()).isEqualTo("Several exports are running already. Try again in a minute.");
        assertThat(outcomes.subList(0, 2)).containsOnly("written");
        assertThat(other.tenant.caller.call(() ->
                        Server.bean(Changes.class).of(other.tenant.id, EntityKind.CUSTOMER_EXPORT, other.tenant.id)))
                .extracting(change -> change.action().word())
                .containsExactly("finished", "started");
        assertThat(rows(write(filter(null)))).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoOnlyLooksTakesNothingOut() {
        Visitor viewer = Visitor.signedIn(office.tenant.user(Role.Viewer));
        assertThat(viewer.get("/customers/export").status()).isEqualTo(403);
        assertThat(viewer.get("/locations/export").status()).isEqualTo(403);
        assertThat(viewer.get("/customers").body()).doesNotContain("Export CSV");
    }

    /** Names of two kilobytes, so that the list is longer than all buffers between the database and the browser. */
    private void fill(int customers) {
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("""
                insert into customer (tenant_id, name, street, city, state, zip, country, created_on, modified_on)
                select :tenant, n || repeat(' long name', 200), '12 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now()
                from generate_series(1, :count) n
                """)
                .param("tenant", tenant)
                .param("count", customers)
                .update());
    }

    private static void terminateTheReader() {
        Server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            JdbcClient jdbc = Server.bean(JdbcClient.class);
            jdbc.sql("set local role none").update();
            assertThat(jdbc.sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where query like '%from (select * from customer where%' and state <> 'idle' and pid <> pg_backend_pid()
                    """).query(Boolean.class).list()).containsExactly(true);
        });
    }

    /** Without those about who asks, which depend on how long ago somebody asked last. */
    private static List<String> onRecords(List<String> statements) {
        return statements.stream()
                .filter(sql ->
                        sql.contains("insert into change") || sql.contains("tag_type") || sql.contains("customer"))
                .toList();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private List<Changes.Change> log() {
        return office.tenant.caller.call(
                () -> Server.bean(Changes.class).of(tenant, EntityKind.CUSTOMER_EXPORT, tenant));
    }

    private byte[] write(ListFilter filter) {
        return write(office, filter);
    }

    private byte[] write(Office from, ListFilter filter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        from.tenant.caller.run(() -> export.write(from.tenant.id, filter, Sort.BY_ID, () -> out));
        return out.toByteArray();
    }

    private static List<NamedCsvRecord> rows(byte[] file) {
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ListFilter filter(String name) {
        return new ListFilter(
                RecordKind.Customer, place(name), null, null, null, null, false, List.of(), DateRange.ALL);
    }

    private static PlaceFilter place(String name) {
        return new PlaceFilter(
                name, null, null, null, null, null, null, null, null, ActiveFilter.Any, null, null, null);
    }
}
