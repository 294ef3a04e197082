package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.callboard.campaigns.Campaigns;
import org.callboard.customers.Customers;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowProblems;
import org.callboard.importrows.StagedRow;
import org.callboard.imports.Counts;
import org.callboard.imports.Import;
import org.callboard.imports.ImportRow;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.imports.RowsFilter;
import org.callboard.imports.SavedMappings;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.CallReasons;
import org.callboard.settings.TagTypes;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetFile;
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
    private static final int MANY = 100;
    private static final int MOST = 500;
    private static final int LINE = 80;

    /** What is said of the formulas that have no result in the file; null where there are none. */
    static @Nullable String formulas(Import list) {
        List<String> found = IntStream.range(0, list.columns().size())
                .filter(at -> list.layout().notCalculated(at) > 0)
                .mapToObj(at -> "%,d of “%s”"
                        .formatted(
                                list.layout().notCalculated(at), list.columns().get(at)))
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        String more = found.size() > CELLS ? " and of %,d more columns".formatted(found.size() - CELLS) : "";
        return "Some cells are formulas whose results are not in the file, and are read as empty: "
                + found.stream().limit(CELLS).collect(Collectors.joining(", "))
                + more
                + ". Open the workbook in a spreadsheet program, save it there, and upload that.";
    }

    /** A column with the first cells that hold something. */
    record Column(int index, String name, List<String> samples) {}

    /** Where a list is chosen. */
    record Upload(Form form) {

        public List<Option> kinds() {
            return List.of(
                    new Option("Leads", "Leads: people to call"),
                    new Option("Customers", "Customers"),
                    new Option("Locations", "Locations of customers that are there"));
        }
    }

    /** What the columns of a list hold. */
    record Columns(
            Import list,
            Form form,
            List<Option> lines,
            List<Column> columns,
            CustomColumns custom,
            List<Option> campaigns,
            List<Option> reasons,
            List<Option> tags,
            boolean remembered,
            @Nullable String suggestion) {

        public @Nullable String formulas() {
            return ImportModel.formulas(list);
        }

        public List<Option> fields() {
            return ColumnField.choices(list.kind(), list.choices().fields(), custom).stream()
                    .map(field -> new Option(field.word(), custom.label(field)))
                    .toList();
        }

        /** The columns that are shown: of very many only those of which the first rows say something. */
        public List<Column> shown() {
            return columns.size() <= MANY
                    ? columns
                    : columns.stream()
                            .filter(column -> !column.samples().isEmpty())
                            .limit(MOST)
                            .toList();
        }

        public int hidden() {
            return columns.size() - shown().size();
        }

        /** What may be done where somebody is a customer already. */
        public List<Option> ways() {
            return switch (list.kind()) {
                case Leads ->
                    List.of(
                            new Option("Attach", "Make the lead theirs"),
                            new Option("Skip", "Leave the row out"),
                            new Option("Create", "Make a lead without a customer"));
                case Customers ->
                    List.of(
                            new Option("Skip", "Leave the row out"),
                            new Option("Attach", "Add the address and the numbers to that customer"),
                            new Option("Create", "Create the customer a second time"));
                case Locations ->
                    List.of(
                            new Option("Skip", "Leave the row out"),
                            new Option("Create", "Create the location a second time"));
            };
        }

        /** What may tell which customer or location a row changes. */
        public List<Option> keys() {
            return UpdateBy.of(list.kind()).stream()
                    .map(by -> new Option(
                            by.name(),
                            switch (by) {
                                case CustomerId -> "By the customer ID of an exported list";
                                case LocationId -> "By the location ID of an exported list";
                                case ExternalId -> "By the ID in the old system";
                                case Email -> "By e-mail address, where the names agree";
                                case Phone -> "By phone, where the names agree";
                            }))
                    .toList();
        }

        /** What may be changed of them. */
        public List<Option> policies() {
            return List.of(
                    new Option("FillEmpty", "Fill in what is not known yet"),
                    new Option("Overwrite", "Replace what is known"),
                    new Option("Skip", "Change nothing: leave the row out"));
        }
    }

    /** What would become, or became, of the rows. */
    record Rows(Import list, List<RowFilter> filters, RowFilter show, Page<ImportRow> page, String country) {

        public List<RowView> rows() {
            return page.data().stream()
                    .map(row -> RowView.of(list, row, country))
                    .toList();
        }

        public @Nullable String formulas() {
            return checked() ? ImportModel.formulas(list) : null;
        }

        public int wouldMake() {
            Counts counts = list.counts();
            boolean matchesToo =
                    RowOutcome.Match.makes(list.kind(), list.choices().onMatch());
            return counts.fresh() + (matchesToo ? counts.match() : 0);
        }

        /** What the list is of, within a sentence. */
        public String nouns() {
            return list.kind().name().toLowerCase(Locale.ROOT);
        }

        /** The same of so many. */
        public String noun(int count) {
            return count == 1 ? nouns().replaceFirst("s$", "") : nouns();
        }

        /** Customers or locations that would be changed, and further locations. */
        public int wouldChange() {
            return list.counts().update() + list.counts().location();
        }

        /** Whether the page offers the rows of which nothing becomes as a file. */
        public boolean leavesOut() {
            Counts counts = list.counts();
            return list.rowsForgottenOn() == null
                    && counts.wrong()
                                    + counts.twice()
                                    + counts.match()
                                    + counts.openLead()
                                    + counts.leftOut()
                                    + counts.skipped()
                                    + counts.failed()
                                    + list.unreached()
                            > 0;
        }

        public boolean checked() {
            return list.state() == ImportState.Checked;
        }

        public boolean undoable() {
            return list.counts().done() > 0
                    && list.rowsForgottenOn() == null
                    && (list.state() == ImportState.Finished || list.state() == ImportState.Cancelled);
        }
    }

    private final Imports imports;
    private final Customers customers;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final TagTypes tags;
    private final SavedMappings mappings;

    ImportModel(
            Imports imports,
            Customers customers,
            Campaigns campaigns,
            CallReasons reasons,
            TagTypes tags,
            SavedMappings mappings) {
        this.imports = imports;
        this.customers = customers;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.tags = tags;
        this.mappings = mappings;
    }

    /** What a list suggests of which nothing was said yet. */
    Optional<UpdateSuggestion> suggestion(long tenant, Import list) {
        return list.state() == ImportState.Draft
                ? UpdateSuggestion.of(list, imports.firstLines(tenant, list.id()), ids -> customers.names(tenant, ids))
                : Optional.empty();
    }

    Columns columns(long tenant, Import list, Form form) {
        return new Columns(
                list,
                form,
                imports.firstLines(tenant, list.id()).stream()
                        .map(ImportModel::line)
                        .toList(),
                columns(tenant, list),
                imports.customColumns(tenant, list.kind()),
                Option.active(campaigns.all(tenant)),
                Option.ofLeads(reasons.all(tenant)),
                Option.active(tags.all(tenant)),
                mappings.find(tenant, list.kind(), list.columns())
                        .filter(list.choices().fields()::equals)
                        .isPresent(),
                suggestion(tenant, list).map(UpdateSuggestion::why).orElse(null));
    }

    /** One row, to be mended or decided. */
    record Row(Import list, ImportRow row, Form form, List<RowCell> cells) {

        public List<Option> decisions() {
            boolean leads = list.kind() == ImportKind.Leads;
            List<Option> all = new ArrayList<>(List.of(
                    new Option("", "As for the other rows"),
                    new Option("LeaveOut", "Leave it out"),
                    new Option(
                            "MakeNew",
                            switch (list.kind()) {
                                case Leads -> "Make a lead of its own";
                                case Customers -> "Make a new customer";
                                case Locations -> "Make a new location";
                            })));
            if (row.matchId() != null && list.kind() != ImportKind.Locations) {
                String name = Objects.requireNonNullElse(row.matchName(), "that customer");
                all.add(new Option(
                        "Attach" + row.matchId(),
                        leads ? "Make it a lead of " + name : "Use " + name + ", and add the address and the numbers"));
            }
            return all;
        }

        /** By what it is known whether somebody has changed the row since. */
        public String seen() {
            return ImportModel.seen(row);
        }

        /** How long a cell may be. */
        public int longest() {
            return SheetFile.MAX_CELL;
        }

        /** What is wrong with the row as a whole. */
        public List<String> problems() {
            return row.problems().getOrDefault(RowProblems.ROW, List.of());
        }
    }

    /**
     * A cell that can be mended: of a column that is imported, or behind the last one.
     *
     * @param hasLines whether it may have several lines, which a browser would join in a field of one
     */
    record RowCell(int index, String label, String field, boolean hasLines, List<String> problems) {}

    static String seen(ImportRow row) {
        return Integer.toHexString((row.cells() + " " + row.decided()).hashCode());
    }

    Row row(Import list, ImportRow row, Form form) {
        List<RowCell> cells = new ArrayList<>();
        int all = Math.max(list.columns().size(), row.cells().size());
        for (int i = 0; i < all; i++) {
            boolean named = i < list.columns().size();
            ColumnField field = named ? list.choices().fields().get(i).orElse(null) : null;
            if (!named || field != null) {
                cells.add(new RowCell(
                        i,
                        named ? list.columns().get(i) : "Behind the last column",
                        field == null ? "" : field.label(),
                        field != null && field.field() == ImportField.notes
                                || form.value("cell" + i).contains("\n"),
                        Stream.concat(
                                        Objects.requireNonNullElse(form.wrong("cell" + i), List.<String>of()).stream(),
                                        field == null
                                                ? Stream.empty()
                                                : row
                                                        .problems()
                                                        .getOrDefault(
                                                                field.field().name(), List.of())
                                                        .stream())
                                .toList()));
            }
        }
        return new Row(list, row, form, cells);
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
        List<ImportRow> first = imports.rows(tenant, list, RowsFilter.ALL, new Paging(1, 20, false))
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
                imports.rows(tenant, list, chosen.rows(), new Paging(Math.max(1, page), PAGE, false)),
                imports.country(tenant, list));
    }
}
