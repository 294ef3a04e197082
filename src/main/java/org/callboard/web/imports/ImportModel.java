package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.callboard.campaigns.Campaigns;
import org.callboard.importrows.StagedRow;
import org.callboard.imports.Import;
import org.callboard.imports.ImportRow;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.CallReasons;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportKind;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the templates of imports show. */
@Component
class ImportModel {

    private static final int SAMPLES = 3;
    private static final int PAGE = 50;
    private static final int CELLS = 8;
    private static final int LINE = 80;

    /** A column with the first cells that hold something. */
    record Column(int index, String name, List<String> samples) {}

    /** Where a list is chosen. */
    record Upload(Form form) {

        public List<Option> kinds() {
            return List.of(new Option("Leads", "Leads: people to call"), new Option("Customers", "Customers"));
        }
    }

    /** What the columns of a list hold. */
    record Columns(
            Import list,
            Form form,
            List<Option> lines,
            List<Column> columns,
            List<Option> campaigns,
            List<Option> reasons) {

        public List<Option> fields() {
            return ColumnField.choices(list.kind(), list.choices().fields()).stream()
                    .map(field -> new Option(field.word(), field.label()))
                    .toList();
        }

        /** What may be done where somebody is a customer already. */
        public List<Option> ways() {
            return list.kind() == ImportKind.Leads
                    ? List.of(
                            new Option("Attach", "Make the lead theirs"),
                            new Option("Skip", "Leave the row out"),
                            new Option("Create", "Make a lead without a customer"))
                    : List.of(
                            new Option("Skip", "Leave the row out"),
                            new Option("Create", "Create the customer a second time"));
        }
    }

    /** What would become, or became, of the rows. */
    record Rows(Import list, List<RowFilter> filters, RowFilter show, Page<ImportRow> page) {

        public List<RowView> rows() {
            return page.data().stream().map(row -> RowView.of(list, row)).toList();
        }

        public int wouldMake() {
            Import.Counts counts = list.counts();
            return switch (list.choices().onMatch()) {
                case Skip -> counts.fresh();
                case Attach, Create -> counts.fresh() + counts.match();
            };
        }

        public boolean checked() {
            return list.state() == ImportState.Checked;
        }

        public boolean undoable() {
            return list.counts().made() > 0
                    && list.rowsForgottenOn() == null
                    && (list.state() == ImportState.Finished || list.state() == ImportState.Cancelled);
        }
    }

    private final Imports imports;
    private final Campaigns campaigns;
    private final CallReasons reasons;

    ImportModel(Imports imports, Campaigns campaigns, CallReasons reasons) {
        this.imports = imports;
        this.campaigns = campaigns;
        this.reasons = reasons;
    }

    Columns columns(long tenant, Import list, Form form) {
        return new Columns(
                list,
                form,
                imports.firstLines(tenant, list.id()).stream()
                        .map(ImportModel::line)
                        .toList(),
                columns(tenant, list),
                Option.active(campaigns.all(tenant)),
                Option.ofLeads(reasons.all(tenant)));
    }

    /** A line of the file, to be chosen as the one with the names of the columns. */
    private static Option line(StagedRow row) {
        String cells = row.cells().stream()
                .filter(VisibleText::in)
                .map(VisibleText::strip)
                .limit(CELLS)
                .collect(Collectors.joining(", "));
        return Option.of(row.number(), "Row " + row.number() + ": " + StringUtils.abbreviate(cells, LINE));
    }

    private List<Column> columns(long tenant, Import list) {
        List<ImportRow> first = imports.rows(tenant, list.id(), null, null, new Paging(1, 20, false))
                .data();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < list.columns().size(); i++) {
            int column = i;
            columns.add(new Column(
                    i,
                    list.columns().get(i),
                    first.stream()
                            .map(ImportRow::cells)
                            .filter(cells -> column < cells.size() && VisibleText.in(cells.get(column)))
                            .map(cells -> VisibleText.strip(cells.get(column)))
                            .distinct()
                            .limit(SAMPLES)
                            .toList()));
        }
        return columns;
    }

    Rows rows(long tenant, Import list, @Nullable String show, int page) {
        List<RowFilter> filters = RowFilter.of(list);
        RowFilter chosen = RowFilter.chosen(filters, show);
        return new Rows(
                list,
                filters,
                chosen,
                imports.rows(
                        tenant,
                        list.id(),
                        chosen.outcome(),
                        chosen.result(),
                        new Paging(Math.max(1, page), PAGE, false)));
    }
}
