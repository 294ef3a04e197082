package org.callboard.web.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.callboard.access.Tenants;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.imports.Import;
import org.callboard.imports.ImportField;
import org.callboard.imports.ImportKind;
import org.callboard.imports.ImportRow;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.QuickDates;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of imports show. */
@Component
class ImportModel {

    private static final int SAMPLES = 3;
    private static final int PAGE = 50;

    /** A column with the first cells that hold something. */
    record Column(int index, String name, List<String> samples) {}

    private final Imports imports;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final Tenants tenants;
    private final Clock clock;

    ImportModel(Imports imports, Campaigns campaigns, CallReasons reasons, Tenants tenants, Clock clock) {
        this.imports = imports;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.tenants = tenants;
        this.clock = clock;
    }

    QuickDates dates(long tenant) {
        return new QuickDates(tenants.get(tenant).timeZone(), clock.instant());
    }

    void fillUpload(Model view, String kind) {
        view.addAttribute("kind", kind);
        view.addAttribute(
                "kinds",
                Arrays.stream(ImportKind.values())
                        .map(one ->
                                new Option(one.name(), one == ImportKind.Leads ? "Leads: people to call" : "Customers"))
                        .toList());
    }

    void fillColumns(Model view, long tenant, Import list, ColumnsForm form) {
        view.addAttribute("list", list);
        view.addAttribute("form", form);
        view.addAttribute("columns", columns(tenant, list));
        view.addAttribute(
                "fields",
                ImportField.of(list.kind()).stream()
                        .map(field -> new Option(field.name(), field.label()))
                        .toList());
        view.addAttribute(
                "campaigns",
                campaigns.all(tenant).stream()
                        .filter(Campaign::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
        view.addAttribute(
                "reasons",
                reasons.all(tenant).stream()
                        .filter(CallReason::active)
                        .sorted(Comparator.comparing(reason -> !reason.details().isLead()))
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
        view.addAttribute(
                "ways",
                list.kind() == ImportKind.Leads
                        ? List.of(
                                new Option("Attach", "Make the lead theirs"),
                                new Option("Skip", "Leave the row out"),
                                new Option("Create", "Make a lead without a customer"))
                        : List.of(
                                new Option("Skip", "Leave the row out"),
                                new Option("Create", "Create the customer a second time")));
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
                            .filter(cells ->
                                    column < cells.size() && !cells.get(column).isBlank())
                            .map(cells -> cells.get(column).strip())
                            .distinct()
                            .limit(SAMPLES)
                            .toList()));
        }
        return columns;
    }

    void fillRows(Model view, long tenant, Import list, @Nullable String show, int page) {
        List<RowFilter> filters = RowFilter.of(list);
        RowFilter chosen = RowFilter.chosen(filters, show);
        Page<ImportRow> rows = imports.rows(
                tenant, list.id(), chosen.outcome(), chosen.result(), new Paging(Math.max(1, page), PAGE, false));
        view.addAttribute("list", list);
        view.addAttribute("filters", filters);
        view.addAttribute("show", chosen);
        view.addAttribute("page", rows);
        view.addAttribute(
                "rows", rows.data().stream().map(row -> RowView.of(list, row)).toList());
        view.addAttribute("wouldMake", wouldMake(list));
        view.addAttribute("checked", list.state() == ImportState.Checked);
        view.addAttribute(
                "undoable",
                list.counts().made() > 0
                        && list.rowsForgottenOn() == null
                        && (list.state() == ImportState.Finished || list.state() == ImportState.Cancelled));
    }

    private static int wouldMake(Import list) {
        Import.Counts counts = list.counts();
        return switch (list.choices().onMatch()) {
            case Skip -> counts.fresh();
            case Attach, Create -> counts.fresh() + counts.match();
        };
    }
}
