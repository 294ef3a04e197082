package org.callboard.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.callboard.contacts.RelatePeople;
import org.callboard.contacts.RelatedPeopleStore;
import org.callboard.details.Owned;
import org.callboard.http.UploadFolder;
import org.callboard.listchoices.Said;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowNames.NormalCase;
import org.callboard.sheets.UploadedFile;
import org.callboard.testing.Office;
import org.callboard.testing.Receiver;
import org.callboard.testing.Server;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What lists become beside records of their own: open leads, people of companies, names, remembered columns, messages. */
class ListOutcomesTest {

    private final Desk desk = new Desk();

    private List<JsonNode> crm(String path) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", path)))
                .get("data")
                .valueStream()
                .toList();
    }

    /** Nobody who waits for a call already is called twice; another telephone, and what stands for none, is nobody. */
    @Test
    void whoIsAnOpenLeadAlreadyIsLeftOut() {
        long before = desk.done(
                desk.forLeads(),
                "Name,Phone,Email\nUma One,(937) 555-2101 x101,\nVal Two,,val@example.com\nWes,111-111-1111,\n");
        long id = desk.done(
                desk.forLeads() + "&dryRun=true",
                "Name,Phone,Email\nU. One,937-555-2101 ext 101,\nSomebody,937-555-2101 x102,\nV,,VAL@example.com\n"
                        + "Wes Once More,111-111-1111,\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 OpenLead Uma One, same phone",
                        "3 New",
                        "4 OpenLead Val Two, same e-mail",
                        "5 New “111-111-1111” stands for none.");
        assertThat(desk.rows(id, "").getFirst().get("leadId").longValue())
                .isEqualTo(desk.rows(before, "").getFirst().get("recordId").longValue());
        desk.run(id);
        assertThat(desk.get(id).at("/counts/made").intValue()).isEqualTo(2);
        long all = desk.done(desk.forLeads() + "&dryRun=true&onMatch=Create", "Name,Phone\nUma,937-555-2101 x101\n");
        assertThat(desk.outcomes(all)).containsExactly("New");
        long customers = desk.done(
                "kind=Customers&dryRun=true",
                "Name,Email,Street,City,State,ZIP\nVal Two,val@example.com,1 Oak St,Dayton,OH,45402\n");
        assertThat(desk.told(customers)).containsExactly("2 New There is an open lead: Val Two, same e-mail.");
        desk.undo(before);
        long again = desk.done(desk.forLeads() + "&dryRun=true", "Name,Email\nVal Two,val@example.com\n");
        assertThat(desk.outcomes(again)).containsExactly("New");
    }

    @Test
    void thePersonOfACompanyBelongsToIt() {
        String list = """
                Company Name,First Name,Last Name,Street,City,State,ZIP
                Acme Heating,Uma,One,1 Oak St,Dayton,OH,45402
                ,Val,Two,2 Oak St,Dayton,OH,45402
                Wes Air,,,3 Oak St,Dayton,OH,45402
                """;
        long id = desk.done("kind=Customers", list);
        List<Long> made = desk.rows(id, "").stream()
                .map(row -> row.get("recordId").longValue())
                .toList();
        assertThat(made.stream().map(this::people)).containsExactly(List.of("Uma One"), List.of(), List.of());
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + made.getFirst())))
                        .get("type")
                        .stringValue())
                .isEqualTo("Commercial");
        desk.undo(id);
        assertThat(desk.get(id).at("/counts/kept").intValue()).isZero();
        assertThat(people(made.getFirst())).isEmpty();
        long kept = desk.done("kind=Customers", list.replace("Acme", "Other").replace("1 Oak", "9 Oak"));
        long other = desk.rows(kept, "").getFirst().get("recordId").longValue();
        desk.shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> Server.bean(RelatePeople.class)
                        .addAll(desk.tenant, List.of(new Owned<>(other, "Somebody Else")))));
        desk.undo(kept);
        assertThat(desk.rows(kept, "result=Kept").stream()
                        .map(row -> row.get("keptReason").stringValue()))
                .containsExactly("A contact belongs to it.");
    }

    private List<String> people(long customer) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(RelatedPeopleStore.class).ofCustomer(desk.tenant, customer).stream()
                        .map(RelatedPeopleStore.Person::name)
                        .toList());
    }

    @Test
    void namesInCapitalsAreOfferedInNormalCase() {
        assertThat(List.of(
                                "JANE DOE",
                                "O'BRIEN-SMITH III",
                                "MCDONALD",
                                "JOE'S HVAC LLC",
                                "A1 COOLING",
                                "J R",
                                "ÉMILE ZOLA")
                        .stream()
                        .map(NormalCase::of))
                .containsExactly(
                        "Jane Doe",
                        "O'Brien-Smith III",
                        "Mcdonald",
                        "Joe's HVAC LLC",
                        "A1 Cooling",
                        "J R",
                        "Émile Zola");
        assertThat(List.of("Jane Doe", "iPad Shop", "J", "小明", "12").stream().map(NormalCase::of))
                .containsExactly("Jane Doe", "iPad Shop", "J", "小明", "12");
        long id =
                desk.done(desk.forLeads() + "&dryRun=true", "Name,Phone\nUMA ONE,937-555-2101\nVal Two,937-555-2102\n");
        assertThat(desk.get(id).at("/counts/capitals").intValue()).isEqualTo(1);
        assertThat(desk.api
                        .post(desk.path("/" + id + "/check"), "{\"normalCase\": true}")
                        .status())
                .isEqualTo(202);
        desk.work(id);
        desk.run(id);
        assertThat(crm("/leads").stream()
                        .map(lead -> lead.get("leadCustomerName").stringValue()))
                .containsExactly("Uma One", "Val Two");
    }

    /** Only what people upload on the page is read so: a program says what it means. */
    @Test
    void whatWasSaidOfAFileIsRememberedForItsShape() throws Exception {
        String list = "Wer,Wo\nUma One,937-555-2101\n";
        assertThat(draft(list)).isEqualTo("[null,null]");
        desk.done(
                desk.forLeads() + "&dryRun=true&mapping=" + Desk.encoded("{\"Wer\": \"name\", \"Wo\": \"phone\"}"),
                list);
        assertThat(draft("wer, WO\nVal Two,937-555-2102\n")).isEqualTo("[\"name\",\"phone\"]");
        assertThat(draft("Wo,Wer\n937-555-2102,Val Two\n")).isEqualTo("[null,null]");
        assertThat(Office.wrong(desk.send(desk.forLeads(), list))).containsExactly("mapping");
    }

    /** The fields of the columns of a list that somebody uploads on the page. */
    private String draft(String list) throws Exception {
        long id = desk.shop.tenant.caller.call(() -> {
            try (ByteArrayInputStream in = new ByteArrayInputStream(list.getBytes(UTF_8))) {
                StartImport.Wishes wishes =
                        new StartImport.Wishes(ImportKind.Leads, Map.of(), Said.NOTHING, null, null, null, null);
                return UploadedFile.with(
                        Server.bean(UploadFolder.class),
                        "a.csv",
                        in,
                        upload -> Server.bean(StartImport.class)
                                .start(desk.tenant, upload, wishes, new FieldErrors())
                                .list()
                                .id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return desk.get(id)
                .get("columns")
                .valueStream()
                .map(column -> column.get("field").toString())
                .toList()
                .toString()
                .replace(" ", "");
    }

    /** The customers of one file and their locations of another find one another by the old system's id. */
    @Test
    void twoFilesAreJoinedByTheOldSystemsId() {
        String by = "kind=Customers&updateBy=ExternalId&externalKey=old";
        desk.done(by, """
                Customer Number,Name,Phone,Street,City,State,ZIP
                C-1,Uma One,937-555-2101,12 Oak St,Dayton,OH,45402
                C-2,Val Two,937-555-2102,13 Oak St,Dayton,OH,45402
                """);
        String locations = """
                Customer Number,Location Name,Street,City,State,ZIP,Notes
                C-1,Rental,14 Elm St,Troy,OH,45373,Gate code 12
                C-1,Cabin,15 Elm St,Troy,OH,45373,
                C-1,Home,12 Oak Street,Dayton,OH,45402,
                C-2,,16 Elm St,Troy,OH,45373,
                C-9,,17 Elm St,Troy,OH,45373,
                """;
        long id = desk.done(by + "&onMatch=Attach&dryRun=true", locations);
        assertThat(desk.outcomes(id)).containsExactly("Location", "Location", "Twice", "Location", "Wrong");
        desk.run(id);
        long uma = desk.rows(id, "").getFirst().get("customerId").longValue();
        assertThat(crm("/locations?customerId=" + uma).stream()
                        .map(location -> location.get("name").stringValue()))
                .containsExactlyInAnyOrder("Uma One", "Rental", "Cabin");
        desk.undo(id);
        assertThat(desk.get(id).at("/counts/kept").intValue()).isZero();
        assertThat(crm("/locations?active=True&customerId=" + uma)).hasSize(1);
    }

    /** Whoever was told of a lead is told that it is gone. */
    @Test
    void receiversLearnThatALeadWasTakenBack() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.subscribe(desk.api, desk.api.path("callboard/v1", "/webhooks"), "tn.crm.lead-updated");
            long id = desk.done(desk.forLeads(), "Name,Phone\nUma One,937-555-2101\n");
            desk.undo(id);
            JsonNode told = receiver.next().json();
            assertThat(told.at("/data/lead/id").longValue())
                    .isEqualTo(desk.rows(id, "").getFirst().get("recordId").longValue());
            assertThat(told.at("/data/lead/active").booleanValue()).isFalse();
        }
    }
}
