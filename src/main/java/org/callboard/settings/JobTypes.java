package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.platform.Diff;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.NamedQuery;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The job types of a tenant, each with the business units that do it. */
@Service
public class JobTypes {

    private static final String ROWS = """
            (
                select t.*, array(
                    select m.business_unit_id from job_type_business_unit m
                    where m.tenant_id = t.tenant_id and m.job_type_id = t.id
                    order by m.business_unit_id
                ) as business_unit_ids
                from job_type t
            ) job_type
            """;

    private final NamedTable<JobType> table;
    private final BusinessUnits units;
    private final JdbcClient jdbc;

    JobTypes(NamedTables tables, BusinessUnits units, JdbcClient jdbc) {
        this.table = tables.of("job_type", "Job type", ROWS, JobTypes::row);
        this.units = units;
        this.jdbc = jdbc;
    }

    /** All of them, also inactive ones, by name. */
    public List<JobType> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<JobType> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public JobType get(long tenant, long id) {
        return table.get(tenant, id);
    }

    /** One page of those that a query and the conditions so far let through. */
    Page<JobType> list(Where where, NamedQuery query, Sort sort, Paging paging) {
        return table.list(where, query, sort, paging);
    }

    /** Whether a job of this type may be booked for this business unit; false where one of the two does not exist. */
    public boolean goesWith(long tenant, long jobTypeId, long businessUnitId) {
        return units.find(tenant, businessUnitId).isPresent()
                && find(tenant, jobTypeId)
                        .filter(type -> type.goesWith(businessUnitId))
                        .isPresent();
    }

    /** Adds a job type; without business units it goes with all of them. 400 names every field that is wrong. */
    @Transactional
    public JobType add(long tenant, @Nullable String name, List<Long> businessUnitIds) {
        check(tenant, name, businessUnitIds);
        long id = table.insert(tenant, name, new Columns());
        map(tenant, id, businessUnitIds);
        return get(tenant, id);
    }

    /** Changes a job type and replaces its business units. 404 where there is none, 400 as for adding. */
    @Transactional
    public JobType update(long tenant, long id, @Nullable String name, List<Long> businessUnitIds, boolean active) {
        check(tenant, name, businessUnitIds);
        JobType before = get(tenant, id);
        Diff diff = Diff.none()
                .field(
                        "businessUnitIds",
                        before.businessUnitIds().toString(),
                        businessUnitIds.stream().distinct().sorted().toList().toString());
        table.update(tenant, id, name, active, new Columns(), diff);
        map(tenant, id, businessUnitIds);
        return get(tenant, id);
    }

    private void check(long tenant, @Nullable String name, List<Long> businessUnitIds) {
        FieldErrors errors = table.check(name);
        Set<Long> known = units.all(tenant).stream().map(BusinessUnit::id).collect(Collectors.toSet());
        for (int i = 0; i < businessUnitIds.size(); i++) {
            errors.addIf(
                    !known.contains(businessUnitIds.get(i)),
                    "businessUnitIds[" + i + "]",
                    "There is no business unit with this id.");
        }
        errors.throwIfAny();
    }

    private void map(long tenant, long id, List<Long> businessUnitIds) {
        jdbc.sql("delete from job_type_business_unit where tenant_id = :tenant and job_type_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into job_type_business_unit (tenant_id, job_type_id, business_unit_id)
                select distinct :tenant, :id, unit from unnest(:units) unit
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("units", businessUnitIds.toArray(Long[]::new))
                .update();
    }

    private static JobType row(ResultSet row, int number) throws SQLException {
        return new JobType(
                row.getLong("id"),
                row.getString("name"),
                List.of((Long[]) row.getArray("business_unit_ids").getArray()),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
