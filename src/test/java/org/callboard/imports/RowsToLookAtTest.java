package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.addresses.Address;
import org.callboard.customers.LocationDetails;
import org.callboard.desk.AddToCustomer;
import org.callboard.desk.AddToCustomer.Decision;
import org.callboard.desk.AddToCustomer.Typed;
import org.callboard.details.NewRecord;
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
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is right by the rules and should be looked at all the same. */
class RowsToLookAtTest {

    private final Desk desk = new Desk();

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
        for (ImportKind kind : List.of(ImportKind.Customers)) {
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
                                    new SheetLayout(1, List.of(), List.of()),
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
