package org.callboard.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmployeeStore {

    private static final RecordMapper<Employee> EMPLOYEES = RecordMapper.of(Employee.class);
    private static final RecordMapper<Employees.Draft> DRAFTS = RecordMapper.of(Employees.Draft.class);

    private static final String COLUMNS = """
            employee.*, exists (
                select from app_user u where u.tenant_id = employee.tenant_id and u.id = employee.id
            ) as signs_in""";

    private final JdbcClient jdbc;
    private final ReadById<Employee> byId;
    private final Clock clock;

    EmployeeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.byId = new ReadById<>(jdbc, "select " + COLUMNS + " from employee ", EMPLOYEES);
        this.clock = clock;
    }

    List<Employee> all(long tenant) {
        return jdbc.sql("select " + COLUMNS + " from employee where tenant_id = :tenant order by lower(name), id")
                .param("tenant", tenant)
                .query(EMPLOYEES.rows())
                .list();
    }

    /** Those of the ids that there are, in the order of their ids. */
    List<Employee> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    /** The next ones after an id, in the order of their ids. */
    List<Employee> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    Page<Employee> page(Where where, Paging paging) {
        return where.page(jdbc, "select " + COLUMNS + " from employee", "employee", paging, EMPLOYEES.rows());
    }

    Optional<Employee> find(long tenant, long id) {
        return read(tenant, id, "");
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Employee> lock(long tenant, long id) {
        return read(tenant, id, " for no key update");
    }

    private Optional<Employee> read(long tenant, long id, String lock) {
        return jdbc.sql("select " + COLUMNS + " from employee where tenant_id = :tenant and id = :id" + lock)
                .param("tenant", tenant)
                .param("id", id)
                .query(EMPLOYEES.rows())
                .optional();
    }

    boolean isUser(long tenant, long id) {
        return jdbc.sql("select exists (select from app_user where tenant_id = :tenant and id = :id)")
                .param("tenant", tenant)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    long insert(long tenant, Employees.Draft draft) {
        return write("""
                insert into employee (tenant_id, name, role, email, phone, business_unit_id, created_on, modified_on)
                values (:tenant, :name, :role, :email, :phone, :businessUnitId, :now, :now) returning id
                """, tenant, draft).query(Long.class).single();
    }

    int update(long tenant, long id, Employees.Draft draft, boolean active) {
        return write("""
                update employee set name = :name, role = :role, email = :email, phone = :phone,
                    business_unit_id = :businessUnitId, active = :active, modified_on = :now
                where tenant_id = :tenant and id = :id
                """, tenant, draft).param("id", id).param("active", active).update();
    }

    private JdbcClient.StatementSpec write(String sql, long tenant, Employees.Draft draft) {
        return jdbc.sql(sql)
                .params(DRAFTS.params(draft))
                .param("tenant", tenant)
                .param("now", clock.instant());
    }
}
