package org.callboard.lists;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.paging.Sort;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.springframework.stereotype.Service;

/** Writes the list of customers or of locations as a file. */
@Service
public class ListExport {

    private final Lists lists;
    private final TagTypes tagTypes;
    private final Tenants tenants;
    private final ExportFile file;

    ListExport(Lists lists, TagTypes tagTypes, Tenants tenants, ExportFile file) {
        this.lists = lists;
        this.tagTypes = tagTypes;
        this.tenants = tenants;
        this.file = file;
    }

    /**
     * Writes all rows that the filter lets through. Invalid names filters that can't be searched by, Busy where too many are
     * exporting already; what fails later ends the file in the middle.
     *
     * @throws UncheckedIOException where the target takes no more
     */
    public void write(long tenant, ListFilter filter, Sort sort, ExportFile.Target target) {
        lists.check(tenant, filter);
        Tenant company = tenants.get(tenant);
        Map<Long, String> tags = tagTypes.all(tenant).stream().collect(Collectors.toMap(TagType::id, TagType::name));
        ExportRows rows = new ExportRows(filter.kind(), company.region(), company.timeZone(), tags);
        file.write(
                tenant,
                filter.kind().export(),
                filter::asDiff,
                rows.header(),
                sheet -> lists.each(tenant, filter, sort, ExportFile.AT_A_TIME, row -> sheet.accept(rows.cells(row))),
                target);
    }
}
