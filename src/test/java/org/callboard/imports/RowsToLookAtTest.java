package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.importrows.EvaluateRows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.RowMemory;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.StagedRow;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.listchoices.Said;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.Mapping;
import org.callboard.sheets.SheetLayout;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is right by the rules and should be looked at all the same. */
class RowsToLookAtTest {

    private final Desk desk = new Desk();

    private List<String> look(String query, String list) {
        long id = desk.done(query + "&dryRun=true", list);
        List<String> look = desk.rows(id, "look=true").stream()
                .map(row -> row.get("row").intValue() + " "
                        + row.get("warnings").get(0).stringValue())
                .toList();
        assertThat(desk.get(id).at("/counts/look").intValue()).isEqualTo(look.size());
        return look;
    }

    @Test
    void stateAndZipThatAreTwoPlaces() {
        String columns = "Name,Street,City,State,ZIP\n";
        String rows = "Uma One,1 Oak St,Dayton,OH,45402\n"
                + "Val Two,2 Oak St,Dayton,CA,45402\n"
                + "Wes Three,3 Oak St,San Francisco,CA,45402\n"
                + "Xia Four,4 Oak St,Kettering,OH,45402\n"
                + "Yan Five,5 Oak St,Xenopolis,OH,45402\n"
                + "Zoe Six,6 Oak St,Dayton,Ohio,45402-1234\n"
                + "Abe Seven,7 Oak St,Nowhere,NY,94105\n";
        String dayton = " are two places: ZIP 45402 is Dayton, OH.";
        String[] expected = {
            "3 “CA” and “45402”" + dayton,
            "4 “CA” and “45402”" + dayton,
            "8 “NY” and “94105” are two places: ZIP 94105 is San Francisco, CA."
        };
        assertThat(look("kind=Customers", columns + rows)).containsExactly(expected);
        assertThat(look(desk.forLeads(), columns + rows)).containsExactly(expected);
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        assertThat(look("kind=Locations", "Customer ID," + columns + uma + ",Cabin,2 Oak St,Dayton,CA,45402\n"))
                .containsExactly("2 “CA” and “45402”" + dayton);
        assertThat(look(
                        "kind=Customers",
                        "Name,Service Street,Service City,Service State,Service ZIP,Billing Street,Billing City,Billing"
                                + " State,Billing ZIP\nUma One,1 Oak St,Dayton,OH,45402,PO Box 3,Dayton,CA,45402\n"))
                .containsExactly("2 “CA” and “45402”" + dayton);
        assertThat(
                        look(
                                "kind=Customers",
                                "Name,Street,City,State,ZIP,Country\n"
                                        + "Uma One,1 King St,Toronto,BC,M5V 3L9,Canada\nVal Two,2 King St,Toronto,ON,M5V 3L9,Canada\n"))
                .containsExactly("2 “BC” and “M5V 3L9” are two places: Codes of Ontario begin so.");
    }

    @Test
    void whoIsPerhapsOnRecord() {
        List<Long> sharing = new ArrayList<>(); // none is named like who comes, so the first of them is shown
        for (int i = 0; i < 6; i++) {
            sharing.add(desk.shop.customer("Tenant " + (char) ('A' + i), "937-555-2100", i + 1 + " Elm St"));
        }
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long val = desk.shop.customer("Val Two", "937-555-2102", "1300 Oak St");
        String list = "Name,Phone,Street,City,State,ZIP\n"
                + "Somebody Else,937-555-2100,50 Main St,Dayton,OH,45402\n"
                + "Wes Other,937-555-2101,60 Main St,Dayton,OH,45402\n"
                + "Val Two,937-555-2199,1300 Oak,Dayton,OH,45402\n"
                + "Xia New,937-555-2103,70 Main St,Dayton,OH,45402\n"
                + "Uma One,937-555-2101,12 Oak St,Dayton,OH,45402\n"
                + "Yan Five,937-555-2102 x7,80 Main St,Dayton,OH,45402\n";
        String[] expected = {
            "2 Perhaps customer " + sharing.get(0) + ", Tenant A: same phone; more than five customers have it.",
            "3 Perhaps customer " + uma + ", Uma One: same phone; both the name and the address are others.",
            "4 Perhaps customer " + val + ", Val Two: similar address, similar name.",
            "7 Perhaps customer " + val + ", Val Two: same phone; one of the two has an extension."
        };
        assertThat(look("kind=Customers", list)).containsExactly(expected);
        assertThat(look(desk.forLeads(), list)).containsExactly(expected);
        long id = desk.done("kind=Customers&dryRun=true", list);
        assertThat(desk.rows(id, "").stream().map(row -> row.get("outcome").stringValue()))
                .containsExactly("New", "New", "New", "New", "Match", "New");
        assertThat(Office.ok(desk.api.patch(desk.path("/" + id + "/rows/3"), "{\"decision\":\"MakeNew\"}"))
                        .get("warnings")
                        .isEmpty())
                .as("somebody has looked")
                .isTrue();
    }

    /** A list of two rows is looked at in as many statements as one of twenty, notes and places of the customers too. */
    @Test
    void theStatementsDontGrowWithTheRows() {
        List<StagedRow> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long customer = desk.shop.customer("Uma " + (char) ('A' + i), "937-555-" + (2200 + i), i + 1 + " Oak St");
            rows.add(new StagedRow(
                    i + 2, List.of(Long.toString(customer), i + 1 + " Elm St", "Dayton", "OH", "45402", "Note " + i)));
        }
        List<String> columns = List.of("Customer ID", "Street", "City", "State", "ZIP", "Notes");
        for (ImportKind kind : List.of(ImportKind.Customers, ImportKind.Locations)) {
            int few = statements(kind, columns, rows.subList(0, 2));
            assertThat(statements(kind, columns, rows)).as("%s", kind).isEqualTo(few);
            assertThat(few).isPositive();
        }
    }

    private int statements(ImportKind kind, List<String> columns, List<StagedRow> rows) {
        EvaluateRows evaluate = Server.bean(EvaluateRows.class);
        boolean customers = kind == ImportKind.Customers;
        Said said = new Said(
                null,
                null,
                null,
                customers ? OnMatch.Attach : null,
                customers ? UpdateBy.CustomerId : null,
                null,
                null,
                null,
                null,
                null);
        List<JudgedRow> judged = new ArrayList<>();
        Thread work = new Thread(
                () -> desk.shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> {
                            RowList list = evaluate.list(
                                    desk.tenant,
                                    kind,
                                    columns,
                                    new SheetLayout(1, List.of(), List.of(), List.of()),
                                    said.first(
                                            kind,
                                            Mapping.of(
                                                    kind, columns, CustomColumns.NONE, Map.of(), new FieldErrors())));
                            judged.addAll(evaluate.check(desk.tenant, list, rows, new RowMemory(numbers -> Map.of())));
                        })),
                Statements.REQUESTS + "rows");
        List<String> statements = Statements.of(() -> {
            work.start();
            try {
                work.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(judged).extracting(JudgedRow::outcome).containsOnly(RowOutcome.Location);
        return statements.size();
    }
}
